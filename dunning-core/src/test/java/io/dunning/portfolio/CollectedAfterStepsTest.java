package io.dunning.portfolio;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectedAfterStepsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
  private static final LocalDate THROUGH = LocalDate.of(2026, 3, 31);

  private static LocalDate march(int day) {
    return LocalDate.of(2026, 3, day);
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), DUE.minusDays(30), DUE))
        .with(events);
  }

  private static String report(int window, InvoiceHistory... invoices) {
    return report(window, Account.of(Customer.of("C"), List.of(invoices)));
  }

  private static String report(int window, Account account) {
    return CollectedAfterSteps.of(List.of(account), FROM, THROUGH, window).toString();
  }

  @Test
  void aPaymentCountsForTheLastStepBeforeIt() {
    assertThat(
            report(
                14,
                invoice(
                    "I1",
                    LedgerEvent.stepTaken(march(3), "reminder", Channel.EMAIL),
                    LedgerEvent.stepTaken(march(10), "notice", Channel.LETTER),
                    LedgerEvent.payment(march(12), eur("60.00")),
                    LedgerEvent.payment(march(24), eur("40.00"))),
                invoice("I2", LedgerEvent.payment(march(5), eur("100.00")))))
        .isEqualTo(
            """
            notice by letter: 1 taken, 2 payments, 100.00 EUR
            reminder by email: 1 taken, 0 payments, 0.00 EUR
            without step: 1 payment, 100.00 EUR""");
  }

  /** The window ends with its last day, and a step of the day itself is too late to matter. */
  @Test
  void theWindowHasAFirstAndALastDay() {
    InvoiceHistory paid =
        invoice(
            "I1",
            LedgerEvent.stepTaken(march(3), "reminder"),
            LedgerEvent.stepTaken(march(10), "notice"),
            LedgerEvent.payment(march(10), eur("100.00")));
    assertThat(report(7, paid))
        .contains("reminder: 1 taken, 1 payment, 100.00 EUR")
        .contains("notice: 1 taken, 0 payments, 0.00 EUR");
    assertThat(report(6, paid)).contains("without step: 1 payment, 100.00 EUR");
  }

  @Test
  void aStepForTheWholeAccountCountsForEachInvoice() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice("I1", LedgerEvent.payment(march(9), eur("100.00"))),
                invoice("I2", LedgerEvent.payment(march(9), eur("30.00")))),
            List.of(LedgerEvent.stepTaken(march(4), "call", Channel.PHONE)));
    assertThat(report(14, account)).isEqualTo("call by phone: 1 taken, 2 payments, 130.00 EUR");
  }

  /** The letter of February brought the money; March only sees it go back. */
  @Test
  void aReversalIsTakenFromTheStepThatHadBroughtTheMoney() {
    InvoiceHistory returned =
        invoice(
            "I1",
            LedgerEvent.stepTaken(LocalDate.of(2026, 2, 10), "reminder", Channel.EMAIL),
            LedgerEvent.payment(LocalDate.of(2026, 2, 12), eur("100.00")),
            LedgerEvent.stepTaken(march(2), "notice", Channel.LETTER),
            LedgerEvent.paymentReversed(march(5), eur("100.00")),
            LedgerEvent.payment(march(8), eur("25.00")));
    assertThat(report(14, returned))
        .isEqualTo(
            """
            notice by letter: 1 taken, 1 payment, 25.00 EUR
            reminder by email: 0 taken, 0 payments, -100.00 EUR""");
  }

  @Test
  void aStepThatWasWithdrawnDoesNotCount() {
    assertThat(
            report(
                14,
                invoice(
                    "I1",
                    LedgerEvent.stepTaken(march(3), "reminder"),
                    LedgerEvent.stepWithdrawn(march(4), "reminder"),
                    LedgerEvent.payment(march(6), eur("100.00")))))
        .isEqualTo("without step: 1 payment, 100.00 EUR");
  }

  @Test
  void moneyThatWaitsOnTheAccountIsToldApart() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(invoice("I1", LedgerEvent.stepTaken(march(3), "reminder"))),
            List.of(LedgerEvent.payment(march(6), eur("70.00"))));
    assertThat(report(14, account))
        .isEqualTo(
            """
            reminder: 1 taken, 0 payments, 0.00 EUR
            not applied: 1 payment, 70.00 EUR""");
  }

  @Test
  void refusesSpansAndWindowsThatMakeNoSense() {
    assertThatThrownBy(() -> CollectedAfterSteps.of(List.of(), THROUGH, FROM, 14))
        .hasMessage("span ends before it starts: 2026-03-31..2026-03-01");
    assertThatThrownBy(() -> CollectedAfterSteps.of(List.of(), FROM, THROUGH, 0))
        .hasMessage("window is shorter than a day: 0");
  }
}
