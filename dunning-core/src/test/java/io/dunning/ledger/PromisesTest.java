package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.partWrittenOff;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.planCancelled;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.promiseWithdrawn;
import static io.dunning.event.LedgerEvent.refund;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.voided;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.DisputeEvent.Outcome;
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

  @Test
  void aPromiseIsKeptOnceNothingOfItIsOwed() {
    LedgerEvent all = promise(day(1), day(5));
    LedgerEvent late = payment(day(6), eur("10.00"));
    assertThat(promised(invoice("A", all, voided(day(3)))).isKept()).isTrue();
    LedgerEvent most = payment(day(3), eur("90.00"));
    assertThat(promised(invoice("A", all, most, partWrittenOff(day(4), eur("10.00")))).isKept())
        .isTrue();
    // after its last day it is too late
    assertThat(promised(invoice("A", all, most, late)).isKept()).isFalse();
    assertThat(promised(invoice("A", all, most, partWrittenOff(day(6), eur("10.00")))).isKept())
        .isFalse();
    // what tolerance the policy has, the ledger does not know
    assertThat(promised(invoice("A", all, payment(day(3), eur("99.99")))).isKept()).isFalse();
    InvoiceHistory paid = invoice("B", payment(day(4), eur("100.00")));
    assertThat(ofAccount(all, invoice("A", voided(day(3))), paid))
        .isEqualTo(PromiseOutcome.State.KEPT);
    assertThat(ofAccount(all, invoice("A"), paid)).isEqualTo(PromiseOutcome.State.PARTLY_KEPT);
  }

  @Test
  void whatSettlesForLessKeepsAPromise() {
    LedgerEvent all = promise(day(1), day(5));
    LedgerEvent settled = settlementAccepted(day(2), eur("60.00"), day(4));
    LedgerEvent paid = payment(day(4), eur("60.00"));
    assertThat(promised(invoice("A", all, settled, paid)).isKept()).isTrue();
    assertThat(promised(invoice("A", all, settled)).isKept()).isFalse();
    assertThat(promised(invoice("A", all, paid)).isKept()).isFalse();
    assertThat(promised(invoice("A", all, settled, planCancelled(day(3)), paid)).isKept())
        .isFalse();
    assertThat(settled(all, settled, invoice("A", paid))).isTrue();
    assertThat(settled(all, settled, invoice("A"))).isFalse();
    // one of the invoices was settled, and the other was not
    assertThat(ofAccount(all, invoice("A", settled, paid), invoice("B")))
        .isEqualTo(PromiseOutcome.State.PARTLY_KEPT);
  }

  /** Whether a promise of an account is kept that was settled together. */
  private static boolean settled(LedgerEvent promise, LedgerEvent settled, InvoiceHistory debt) {
    return account(List.of(debt, invoice("Z")), promise, settled)
        .promises(day(12), Days.NONE, BusinessCalendar.everyDay())
        .get(0)
        .isKept();
  }

  @Test
  void nobodyPromisesMoreThanIsOwed() {
    LedgerEvent more = promise(day(1), eur("150.00"), day(5));
    assertThat(promised(invoice("A", more, payment(day(3), eur("100.00")))).isKept()).isTrue();
    PromiseOutcome part = promised(invoice("A", more, payment(day(3), eur("60.00"))));
    assertThat(part.state()).isEqualTo(PromiseOutcome.State.PARTLY_KEPT);
    assertThat(part.leftMinor()).isEqualTo(40_00);
    assertThat(promised(invoice("A", more, voided(day(3)))).leftMinor()).isZero();
    LedgerEvent dollars = promise(day(1), usd("150.00"), day(5));
    assertThat(ofAccount(dollars, invoice("A"))).isEqualTo(PromiseOutcome.State.KEPT);
  }

  @Test
  void whatIsDisputedNeedNotBePaidToKeepAPromise() {
    LedgerEvent all = promise(day(1), day(5));
    LedgerEvent part = dispute(day(0), eur("30.00"), "price");
    LedgerEvent lost = disputeResolved(day(8), Outcome.CREDITOR_WON);
    LedgerEvent rest = payment(day(3), eur("70.00"));
    assertThat(promised(invoice("A", part, all, rest, lost)).isKept()).isTrue();
    assertThat(promised(invoice("A", part, all, payment(day(3), eur("69.99")))).isKept()).isFalse();
    // also if it is disputed only later, but not if the dispute was over in time
    LedgerEvent later = dispute(day(2), eur("30.00"), "price");
    LedgerEvent soon = disputeResolved(day(4), Outcome.CREDITOR_WON);
    assertThat(promised(invoice("A", all, later, rest, lost)).isKept()).isTrue();
    assertThat(promised(invoice("A", all, later, rest, soon)).isKept()).isFalse();
    // if all was disputed, it is that which was promised
    LedgerEvent whole = dispute(day(0), "price");
    assertThat(promised(invoice("A", whole, all, soon)).isKept()).isFalse();
    assertThat(promised(invoice("A", whole, all, lost)).isKept()).isTrue();
    InvoiceHistory paid = invoice("B", payment(day(3), eur("100.00")));
    assertThat(ofAccount(all, invoice("A", whole, lost), paid))
        .isEqualTo(PromiseOutcome.State.KEPT);
  }

  @Test
  void whatAnAccountDisputesAsAWholeNeedNotBePaid() {
    Account account =
        account(List.of(invoice("A")), promise(day(1), day(5)), dispute(day(2), "delivery"));
    assertThat(account.promises(day(12), Days.NONE, BusinessCalendar.everyDay()))
        .extracting(PromiseOutcome::state)
        .containsExactly(PromiseOutcome.State.KEPT);
  }

  @Test
  void whatIsPaidBackTakesBackOnlyWhatCameInSinceThePromise() {
    LedgerEvent half = promise(day(1), eur("50.00"), day(5));
    InvoiceHistory paid = invoice("B", payment(day(3), eur("50.00")));
    InvoiceHistory overpaid = invoice("A", payment(day(0), eur("150.00")));
    LedgerEvent refund = refund(day(4), eur("50.00"));
    assertThat(ofAccount(half, overpaid.with(refund), paid)).isEqualTo(PromiseOutcome.State.KEPT);
    InvoiceHistory credit =
        InvoiceHistory.of(Invoice.of("N", eur("-50.00"), day(-30), DUE)).with(refund);
    assertThat(ofAccount(half, credit, paid)).isEqualTo(PromiseOutcome.State.KEPT);
    LedgerEvent bounced = paymentReversed(day(4), eur("100.00"));
    InvoiceHistory before = invoice("A", payment(day(0), eur("100.00")), bounced);
    LedgerEvent all = promise(day(1), day(5));
    InvoiceHistory full = invoice("B", payment(day(3), eur("100.00")));
    assertThat(ofAccount(all, before, full)).isEqualTo(PromiseOutcome.State.KEPT);
    // what was paid for it is taken back, and no more than that
    assertThat(ofAccount(half, paid.with(bounced), invoice("C")))
        .isEqualTo(PromiseOutcome.State.BROKEN);
    LedgerEvent again = payment(day(5), eur("50.00"));
    assertThat(ofAccount(half, paid.with(bounced, again), invoice("C")))
        .isEqualTo(PromiseOutcome.State.KEPT);
  }

  @Test
  void whatIsPaidOnTheDayOfAPromiseDoesNotKeepIt() {
    LedgerEvent half = promise(day(1), eur("50.00"), day(5));
    LedgerEvent now = payment(day(1), eur("50.00"));
    LedgerEvent then = payment(day(2), eur("50.00"));
    for (InvoiceHistory each : List.of(invoice("A", half, now), invoice("A", now, half))) {
      assertThat(promised(each).state()).isEqualTo(PromiseOutcome.State.BROKEN);
      assertThat(promised(each.with(then)).state()).isEqualTo(PromiseOutcome.State.KEPT);
    }
    assertThat(ofAccount(half, invoice("A", now))).isEqualTo(PromiseOutcome.State.BROKEN);
    assertThat(ofAccount(half, invoice("A", now, then))).isEqualTo(PromiseOutcome.State.KEPT);
    // nothing is left to be promised
    LedgerEvent rest = payment(day(1), eur("100.00"));
    assertThat(promised(invoice("A", half, rest)).isKept()).isTrue();
  }

  @Test
  void whatIsPaidOnTheDayOnWhichAPromiseEndsStillKeepsIt() {
    LedgerEvent half = promise(day(1), eur("50.00"), day(5));
    LedgerEvent paid = payment(day(3), eur("50.00"));
    LedgerEvent over = promiseWithdrawn(day(3));
    assertThat(promised(invoice("A", half, paid, over)).isKept()).isTrue();
    assertThat(promised(invoice("A", half, over, paid)).isKept()).isTrue();
    assertThat(promised(invoice("A", half, over)).state())
        .isEqualTo(PromiseOutcome.State.WITHDRAWN);
  }

  @Test
  void aPromiseThatIsKeptLastsUntilTheDayOnWhichItWas() {
    LedgerEvent half = promise(day(1), eur("50.00"), day(8));
    LedgerEvent paid = payment(day(3), eur("50.00"));
    LedgerEvent bounced = paymentReversed(day(4), eur("50.00"));
    LedgerEvent again = payment(day(6), eur("100.00"));
    assertThat(promised(invoice("A", half)).lastDay()).isEqualTo(day(8));
    assertThat(promised(invoice("A", half, paid)).lastDay()).isEqualTo(day(3));
    assertThat(promised(invoice("A", half, paid, bounced)).lastDay()).isEqualTo(day(8));
    assertThat(promised(invoice("A", half, paid, bounced, again)).lastDay()).isEqualTo(day(6));
    assertThat(promised(invoice("A", half, paid, payment(day(7), eur("9.00")))).lastDay())
        .isEqualTo(day(3));
    LedgerEvent all = promise(day(1), day(8));
    assertThat(promised(invoice("A", all, voided(day(5)))).lastDay()).isEqualTo(day(5));
    assertThat(promised(invoice("A", all, dispute(day(4), "price"))).lastDay()).isEqualTo(day(4));
    assertThat(promised(invoice("A", payment(day(1), eur("100.00")), all)).lastDay())
        .isEqualTo(day(1));
    assertThat(
            account(List.of(invoice("A", voided(day(4))), invoice("B", again)), all)
                .promises(day(9), Days.NONE, BusinessCalendar.everyDay()))
        .extracting(PromiseOutcome::lastDay)
        .containsExactly(day(6));
  }

  /** From the account, where it waited, to an invoice; or from one to another. */
  @Test
  void olderMoneyThatIsMovedKeepsAPromiseOnlyIfNothingIsOwedThen() {
    for (String amount : List.of("50.00", "100.00")) {
      LedgerEvent half = promise(day(1), eur("50.00"), day(5));
      LedgerEvent out = paymentReversed(day(4), eur(amount));
      InvoiceHistory in = invoice("B", payment(day(4), eur(amount)));
      LedgerEvent before = payment(day(0), eur("100.00").plus(eur(amount)));
      PromiseOutcome.State state =
          amount.equals("100.00") ? PromiseOutcome.State.KEPT : PromiseOutcome.State.BROKEN;
      assertThat(ofAccount(half, invoice("A", before, out), in)).isEqualTo(state);
      Account waited = account(List.of(in), payment(day(0), eur(amount)), half, out);
      assertThat(waited.promises(day(12), Days.NONE, BusinessCalendar.everyDay()))
          .extracting(PromiseOutcome::state)
          .containsExactly(state);
    }
  }

  @Test
  void aPromiseOfAllIsKeptAtOnceIfNothingIsOpen() {
    LedgerEvent paid = payment(day(1), eur("100.00"));
    assertThat(promised(invoice("A", paid, promise(day(3), day(30)))).state())
        .isEqualTo(PromiseOutcome.State.KEPT);
    assertThat(promised(invoice("A", promise(day(3), day(30)))).state())
        .isEqualTo(PromiseOutcome.State.RUNNING);
  }

  @Test
  void aPromiseOfAnAmountIsPaidOnceItCameIn() {
    LedgerEvent promise = promise(day(1), eur("50.00"), day(30));
    assertThat(promised(invoice("A", promise, payment(day(2), eur("49.99")))).isKept()).isFalse();
    assertThat(promised(invoice("A", promise, payment(day(2), eur("50.00")))).isKept()).isTrue();
    assertThat(promised(invoice("A", promise(day(1), day(30)))).isKept()).isFalse();
  }

  @Test
  void aPromiseForAnAccountIsAboutWhatWasIssuedByItsDay() {
    LedgerEvent promise = promise(day(3), day(30));
    InvoiceHistory paid = due("A", 9).with(payment(day(4), eur("100.00")));
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("B", eur("100.00"), day(4), day(10)));
    assertThat(ofAccount(promise, paid, later)).isEqualTo(PromiseOutcome.State.KEPT);
    assertThat(ofAccount(promise, later)).isEqualTo(PromiseOutcome.State.KEPT);
    InvoiceHistory sameDay = InvoiceHistory.of(Invoice.of("B", eur("100.00"), day(3), day(10)));
    assertThat(ofAccount(promise, paid, sameDay)).isEqualTo(PromiseOutcome.State.RUNNING);
  }

  private static PromiseOutcome.State ofAccount(LedgerEvent promise, InvoiceHistory... invoices) {
    Account account = account(List.of(invoices), promise);
    return account.promises(day(12), Days.NONE, BusinessCalendar.everyDay()).get(0).state();
  }

  /** Of invoices over 100.00, due on a day, of which a part may be disputed. */
  @Test
  void aPromiseOfAnAmountIsAPartOfWhatWasOverdueElseOfWhatFallsDueFirst() {
    InvoiceHistory overdue = due("A", 0);
    InvoiceHistory later = due("B", 3);
    InvoiceHistory next = due("C", 20);
    InvoiceHistory last = due("D", 25);
    InvoiceHistory dollars = InvoiceHistory.of(Invoice.of("E", usd("100.00"), day(-30), day(-5)));
    InvoiceHistory unissued = InvoiceHistory.of(Invoice.of("F", eur("100.00"), day(11), day(11)));
    InvoiceHistory issued = InvoiceHistory.of(Invoice.of("G", eur("100.00"), day(10), day(10)));
    InvoiceHistory paid = due("H", 1).with(payment(day(2), eur("100.00")));
    LedgerEvent disputed = dispute(day(2), eur("30.00"), "price");
    assertThat(partOf(overdue, later, next)).isEqualTo(200_00);
    assertThat(partOf(overdue.with(disputed), next)).isEqualTo(70_00);
    assertThat(partOf(overdue, dollars, unissued, paid)).isEqualTo(100_00);
    // it is overdue on the day after
    assertThat(partOf(due("A", 9), due("B", 10))).isEqualTo(100_00);
    // nothing is overdue
    assertThat(partOf(last, next, due("I", 20))).isEqualTo(200_00);
    assertThat(partOf(last, next.with(disputed), dollars, unissued, paid)).isEqualTo(70_00);
    assertThat(partOf(next, issued)).isEqualTo(100_00);
    assertThat(partOf(issued, unissued)).isEqualTo(100_00);
    assertThat(partOf(dollars, paid)).isZero();
  }

  private static InvoiceHistory due(String number, int on) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), day(-30), day(on)));
  }

  /** Promised on the tenth day for all of an account. */
  private static long partOf(InvoiceHistory... invoices) {
    Account account = account(List.of(invoices), promise(day(10), eur("50.00"), day(30)));
    return account.promises(day(12), Days.NONE, BusinessCalendar.everyDay()).get(0).ofMinor();
  }

  private static PromiseOutcome promised(InvoiceHistory history) {
    return history.promises(day(9), Days.NONE, BusinessCalendar.everyDay()).get(0);
  }
}
