package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.promiseWithdrawn;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of promises. */
class PromisesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), day(-30), DUE)).with(events);
  }

  private static Account account(List<InvoiceHistory> invoices, LedgerEvent... events) {
    return Account.of(Customer.of("C"), invoices, List.of(events));
  }

  @Test
  void onlyMoneyCountsTowardsThePromisesOfAnAccount() {
    Account account =
        account(
            List.of(
                invoice("A", stepTaken(day(2), "letter"), payment(day(3), eur("60.00"))),
                invoice("B", promiseWithdrawn(day(2)), payment(day(4), eur("40.00")))),
            promise(day(1), eur("100.00"), day(9)));
    assertThat(account.promises(day(9), Days.NONE, BusinessCalendar.everyDay()))
        .extracting(PromiseOutcome::state)
        .containsExactly(PromiseOutcome.State.KEPT);
    assertThat(account.promises(day(3), Days.NONE, BusinessCalendar.everyDay()))
        .extracting(PromiseOutcome::state)
        .containsExactly(PromiseOutcome.State.RUNNING);
  }

  @Test
  void aPromiseIsBrokenUnlessAllWasPaid() {
    LedgerEvent promise = promise(day(1), eur("50.00"), day(5));
    for (PromiseOutcome each :
        List.of(
            promised(invoice("A", promise)),
            promised(invoice("A", promise, payment(day(2), eur("49.99")))))) {
      assertThat(each.isBroken()).as(each.state().toString()).isTrue();
    }
    for (PromiseOutcome each :
        List.of(
            promised(invoice("A", promise, payment(day(2), eur("50.00")))),
            promised(invoice("A", promise, promiseWithdrawn(day(2)))),
            promised(invoice("A", promise(day(1), day(30)))))) {
      assertThat(each.isBroken()).as(each.state().toString()).isFalse();
    }
  }

  @Test
  void aPromiseOfAllIsOfWhatIsOpenAtTheEndOfItsDay() {
    LedgerEvent promise = promise(day(3), day(5));
    LedgerEvent before = payment(day(1), eur("70.00"));
    LedgerEvent after = payment(day(4), eur("30.00"));
    assertThat(promised(invoice("A", before, promise, after)).state())
        .isEqualTo(PromiseOutcome.State.KEPT);
    assertThat(promised(invoice("A", promise, after)).state())
        .isEqualTo(PromiseOutcome.State.PARTLY_KEPT);
  }

  private static PromiseOutcome promised(InvoiceHistory history) {
    return history.promises(day(9), Days.NONE, BusinessCalendar.everyDay()).get(0);
  }
}
