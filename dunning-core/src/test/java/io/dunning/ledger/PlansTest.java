package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.planCancelled;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.refund;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Streams;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.PlanOutcome.State;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payment plans of several parts, with two days to cure a part that is late. */
class PlansTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final LedgerEvent PLAN =
      planAgreed(
          day(1),
          List.of(new Instalment(day(10), eur("40.00")), new Instalment(day(20), eur("60.00"))));

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static PlanOutcome outcome(int asOf, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), day(-30), DUE), List.of(events))
        .plans(day(asOf), Days.calendarDays(2), BusinessCalendar.everyDay())
        .get(0);
  }

  private static void assertOutcome(PlanOutcome outcome, State state, int lastDay, int open) {
    assertThat(outcome.state()).isEqualTo(state);
    assertThat(outcome.lastDay()).isEqualTo(day(lastDay));
    assertThat(outcome.open().map(Instalment::due)).contains(day(open));
  }

  private static void assertKept(PlanOutcome outcome, int lastDay) {
    assertThat(outcome.state()).isEqualTo(State.KEPT);
    assertThat(outcome.lastDay()).isEqualTo(day(lastDay));
    assertThat(outcome.open()).isEmpty();
  }

  @Test
  void aPlanRunsUntilThePartThatIsOpenIsPastItsCure() {
    assertOutcome(outcome(12, PLAN), State.RUNNING, 12, 10);
    assertOutcome(outcome(13, PLAN), State.BROKEN, 12, 10);
    LedgerEvent first = payment(day(12), eur("40.00"));
    assertOutcome(outcome(22, PLAN, first), State.RUNNING, 22, 20);
    assertOutcome(outcome(23, PLAN, first), State.BROKEN, 22, 20);
    assertOutcome(outcome(13, PLAN, payment(day(12), eur("39.99"))), State.BROKEN, 12, 10);
    // a payment after the cure comes too late, whatever else happened that day
    assertOutcome(outcome(30, PLAN, payment(day(13), eur("100.00"))), State.BROKEN, 12, 10);
    assertOutcome(outcome(30, PLAN, hold(day(13), "")), State.BROKEN, 12, 10);
  }

  /** The creditor gives back what the customer paid: that breaks nothing. */
  @Test
  void aRefundAfterAllWasPaidBreaksNoPlan() {
    LedgerEvent all = payment(day(15), eur("100.00"));
    LedgerEvent early = payment(day(9), eur("40.00"));
    assertKept(outcome(400, PLAN, early, all, refund(day(300), eur("100.00"))), 15);
    LedgerEvent bounced = paymentReversed(day(17), eur("100.00"));
    assertOutcome(outcome(18, PLAN, early, all, bounced), State.RUNNING, 22, 20);
  }

  /** What waited before the plan and is applied to an invoice since was not paid for the plan. */
  @Test
  void olderMoneyThatIsOnlyMovedKeepsNoAgreement() {
    LedgerEvent waiting = payment(day(-10), eur("40.00"));
    LedgerEvent taken = paymentReversed(day(5), eur("40.00"));
    LedgerEvent applied = payment(day(5), eur("40.00"));
    InvoiceHistory one = InvoiceHistory.of(Invoice.of("I", eur("140.00"), day(-30), DUE));
    Account moved = Account.of(Customer.of("C"), List.of(one.with(applied)));
    assertThat(ofAccount(moved.with(waiting, PLAN, taken), 13).state()).isEqualTo(State.BROKEN);
    LedgerEvent more = payment(day(5), eur("40.00"));
    Account both = Account.of(Customer.of("C"), List.of(one.with(applied, more)));
    assertThat(ofAccount(both.with(waiting, PLAN, taken), 13).state()).isEqualTo(State.RUNNING);
    // paid since the plan, and moved since
    LedgerEvent later = payment(day(3), eur("40.00"));
    assertThat(ofAccount(moved.with(PLAN, later, taken), 13).state()).isEqualTo(State.RUNNING);
  }

  private static PlanOutcome ofAccount(Account account, int asOf) {
    return account.plans(day(asOf), Days.calendarDays(2), BusinessCalendar.everyDay()).get(0);
  }

  @Test
  void aPlanIsKeptOnTheDayOfItsLastPayment() {
    LedgerEvent first = payment(day(9), eur("40.00"));
    LedgerEvent second = payment(day(15), eur("60.00"));
    assertKept(outcome(30, PLAN, first, second), 15);
  }

  @Test
  void aPlanThatWasPaidRunsOnIfAPaymentBouncesBeforeItsPartIsDue() {
    LedgerEvent all = payment(day(5), eur("100.00"));
    LedgerEvent bounced = paymentReversed(day(6), eur("100.00"));
    assertOutcome(outcome(7, PLAN, all, bounced), State.RUNNING, 12, 10);
    assertOutcome(outcome(13, PLAN, all, bounced), State.BROKEN, 12, 10);
    LedgerEvent again = payment(day(9), eur("100.00"));
    assertKept(outcome(30, PLAN, all, bounced, again), 9);
    // another plan took its place before it bounced
    assertKept(outcome(30, PLAN, all, planCancelled(day(5)), bounced), 5);
  }

  @Test
  void aLastPartThatBouncesBreaksThePlanLikeAnEarlierOne() {
    LedgerEvent first = payment(day(9), eur("40.00"));
    LedgerEvent second = payment(day(19), eur("60.00"));
    LedgerEvent inTime = paymentReversed(day(22), eur("60.00"));
    LedgerEvent late = paymentReversed(day(23), eur("60.00"));
    assertOutcome(outcome(22, PLAN, first, second, inTime), State.RUNNING, 22, 20);
    assertOutcome(outcome(30, PLAN, first, second, late), State.BROKEN, 22, 20);
  }

  /** Booked again on one day, in either order; or from the account to an invoice. */
  @Test
  void moneyThatIsMovedOnOneDayBreaksNoPlan() {
    LedgerEvent first = payment(day(9), eur("40.00"));
    LedgerEvent out = paymentReversed(day(15), eur("40.00"));
    LedgerEvent in = payment(day(15), eur("40.00"));
    assertOutcome(outcome(15, PLAN, first, out, in), State.RUNNING, 22, 20);
    assertOutcome(outcome(15, PLAN, first, in, out), State.RUNNING, 22, 20);
    assertOutcome(ofAccount(List.of(List.of(in)), PLAN, first, out), State.RUNNING, 22, 20);
    List<LedgerEvent> from = List.of(first, out);
    assertOutcome(ofAccount(List.of(from, List.of(in)), PLAN), State.RUNNING, 22, 20);
    assertOutcome(ofAccount(List.of(List.of(in), from), PLAN), State.RUNNING, 22, 20);
  }

  @Test
  void whatIsAgreedAnewOnTheDayOfABounceEndsThePlanUnbroken() {
    LedgerEvent first = payment(day(9), eur("40.00"));
    LedgerEvent bounced = paymentReversed(day(15), eur("40.00"));
    LedgerEvent over = planCancelled(day(15));
    assertOutcome(outcome(30, PLAN, first, bounced, over), State.CANCELLED, 14, 10);
    assertOutcome(outcome(30, PLAN, first, over, bounced), State.CANCELLED, 14, 10);
    LedgerEvent rest = payment(day(15), eur("60.00"));
    assertKept(outcome(30, PLAN, first, over, rest), 15);
    assertKept(outcome(30, PLAN, first, rest, over), 15);
  }

  @Test
  void whatIsPaidBackOfOtherMoneyBreaksNoPlan() {
    List<LedgerEvent> first = List.of(payment(day(9), eur("40.00")));
    List<LedgerEvent> old = List.of(payment(day(-1), eur("150.00")), refund(day(13), eur("50.00")));
    assertOutcome(ofAccount(List.of(first, old), PLAN), State.RUNNING, 22, 20);
    List<LedgerEvent> bounced =
        List.of(payment(day(-1), eur("30.00")), paymentReversed(day(13), eur("30.00")));
    assertOutcome(ofAccount(List.of(first, bounced), PLAN), State.RUNNING, 22, 20);
    // between the proposal and the agreement
    LedgerEvent plan =
        new AgreementEvent.PlanAgreed(
            day(8), List.of(new Instalment(day(20), eur("50.00"))), false, day(5));
    LedgerEvent other = payment(day(4), eur("10.00"));
    LedgerEvent back = paymentReversed(day(6), eur("10.00"));
    assertKept(outcome(9, other, back, payment(day(7), eur("50.00")), plan), 8);
  }

  /** The plan of an account on the fifteenth day. */
  private static PlanOutcome ofAccount(List<List<LedgerEvent>> invoices, LedgerEvent... events) {
    List<InvoiceHistory> histories = new ArrayList<>();
    for (List<LedgerEvent> each : invoices) {
      String number = "I" + histories.size();
      Invoice invoice = Invoice.of(number, eur("100.00"), day(-30), DUE);
      histories.add(InvoiceHistory.of(invoice, each));
    }
    return Account.of(Customer.of("C"), histories, List.of(events))
        .plans(day(15), Days.calendarDays(2), BusinessCalendar.everyDay())
        .get(0);
  }

  /** A plan proposed on the fifth day, and agreed on the eighth. */
  @Test
  void whatComesInBetweenProposalAndAgreementPaysThePlan() {
    LedgerEvent plan =
        new AgreementEvent.PlanAgreed(
            day(8), List.of(new Instalment(day(20), eur("100.00"))), false, day(5));
    LedgerEvent between = payment(day(6), eur("100.00"));
    assertKept(outcome(9, between, plan), 8);
    assertKept(outcome(9, payment(day(6), eur("60.00")), payment(day(8), eur("40.00")), plan), 8);
    assertOutcome(outcome(9, payment(day(6), eur("99.99")), plan), State.RUNNING, 22, 20);
    // what came on the day of the proposal was known
    assertOutcome(outcome(9, payment(day(5), eur("100.00")), plan), State.RUNNING, 22, 20);
    assertKept(outcome(19, hold(day(6), ""), between, plan, planCancelled(day(9))), 8);
  }

  @Test
  void onlyAnEventOfPlansEndsAPlan() {
    assertOutcome(outcome(12, PLAN, promise(day(3), day(9))), State.RUNNING, 12, 10);
    assertOutcome(outcome(12, PLAN, planCancelled(day(5))), State.CANCELLED, 4, 10);
    LedgerEvent first = payment(day(9), eur("40.00"));
    assertOutcome(outcome(12, PLAN, first, planCancelled(day(11))), State.CANCELLED, 10, 20);
  }

  @Test
  void aPaymentThatBouncesAfterItsPartWasCuredBreaksThePlanTheDayBefore() {
    LedgerEvent first = payment(day(9), eur("40.00"));
    LedgerEvent inTime = paymentReversed(day(12), eur("40.00"));
    LedgerEvent late = paymentReversed(day(15), eur("40.00"));
    assertOutcome(outcome(12, PLAN, first, inTime), State.RUNNING, 12, 10);
    assertOutcome(outcome(30, PLAN, first, late), State.BROKEN, 14, 10);
  }

  @Test
  void aSettlementThatWasPaidIsUndoneIfThePaymentBounces() {
    LedgerEvent settlement = settlementAccepted(day(1), eur("70.00"), day(10));
    LedgerEvent paid = payment(day(5), eur("70.00"));
    assertOutcome(outcome(9, settlement), State.RUNNING, 12, 10);
    assertKept(outcome(30, settlement, paid), 5);
    assertKept(outcome(30, settlement, paid, planCancelled(day(6))), 5);
    assertKept(outcome(30, settlement, paid, payment(day(7), eur("1.00"))), 5);
    assertOutcome(
        outcome(30, settlement, paid, paymentReversed(day(20), eur("70.00"))),
        State.BROKEN,
        19,
        10);
    LedgerEvent bounced = paymentReversed(day(6), eur("70.00"));
    assertOutcome(outcome(9, settlement, paid, bounced), State.RUNNING, 12, 10);
    assertKept(outcome(30, settlement, paid, bounced, payment(day(8), eur("70.00"))), 8);
  }

  @Test
  void anOutcomeIsReadAsItWasWritten() {
    PlanOutcome running = outcome(12, PLAN);
    PlanOutcome kept = outcome(12, PLAN, payment(day(5), eur("100.00")));
    assertThat(Streams.copy(running)).isEqualTo(running);
    assertThat(Streams.copy(kept)).isEqualTo(kept);
  }
}
