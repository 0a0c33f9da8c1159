package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.credit;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.promiseWithdrawn;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How open items come and go. */
class OpenItemChangesTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);

  private static LocalDate day(int after) {
    return ISSUED.plusDays(after);
  }

  private static Invoice invoice() {
    return Invoice.of("I", eur("100.00"), ISSUED, day(30));
  }

  private static InvoiceHistory history(LedgerEvent... events) {
    return InvoiceHistory.of(invoice()).with(events);
  }

  private static Account account(InvoiceHistory history, LedgerEvent... events) {
    return Account.of(Customer.of("C"), List.of(history), List.of(events));
  }

  /** Such as {@code +5 100.00 EUR PLAIN 30} for an item that came on day 5 and is due on day 30. */
  private static List<String> changes(Account account) {
    return account.openItemChanges().stream()
        .map(
            c ->
                (c.appears() ? "+" : "-")
                    + (c.epochDay() - ISSUED.toEpochDay())
                    + " "
                    + c.item().amount()
                    + " "
                    + c.item().claim()
                    + " "
                    + (c.item().dueDay() - ISSUED.toEpochDay()))
        .toList();
  }

  @Test
  void anInvoiceComesWhenItIsIssuedAndGoesWhenItIsPaid() {
    assertThat(changes(account(history()))).containsExactly("+0 100.00 EUR PLAIN 30");
    assertThat(changes(account(history(payment(day(9), eur("100.00"))))))
        .containsExactly("+0 100.00 EUR PLAIN 30", "-9 100.00 EUR PLAIN 30");
    // what happened before the invoice date shows from then on
    assertThat(changes(account(history(payment(day(-3), eur("40.00"))))))
        .containsExactly("+0 60.00 EUR PLAIN 30");
  }

  @Test
  void aPartPaymentMakesASmallerItem() {
    assertThat(
            changes(
                account(
                    history(
                        payment(day(9), eur("40.00")),
                        stepTaken(day(10), "letter"),
                        credit(day(12), eur("70.00"))))))
        .containsExactly(
            "+0 100.00 EUR PLAIN 30",
            "-9 100.00 EUR PLAIN 30",
            "+9 60.00 EUR PLAIN 30",
            "-12 60.00 EUR PLAIN 30",
            "+12 -10.00 EUR PLAIN 30");
  }

  @Test
  void ofSeveralInstalmentsOnlyThoseChangeThatArePaid() {
    Invoice parts =
        invoice()
            .inInstalments(
                List.of(
                    new Instalment(day(20), eur("50.00")), new Instalment(day(30), eur("50.00"))));
    assertThat(changes(account(InvoiceHistory.of(parts).with(payment(day(9), eur("50.00"))))))
        .containsExactly("+0 50.00 EUR PLAIN 20", "+0 50.00 EUR PLAIN 30", "-9 50.00 EUR PLAIN 20");
  }

  @Test
  void aPromiseHoldsUntilItsLastDayOrItsWithdrawal() {
    LedgerEvent promise = promise(day(5), day(8));
    List<String> kept =
        List.of(
            "+0 100.00 EUR PLAIN 30",
            "-5 100.00 EUR PLAIN 30",
            "+5 100.00 EUR PROMISED 30",
            "-9 100.00 EUR PROMISED 30",
            "+9 100.00 EUR PLAIN 30");
    assertThat(changes(account(history(promise)))).isEqualTo(kept);
    assertThat(changes(account(history(), promise))).isEqualTo(kept);
    assertThat(changes(account(history(promise, promiseWithdrawn(day(7))))))
        .contains("-7 100.00 EUR PROMISED 30")
        .hasSize(5);
    assertThat(changes(account(history(promise(day(5), LocalDate.MAX))))).hasSize(3);
  }

  @Test
  void aDisputeChangesTheClaim() {
    LedgerEvent opened = dispute(day(5), "broken");
    LedgerEvent resolved = disputeResolved(day(8));
    List<String> contested =
        List.of(
            "+0 100.00 EUR PLAIN 30",
            "-5 100.00 EUR PLAIN 30",
            "+5 100.00 EUR DISPUTED 30",
            "-8 100.00 EUR DISPUTED 30",
            "+8 100.00 EUR PLAIN 30");
    assertThat(changes(account(history(opened, resolved)))).isEqualTo(contested);
    assertThat(changes(account(history(), opened, resolved))).isEqualTo(contested);
  }

  @Test
  void newTermsMoveTheDueDateAndOtherEventsNothing() {
    assertThat(changes(account(history(hold(day(3), ""), termsRenegotiated(day(5), day(60))))))
        .containsExactly(
            "+0 100.00 EUR PLAIN 30", "-5 100.00 EUR PLAIN 30", "+5 100.00 EUR PLAIN 60");
    assertThat(changes(account(history(), hold(day(3), "")))).hasSize(1);
  }

  @Test
  void paymentsOfTheAccountWaitAndAreNeverOld() {
    List<OpenItem.Change> changes =
        account(
                history(),
                payment(day(3), eur("5.00")),
                hold(day(4), ""),
                payment(day(5), usd("2.00")),
                paymentReversed(day(6), eur("5.00")))
            .openItemChanges();
    assertThat(changes)
        .extracting(c -> (c.appears() ? "+" : "-") + (c.epochDay() - ISSUED.toEpochDay()))
        .containsExactly("+0", "+3", "+5", "-6");
    assertThat(changes)
        .extracting(c -> c.item().invoice() + " " + c.item().amount())
        .containsExactly(
            "I 100.00 EUR",
            "(unapplied) -5.00 EUR",
            "(unapplied) -2.00 USD",
            "(unapplied) -5.00 EUR");
    assertThat(changes).extracting(c -> c.item().dueDay()).contains(Integer.MAX_VALUE);
  }

  @Test
  void anItemTellsWhoOwesWhatSinceWhen() {
    OpenItem item = OpenItem.of("C", "I", eur("12.34"), day(0), day(30));
    assertThat(item.customer()).isEqualTo("C");
    assertThat(item.invoice()).isEqualTo("I");
    assertThat(item.amount()).isEqualTo(eur("12.34"));
    assertThat(item.minorUnits()).isEqualTo(1234);
    assertThat(item.currency()).hasToString("EUR");
    assertThat(item.issuedDay()).isEqualTo((int) day(0).toEpochDay());
    assertThat(item.dueDay()).isEqualTo((int) day(30).toEpochDay());
    assertThat(item).hasToString("C I: 12.34 EUR due 2026-01-31");
    OpenItem never = OpenItem.of("C", "I", eur("1.00"), LocalDate.MIN, LocalDate.MAX);
    assertThat(never.issuedDay()).isEqualTo(Integer.MIN_VALUE);
    assertThat(never.dueDay()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void itemsOfARowHaveItsHashCode() {
    OpenItem item = OpenItem.of("C", "I", eur("1.00"), day(0), day(30));
    OpenItem dollars = OpenItem.of("C", "J", usd("2.00"), day(1), day(31));
    assertThat(item.rowHash()).isEqualTo(OpenItem.rowHash("C", eur("0.00").currency()));
    assertThat(dollars.rowHash()).isNotEqualTo(item.rowHash());
    assertThat(OpenItem.of("D", "I", eur("1.00"), day(0), day(30)).rowHash())
        .isNotEqualTo(item.rowHash());
  }

  @Test
  void whatAPromiseOfTheAccountHoldsChangesWithPaymentsOfOtherInvoices() {
    InvoiceHistory first =
        InvoiceHistory.of(Invoice.of("A", eur("100.00"), day(0), day(10)))
            .with(payment(day(7), eur("60.00")));
    InvoiceHistory second = InvoiceHistory.of(Invoice.of("B", eur("100.00"), day(0), day(20)));
    LedgerEvent promise = promise(day(5), eur("80.00"), day(9));
    Account account = Account.of(Customer.of("C"), List.of(first, second), List.of(promise));
    // 80.00 of A; after its payment, which is part of what was promised, the 20.00 that are left
    assertThat(changes(account))
        .contains("+5 80.00 EUR PROMISED 10", "+5 20.00 EUR PLAIN 10")
        .contains("+7 20.00 EUR PROMISED 10", "-10 20.00 EUR PROMISED 10");
    // 60.00 are paid on B, so that A has only 20.00 of the promise
    Account other =
        Account.of(
            Customer.of("C"),
            List.of(InvoiceHistory.of(first.invoice()), second.with(payment(day(7), eur("60.00")))),
            List.of(promise));
    assertThat(changes(other))
        .containsExactly(
            "+0 100.00 EUR PLAIN 10",
            "-5 100.00 EUR PLAIN 10",
            "+5 80.00 EUR PROMISED 10",
            "+5 20.00 EUR PLAIN 10",
            "-7 80.00 EUR PROMISED 10",
            "-7 20.00 EUR PLAIN 10",
            "+7 20.00 EUR PROMISED 10",
            "+7 80.00 EUR PLAIN 10",
            "-10 20.00 EUR PROMISED 10",
            "-10 80.00 EUR PLAIN 10",
            "+10 100.00 EUR PLAIN 10",
            "+0 100.00 EUR PLAIN 20",
            "-7 100.00 EUR PLAIN 20",
            "+7 40.00 EUR PLAIN 20");
  }
}
