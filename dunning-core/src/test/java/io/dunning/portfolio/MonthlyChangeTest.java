package io.dunning.portfolio;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.portfolio.MonthlyChange.Limits;
import io.dunning.portfolio.MonthlyChange.Signal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlyChangeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static InvoiceHistory invoice(String number, LocalDate due, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), due.minusDays(10), due))
        .with(events);
  }

  private static InvoiceHistory paid(String number, LocalDate due, int days) {
    return invoice(number, due, LedgerEvent.payment(due.plusDays(days), eur("100.00")));
  }

  private static MonthlyChange change(InvoiceHistory... invoices) {
    Account account = Account.of(Customer.of("C"), List.of(invoices));
    return MonthlyChange.of(List.of(account), DAY, Limits.STANDARD).get(0);
  }

  /** On average 1 day late in February; five days more are the limit. */
  @Test
  void saysWhenInvoicesArePaidLater() {
    InvoiceHistory february = paid("F", LocalDate.of(2026, 2, 10), 1);
    LocalDate march = LocalDate.of(2026, 3, 2);
    assertThat(change(february, paid("M", march, 6)).signals()).containsExactly(Signal.PAYS_LATER);
    assertThat(change(february, paid("M", march, 5)).signals()).isEmpty();
    MonthlyChange none = change(paid("M", march, 20));
    assertThat(none.signals()).isEmpty();
    assertThat(none.daysLateBefore()).isEmpty();
  }

  @Test
  void saysWhenMoreIsOverdue() {
    InvoiceHistory old = invoice("O", LocalDate.of(2026, 2, 20));
    MonthlyChange change = change(old, invoice("N", LocalDate.of(2026, 3, 20)));
    assertThat(change).hasToString("C EUR: 200.00 EUR overdue after 100.00 EUR; more overdue");
    assertThat(change(old).signals()).isEmpty();
    assertThat(change(invoice("N", DAY)).overdue()).isEqualTo(eur("0.00"));
  }

  @Test
  void saysWhatElseHappenedInTheMonth() {
    LocalDate due = LocalDate.of(2026, 1, 29);
    MonthlyChange change =
        change(
            invoice(
                "X",
                due,
                LedgerEvent.payment(LocalDate.of(2026, 2, 27), eur("100.00")),
                LedgerEvent.paymentReversed(LocalDate.of(2026, 3, 3), eur("100.00")),
                LedgerEvent.promise(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 20)),
                LedgerEvent.dispute(LocalDate.of(2026, 3, 25), "price")));
    assertThat(change.signals())
        .containsExactly(
            Signal.MORE_OVERDUE,
            Signal.LONG_OVERDUE,
            Signal.PROMISE_BROKEN,
            Signal.PAYMENT_RETURNED,
            Signal.DISPUTE_OPENED);
    assertThat(change.received()).isEqualTo(eur("-100.00"));
    assertThat(change.oldest()).isEqualTo(61);
  }

  /** A promise is broken on the day after its last one. */
  @Test
  void aPromiseForTheLastDayOfTheMonthIsNotBrokenYet() {
    LedgerEvent promise = LedgerEvent.promise(LocalDate.of(2026, 3, 5), DAY);
    assertThat(change(invoice("X", LocalDate.of(2026, 3, 1), promise)).promisesBroken()).isZero();
    LedgerEvent before = LedgerEvent.promise(LocalDate.of(2026, 2, 5), LocalDate.of(2026, 2, 28));
    assertThat(change(invoice("X", LocalDate.of(2026, 2, 1), before)).promisesBroken())
        .isEqualTo(1);
  }
}
