package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.event.Concession.DEFERRAL;
import static io.dunning.event.Concession.HOLD;
import static io.dunning.event.Concession.PLAN;
import static io.dunning.event.Concession.PROMISE;
import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.furtherGranted;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.holdReleased;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Patience;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a debt gets is limited: promises, plans, deferrals and holds. */
class PatienceTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  private static PolicyDraft rules(Patience patience) {
    return DunningPolicy.named("test")
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                step("demand").at(daysPastDue(30)).take(sendDemand(LETTER))))
        .patience(patience);
  }

  private static InvoiceHistory history(LedgerEvent... events) {
    return Fixtures.history("I-1", eur("100.00"), DUE, events);
  }

  private static Recommendation on(int pastDue, Patience patience, LedgerEvent... events) {
    return EVALUATOR.evaluate(rules(patience).build(), history(events), day(pastDue));
  }

  private static String explained(int pastDue, Patience patience, LedgerEvent... events) {
    return EVALUATOR.explain(rules(patience).build(), history(events), day(pastDue)).toString();
  }

  private static void holdsThrough(int last, Patience patience, LedgerEvent... events) {
    assertThat(on(last, patience, events).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(on(last, patience, events).reviewOn()).contains(day(last + 1));
    assertThat(on(last + 1, patience, events).verdict()).isNotEqualTo(Verdict.HOLD);
  }

  @Test
  void onePromiseTooManyIsRecordedAndDoesNotHold() {
    Patience two = Patience.UNLIMITED.atMost(2, PROMISE).moreOnlyFrom("head of credit");
    LedgerEvent[] promises = {
      promise(day(3), day(8)), promise(day(9), day(14)), promise(day(15), day(40))
    };
    assertThat(on(10, two, promises).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(on(15, two, promises).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(15, Patience.UNLIMITED, promises).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(explained(15, two, promises))
        .contains(
            "- promise of 2026-03-16 until 2026-04-10: does not hold, at most 2 in a cycle; only"
                + " head of credit may grant one more");
    // it is broken all the same
    assertThat(explained(41, two, promises)).doesNotContain("does not hold");
  }

  @Test
  void onlyWhoMayGrantOneMoreGrantsIt() {
    Patience one = Patience.UNLIMITED.atMost(1, PROMISE).moreOnlyFrom("head of credit");
    LedgerEvent first = promise(day(3), day(8));
    LedgerEvent second = promise(day(9), day(20));
    LedgerEvent bySomebody = furtherGranted(day(10), PROMISE, "clerk");
    LedgerEvent ofPlan = furtherGranted(day(10), PLAN, "head of credit");
    LedgerEvent byHead = furtherGranted(day(11), PROMISE, "head of credit");
    assertThat(on(11, one, first, second, bySomebody, ofPlan).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(10, one, first, second, byHead).verdict()).isEqualTo(Verdict.ACT);
    holdsThrough(20, one, first, second, byHead);
    assertThat(on(22, one, first, second, byHead, promise(day(22), day(30))).verdict())
        .isEqualTo(Verdict.ACT);
    Patience anybody = Patience.UNLIMITED.atMost(1, PROMISE);
    holdsThrough(20, anybody, first, second, bySomebody);
  }

  @Test
  void promisesHoldSoManyDaysInAll() {
    Patience tenDays = Patience.UNLIMITED.daysInAll(10, PROMISE);
    // 6 days, then the 4 that are left
    LedgerEvent first = promise(day(3), day(8));
    holdsThrough(15, tenDays, first, promise(day(12), day(30)));
    // the promise that took the place of the first one ended it
    holdsThrough(12, tenDays, promise(day(3), day(30)), promise(day(6), day(40)));
    assertThat(explained(13, tenDays, first, promise(day(12), day(30))))
        .contains("payment promised by 2026-03-31, waited for only through 2026-03-16")
        .contains(
            "- promise of 2026-03-13 until 2026-03-31: holds only through 2026-03-16, at most 10"
                + " days in all");
    // one that nobody limits
    LedgerEvent more = furtherGranted(day(12), PROMISE, "boss");
    holdsThrough(30, tenDays, first, promise(day(12), day(30)), more);
  }

  @Test
  void aPromiseOfAnotherCurrencyIsNoneOfThisDebt() {
    Patience one = Patience.UNLIMITED.atMost(1, PROMISE);
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(history(promise(day(4), day(20)))),
            List.of(promise(day(3), Money.of("5.00", CurrencyUnit.of("USD")), day(9))));
    DunningPolicy policy = rules(one).build();
    assertThat(EVALUATOR.evaluate(policy, account, day(10)).recommendations().get(0).verdict())
        .isEqualTo(Verdict.HOLD);
  }

  @Test
  void whatTheAccountGotCountsForEachInvoiceThatWasIssued() {
    Patience one = Patience.UNLIMITED.atMost(1, PROMISE);
    InvoiceHistory late = history(promise(day(40), day(60)));
    InvoiceHistory later =
        Fixtures.history("I-2", eur("50.00"), day(35), promise(day(40), day(60)));
    Account account =
        Account.of(Customer.of("C"), List.of(late, later), List.of(promise(day(-20), day(-10))));
    // the promise of the account was over before the second invoice was issued
    DunningPolicy policy = rules(one).build();
    List<Recommendation> both = EVALUATOR.evaluate(policy, account, day(45)).recommendations();
    assertThat(both.get(0).verdict()).isEqualTo(Verdict.ACT);
    assertThat(both.get(1).verdict()).isEqualTo(Verdict.HOLD);
  }

  @Test
  void newTermsBeginANewCycle() {
    Patience one = Patience.UNLIMITED.atMost(1, PROMISE);
    LedgerEvent first = promise(day(3), day(8));
    assertThat(on(31, one, first, promise(day(30), day(40))).verdict()).isEqualTo(Verdict.ACT);
    assertThat(
            on(31, one, first, termsRenegotiated(day(10), day(15)), promise(day(30), day(40)))
                .verdict())
        .isEqualTo(Verdict.HOLD);
  }

  @Test
  void holdsAreLimitedEvenIfTheyHaveNoEnd() {
    Patience patience = Patience.UNLIMITED.atMost(2, HOLD).daysInAll(20, HOLD);
    holdsThrough(23, patience, hold(day(4), "lawyer asks"));
    assertThat(explained(5, patience, hold(day(4), "lawyer asks")))
        .contains("on hold (lawyer asks) through 2026-03-24");
    // days that two holds share count once
    holdsThrough(23, patience, hold(day(4), "a", day(10)), hold(day(6), "b"));
    // what was released is not spent
    LedgerEvent[] released = {hold(day(4), "a"), holdReleased(day(9)), hold(day(20), "b")};
    holdsThrough(34, patience, released);
    assertThat(
            on(8, patience, hold(day(4), "a", day(5)), hold(day(4), "b", day(5)), hold(day(7), "c"))
                .verdict())
        .isEqualTo(Verdict.ACT);
  }

  @Test
  void aDeferralGoesNoFurtherThanTheDaysAfterTheDueDate() {
    Patience patience = Patience.UNLIMITED.atMost(2, DEFERRAL).daysInAll(10, DEFERRAL);
    LedgerEvent first = deferred(day(1), day(5));
    LedgerEvent second = deferred(day(5), day(30));
    LedgerEvent third = deferred(day(6), day(8));
    // 3 days after the tenth day past due
    assertThat(on(12, patience, first, second, third).verdict()).isEqualTo(Verdict.WAIT);
    assertThat(on(13, patience, first, second, third).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(13, Patience.UNLIMITED, first, second).verdict()).isEqualTo(Verdict.NOT_DUE);
    assertThat(explained(9, patience, first, second, third))
        .contains("deferral of 2026-03-06 until 2026-03-31: holds only through 2026-03-11")
        .doesNotContain("deferral of 2026-03-07");
  }

  @Test
  void aPlanTooManyDoesNotHoldButASettlementThatWasPaidSettles() {
    Patience none = Patience.UNLIMITED.atMost(0, PLAN);
    LedgerEvent plan =
        planAgreed(
            day(4),
            List.of(new Instalment(day(20), eur("50.00")), new Instalment(day(50), eur("50.00"))));
    assertThat(on(5, none, plan).verdict()).isEqualTo(Verdict.ACT);
    Patience tenDays = Patience.UNLIMITED.daysInAll(10, PLAN);
    holdsThrough(13, tenDays, plan);
    assertThat(explained(5, tenDays, plan))
        .contains("payment plan of 2026-03-05 is kept, next")
        .contains("waited for only through 2026-03-14");
    LedgerEvent settled = settlementAccepted(day(4), eur("70.00"), day(9));
    assertThat(on(6, none, settled, payment(day(5), eur("70.00"))).reason())
        .isInstanceOf(HoldReason.Settled.class);
  }

  /** The clock of the ladder stops only while something holds. */
  @Test
  void whatDoesNotHoldStopsNoClock() {
    LedgerEvent[] events = {promise(day(1), day(5)), promise(day(6), day(20))};
    Patience one = Patience.UNLIMITED.atMost(1, PROMISE);
    DunningPolicy stops = rules(one).clock(DunningPolicy.Clock.STOPS).build();
    assertThat(EVALUATOR.evaluate(stops, history(events), day(7)).verdict())
        .isEqualTo(Verdict.WAIT);
    assertThat(EVALUATOR.evaluate(stops, history(events), day(8)).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void theReasonGivesItsFacts() {
    Explanation explanation =
        EVALUATOR.explain(
            rules(Patience.UNLIMITED.atMost(0, PROMISE)).build(),
            history(promise(day(3), day(8))),
            day(4));
    Reason beyond = explanation.leftOut().get(0);
    assertThat(beyond.facts())
        .containsEntry("concession", PROMISE)
        .containsEntry("on", day(3))
        .containsEntry("until", day(8))
        .containsEntry("most", 0)
        .doesNotContainKey("days");
  }

  @Test
  void thePolicyPrintsItsPatience() {
    assertThat(rules(Patience.UNLIMITED.atMost(2, PROMISE)).build().toString())
        .contains("at most 2 promises");
  }
}
