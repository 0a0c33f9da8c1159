package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.promiseWithdrawn;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts that grow by invoices and events, and what they tell of each day. */
class AccountGrowthTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static long epoch(int afterDue) {
    return day(afterDue).toEpochDay();
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), day(-30), DUE)).with(events);
  }

  private static Account account(List<InvoiceHistory> invoices, LedgerEvent... events) {
    return Account.of(Customer.of("C"), invoices, List.of(events));
  }

  @Test
  void aFurtherInvoiceIsAddedAndALongerHistoryTakesItsPlace() {
    InvoiceHistory a = invoice("A");
    InvoiceHistory b = invoice("B");
    InvoiceHistory paid = invoice("A", payment(day(1), eur("10.00")));
    Account account = account(List.of(a), hold(day(1), "asked"));
    assertThat(account.with(b)).isEqualTo(account(List.of(a, b), hold(day(1), "asked")));
    assertThat(account.with(b).with(paid))
        .isEqualTo(account(List.of(paid, b), hold(day(1), "asked")));
    assertThat(account.with(b).with(invoice("B", hold(day(1), ""))).invoices().get(0)).isEqualTo(a);
    assertThat(account.with(b).invoiceNumbers()).containsExactly("A", "B");
    assertThat(account.with(b).standingOn(epoch(1))).isEqualTo(account.standingOn(epoch(1)));
    assertThat(account.invoiceNumbers()).containsExactly("A");
  }

  @Test
  void eventsMayBeEnteredInAnyOrder() {
    LedgerEvent[] events = {
      hold(day(5), "asked", day(9)), stepTaken(day(3), "letter"), promise(day(4), day(8))
    };
    Account atOnce = account(List.of(invoice("A")), events);
    Account grown = account(List.of(invoice("A")));
    for (LedgerEvent each : events) {
      grown = grown.with(each);
    }
    assertThat(grown).isEqualTo(atOnce);
    assertThat(grown.events()).containsExactly(events[1], events[2], events[0]);
    InvoiceHistory ofInvoice = invoice("B");
    for (LedgerEvent each : events) {
      ofInvoice = ofInvoice.with(each);
    }
    for (int i = 2; i < 7; i++) {
      assertThat(grown.standingOn(epoch(i))).isEqualTo(atOnce.standingOn(epoch(i)));
      assertThat(ofInvoice.standingOn(epoch(i)))
          .isEqualTo(invoice("B", events).standingOn(epoch(i)));
    }
    assertThat(grown.standingOn(EpochDay.LAST)).isEqualTo(atOnce.standingOn(EpochDay.LAST));
  }

  @Test
  void bookingDaysAreKeptWithTheEvents() {
    BookedEvent late = stepTaken(day(3), "letter").bookedOn(day(9));
    BookedEvent held = hold(day(5), "asked").bookedOn(day(5));
    Account account =
        Account.ofBooked(Customer.of("C"), List.of(invoice("A")), List.of(held, late));
    assertThat(account.entries()).containsExactly(late, held);
    assertThat(account(List.of(invoice("A"))).with(held).with(late)).isEqualTo(account);
    assertThat(account.asKnownOn(day(8)).entries()).containsExactly(held);
    InvoiceHistory history = InvoiceHistory.ofBooked(invoice("A").invoice(), List.of(held, late));
    assertThat(history.entries()).containsExactly(late, held);
    assertThat(invoice("A").with(held).with(late)).isEqualTo(history);
  }

  @Test
  void balancesAndStandingsOfADayKnowThatDayOnly() {
    Account account =
        account(
            List.of(invoice("A", payment(day(7), eur("10.00"))), invoice("B")),
            stepTaken(day(3), "letter"),
            stepTaken(day(5), "call"));
    assertThat(account.standingOn(epoch(2)).steps().taken()).isEmpty();
    assertThat(account.standingOn(epoch(4)).steps().taken()).hasSize(1);
    assertThat(account.standingOn(epoch(5)).steps().taken()).hasSize(2);
    assertThat(account.standingOn(epoch(5))).isSameAs(account.standingOn(EpochDay.LAST));
    assertThat(account.balancesOn(epoch(4)).accountSteps().count()).isEqualTo(1);
    assertThat(account.balancesOn(epoch(6)).openMinor(0)).isEqualTo(10_000);
    assertThat(account.balancesOn(epoch(7)).openMinor(0)).isEqualTo(9_000);
    assertThat(account.balancesOn(epoch(7))).isSameAs(account.balancesOn(EpochDay.LAST));
    assertThat(account.lastInvoiceEventDay()).isEqualTo(epoch(7));
    assertThat(account(List.of(invoice("B"))).lastInvoiceEventDay())
        .isEqualTo(LocalDate.MIN.toEpochDay());
    // an account of the past knows no later event of its own or of its invoices
    assertThat(account.asOf(day(4)).events()).hasSize(1);
    assertThat(account.asOf(day(4)).invoices().get(0).events()).isEmpty();
  }

  @Test
  void whatHoldsTheAccountOrItsInvoiceHolds() {
    List<InvoiceHistory> held =
        List.of(invoice("A", dispute(day(1), "broken"), disputeResolved(day(3))));
    Account account =
        account(
            held,
            hold(day(5), "asked", day(6)),
            promise(day(8), day(12)),
            promiseWithdrawn(day(10)),
            promise(day(14), day(20)),
            promise(day(16), day(17)));
    assertThat(
            account.heldSpans(
                account.invoices().get(0),
                day(30),
                Days.NONE,
                Days.NONE,
                BusinessCalendar.everyDay()))
        .containsExactly(
            new DateSpan(day(1), day(2)),
            new DateSpan(day(5), day(6)),
            new DateSpan(day(8), day(9)),
            new DateSpan(day(14), day(15)),
            new DateSpan(day(16), day(17)));
  }
}
