package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.money.Percentage;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The days on which something held a debt. */
class HeldSpansTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE)).with(events);
  }

  private static Account account(InvoiceHistory history, LedgerEvent... events) {
    return Account.of(Customer.of("C"), List.of(history), List.of(events));
  }

  private static List<DateSpan> spans(Account account, int asOf) {
    return account.heldSpans(
        account.invoices().get(0),
        day(asOf),
        Days.NONE,
        Percentage.percent("100"),
        Days.calendarDays(2),
        BusinessCalendar.everyDay());
  }

  private static DateSpan span(int first, int last) {
    return new DateSpan(day(first), day(last));
  }

  @Test
  void whatTheCustomerWonHoldsUntilItIsCredited() {
    LedgerEvent opened = dispute(day(1), "price");
    LedgerEvent won = LedgerEvent.disputeResolved(day(5), Outcome.CUSTOMER_WON);
    LedgerEvent half = LedgerEvent.credit(day(7), eur("50.00"));
    LedgerEvent rest = LedgerEvent.credit(day(9), eur("50.00"));
    assertThat(spans(account(invoice(opened, LedgerEvent.disputeResolved(day(5)))), 30))
        .containsExactly(span(1, 4));
    assertThat(spans(account(invoice(opened, won, half)), 30))
        .containsExactly(new DateSpan(day(1), LocalDate.MAX));
    assertThat(spans(account(invoice(opened, won, half, rest)), 30)).containsExactly(span(1, 8));
    // of an account, for the invoices that it can mean
    assertThat(spans(account(invoice(), opened, won), 30))
        .containsExactly(new DateSpan(day(1), LocalDate.MAX));
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("L", eur("1.00"), day(6), day(20)));
    assertThat(spans(account(later, opened, won), 30)).containsExactly(span(1, 4));
    // two disputes, one ended
    assertThat(spans(account(invoice(opened, dispute(day(3), "late"), won, half, rest)), 30))
        .containsExactly(new DateSpan(day(1), LocalDate.MAX));
  }

  @Test
  void aPromiseOfAPartHoldsNoDays() {
    LedgerEvent part = LedgerEvent.promise(day(1), eur("30.00"), day(5));
    LedgerEvent all = LedgerEvent.promise(day(7), eur("100.00"), day(9));
    assertThat(spans(account(invoice(part)), 30)).isEmpty();
    assertThat(spans(account(invoice(part, all)), 30)).containsExactly(span(7, 9));
    assertThat(spans(account(invoice(), part, all), 30)).containsExactly(span(7, 9));
    // what is promised in another currency is about other invoices
    InvoiceHistory dollars = InvoiceHistory.of(Invoice.of("D", usd("1.00"), DUE, DUE));
    Account both =
        Account.of(
            Customer.of("C"),
            List.of(invoice(), dollars),
            List.of(LedgerEvent.promise(day(7), usd("100.00"), day(9))));
    assertThat(spans(both, 30)).isEmpty();
  }

  @Test
  void aPromiseHoldsUntilTheDayOnWhichItIsKept() {
    LedgerEvent promise = LedgerEvent.promise(day(5), eur("100.00"), day(20));
    LedgerEvent paid = LedgerEvent.payment(day(7), eur("100.00"));
    LedgerEvent bounced = LedgerEvent.paymentReversed(day(9), eur("100.00"));
    assertThat(spans(account(invoice(promise)), 6)).containsExactly(span(5, 20));
    assertThat(spans(account(invoice(promise, paid)), 8)).containsExactly(span(5, 7));
    assertThat(spans(account(invoice(promise, paid, bounced)), 9)).containsExactly(span(5, 20));
    assertThat(spans(account(invoice(paid), promise), 8)).containsExactly(span(5, 7));
  }

  @Test
  void promisesAndPlansOfTheAccountAreAboutWhatWasIssuedByTheirDay() {
    LedgerEvent promise = LedgerEvent.promise(day(5), day(9));
    InvoiceHistory sameDay = InvoiceHistory.of(Invoice.of("S", eur("1.00"), day(5), day(20)));
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("L", eur("1.00"), day(6), day(20)));
    assertThat(spans(account(sameDay, promise), 30)).containsExactly(span(5, 9));
    assertThat(spans(account(later, promise), 30)).isEmpty();
    assertThat(spans(account(sameDay, plan(5, 9)), 30)).containsExactly(span(5, 11));
    assertThat(spans(account(later, plan(5, 9)), 30)).isEmpty();
  }

  private static LedgerEvent plan(int on, int due) {
    return new AgreementEvent.PlanAgreed(day(on), List.of(new Instalment(day(due), eur("25.00"))));
  }

  @Test
  void everythingThatHoldsMakesASpan() {
    assertThat(spans(account(invoice(notDelivered(day(1)), delivered(day(4)))), 30))
        .containsExactly(span(1, 3));
    assertThat(
            spans(
                account(
                    invoice(
                        restricted(day(1), Restriction.INSOLVENCY),
                        new RestrictionEvent.RestrictionLifted(day(6), Restriction.INSOLVENCY),
                        new RestrictionEvent.Restricted(
                            day(9), Restriction.BREATHING_SPACE, Optional.of(day(12)), ""))),
                30))
        .containsExactly(span(1, 5), span(9, 12));
    // a later restriction of the kind replaces the earlier one
    assertThat(
            spans(
                account(
                    invoice(
                        restricted(day(1), Restriction.INSOLVENCY),
                        new RestrictionEvent.Restricted(
                            day(4), Restriction.INSOLVENCY, Optional.of(day(5)), ""))),
                30))
        .containsExactly(span(1, 3), span(4, 5));
    assertThat(spans(account(invoice(plan(1, 10))), 30)).containsExactly(span(1, 12));
    assertThat(spans(account(invoice(), plan(1, 10)), 30)).containsExactly(span(1, 12));
    assertThat(
            spans(account(invoice(plan(1, 10), new MoneyEvent.Payment(day(5), eur("25.00")))), 30))
        .containsExactly(span(1, 5));
    assertThat(spans(account(invoice(plan(1, 10), new AgreementEvent.PlanCancelled(day(7)))), 30))
        .containsExactly(span(1, 6));
    // a dispute of a part holds nothing; a letter that came back neither
    assertThat(
            spans(
                account(
                    invoice(
                        dispute(day(1), eur("5.00"), ""),
                        notDelivered(day(2), "x", Channel.EMAIL),
                        delivered(day(3), "x"))),
                30))
        .isEmpty();
  }
}
