package io.dunning.portfolio;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.portfolio.PaymentForecast.Basis;
import io.dunning.portfolio.PaymentForecast.Cash;
import io.dunning.portfolio.PaymentForecast.Debt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentForecastTest {
  /** A Saturday. */
  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

  private static final BusinessCalendar WEEKENDS = BusinessCalendar.weekends();

  private static InvoiceHistory open(String number, LocalDate due, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), due.minusDays(30), due))
        .with(events);
  }

  /** A customer whose invoices were paid so many days after their due dates, and others. */
  private static Account account(String id, int[] delays, InvoiceHistory... others) {
    List<InvoiceHistory> all = new ArrayList<>(Arrays.asList(others));
    for (int i = 0; i < delays.length; i++) {
      LocalDate due = LocalDate.of(2025, 9, 1).plusWeeks(i);
      all.add(open(id + i, due).with(LedgerEvent.payment(due.plusDays(delays[i]), eur("100.00"))));
    }
    return Account.of(Customer.of(id), all);
  }

  private static Debt debt(Account... accounts) {
    return PaymentForecast.of(List.of(accounts), DAY, WEEKENDS).debts().get(0);
  }

  @Test
  void aCustomersOwnDelayCountsFromFivePaidInvoicesOn() {
    Account slow = account("S", new int[] {40, 40, 40, 40, 40, 40, 40, 40});
    InvoiceHistory open = open("X", DAY.minusDays(5));
    assertThat(debt(account("C", new int[] {9, 9, 9, 9, 9}, open), slow))
        .hasToString(
            "X: 100.00 EUR due 2026-02-23, expected 2026-03-04, cautious 2026-03-04"
                + " (customer, 5 paid)");
    assertThat(debt(account("C", new int[] {9, 9, 9, 9}, open), slow).basis())
        .isEqualTo(Basis.EVERYBODY);
  }

  /** Half of the delays are 2 days, but this debt has waited 10 already. */
  @Test
  void aDebtThatHasWaitedIsComparedWithThoseThatWaitedAsLong() {
    int[] delays = {2, 2, 2, 2, 2, 20, 30, 30};
    assertThat(debt(account("C", delays, open("X", DAY.minusDays(10)))).expected())
        .contains(LocalDate.of(2026, 3, 20));
  }

  /** Delays of 6 days end on a Sunday here; banks book on Monday. */
  @Test
  void moneyArrivesOnBusinessDaysAfterToday() {
    int[] delays = {6, 6, 6, 6, 6};
    assertThat(debt(account("C", delays, open("X", DAY.minusDays(5)))).expected())
        .contains(LocalDate.of(2026, 3, 2));
  }

  @Test
  void saysThatItDoesNotKnowWhenNobodyPaidThatLate() {
    Debt debt = debt(account("C", new int[] {1, 2, 3, 4, 5}, open("X", DAY.minusDays(29))));
    assertThat(debt.basis()).isEqualTo(Basis.UNKNOWN);
    assertThat(debt.expected()).isEmpty();
    assertThat(debt.cautious()).isEmpty();
  }

  @Test
  void aPromiseGivesItsDayAndADisputeOrRestrictionNone() {
    int[] delays = {9, 9, 9, 9, 9};
    LocalDate due = DAY.minusDays(5);
    Debt promised =
        debt(
            account(
                "C",
                delays,
                open("X", due, LedgerEvent.promise(DAY.minusDays(1), LocalDate.of(2026, 3, 12)))));
    assertThat(promised.basis()).isEqualTo(Basis.PROMISE);
    assertThat(promised.expected()).contains(LocalDate.of(2026, 3, 12));
    assertThat(promised.cautious()).contains(LocalDate.of(2026, 3, 12));
    List<LedgerEvent> held =
        List.of(
            LedgerEvent.dispute(DAY, "price"), LedgerEvent.restricted(DAY, Restriction.INSOLVENCY));
    for (LedgerEvent each : held) {
      Debt debt = debt(account("C", delays, open("X", due, each)));
      assertThat(debt.basis()).isEqualTo(Basis.HELD);
      assertThat(debt.expected()).isEmpty();
    }
  }

  /** The forecast of Saturday begins with the week of Sunday, which ends on that day. */
  @Test
  void weeksAndTheRestAddUpToWhatIsOpen() {
    Account account =
        account(
            "C",
            new int[] {9, 9, 9, 9, 9},
            open("X", DAY.minusDays(5)),
            open("Y", DAY.plusDays(20)),
            open("Z", DAY, LedgerEvent.dispute(DAY, "price")));
    Cash cash =
        PaymentForecast.of(List.of(account), DAY, WEEKENDS).weeks(2).get(CurrencyUnit.of("EUR"));
    assertThat(cash.weeks())
        .extracting(w -> w.first() + " " + w.expected())
        .containsExactly("2026-02-23 0.00 EUR", "2026-03-02 100.00 EUR");
    assertThat(cash.laterExpected()).isEqualTo(eur("100.00"));
    assertThat(cash.withoutExpected()).isEqualTo(eur("100.00"));
    PaymentForecast forecast = PaymentForecast.of(List.of(account), DAY, WEEKENDS);
    assertThat(forecast.weeks(520).get(CurrencyUnit.of("EUR")).weeks()).hasSize(520);
    assertThatThrownBy(() -> forecast.weeks(521)).hasMessage("more than 520 weeks: 521");
    assertThatThrownBy(() -> forecast.weeks(0)).hasMessage("fewer than 1 week: 0");
    assertThatThrownBy(() -> forecast.weeks(1).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void usesNothingThatHappenedLater() {
    Account known = account("C", new int[] {9, 9, 9, 9, 9}, open("X", DAY.minusDays(5)));
    Account later =
        known.mapInvoices(
            h ->
                h.invoice().number().equals("X")
                    ? h.with(LedgerEvent.payment(DAY.plusDays(1), eur("100.00")))
                    : h);
    assertThat(debt(later)).isEqualTo(debt(known));
  }
}
