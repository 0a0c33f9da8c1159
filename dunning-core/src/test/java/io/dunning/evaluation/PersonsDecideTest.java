package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.stepApproved;
import static io.dunning.event.LedgerEvent.stepRefused;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps that a person approves or refuses, and debts that are left to a person. */
class PersonsDecideTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final EscalationStep CALL =
      step("call").at(daysPastDue(3)).take(placeCall()).needsApproval();
  private static final LedgerEvent APPROVED = stepApproved(day(4), "call");
  private static final LedgerEvent REFUSED = stepRefused(day(5), "call");
  private static final LedgerEvent APPROVED_AGAIN = stepApproved(day(6), "call");

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static DunningPolicy policy(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps)).build();
  }

  private static LedgerEvent[] events(LedgerEvent... events) {
    return events;
  }

  private static Account account(LedgerEvent[] ofInvoice, LedgerEvent... ofAccount) {
    Invoice invoice = Invoice.of("I", eur("100.00"), day(-30), DUE);
    return Account.of(
        Customer.of("C"), List.of(InvoiceHistory.of(invoice).with(ofInvoice)), List.of(ofAccount));
  }

  private static Verdict verdict(LedgerEvent[] ofInvoice, LedgerEvent... ofAccount) {
    return now(policy(CALL), ofInvoice, ofAccount).verdict();
  }

  private static Recommendation now(
      DunningPolicy policy, LedgerEvent[] ofInvoice, LedgerEvent... ofAccount) {
    return EVALUATOR
        .evaluate(policy, account(ofInvoice, ofAccount), day(10))
        .recommendations()
        .get(0);
  }

  @Test
  void theLatestDecisionOnInvoiceOrAccountCounts() {
    assertThat(verdict(events())).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(verdict(events(APPROVED))).isEqualTo(Verdict.ACT);
    assertThat(verdict(events(), APPROVED)).isEqualTo(Verdict.ACT);
    assertThat(verdict(events(REFUSED))).isEqualTo(Verdict.EXHAUSTED);
    assertThat(verdict(events(), REFUSED)).isEqualTo(Verdict.EXHAUSTED);
    assertThat(verdict(events(APPROVED), REFUSED)).isEqualTo(Verdict.EXHAUSTED);
    assertThat(verdict(events(REFUSED), APPROVED)).isEqualTo(Verdict.EXHAUSTED);
    assertThat(verdict(events(REFUSED), APPROVED_AGAIN)).isEqualTo(Verdict.ACT);
    assertThat(verdict(events(APPROVED_AGAIN), REFUSED)).isEqualTo(Verdict.ACT);
    // on one day the decision about the invoice counts
    assertThat(verdict(events(REFUSED), stepApproved(day(5), "call"))).isEqualTo(Verdict.EXHAUSTED);
  }

  @Test
  void aDecisionCountsInItsCycleAndOnlyForItsStep() {
    assertThat(verdict(events(stepApproved(day(4), "other")))).isEqualTo(Verdict.AWAIT_APPROVAL);
    LedgerEvent newTerms = termsRenegotiated(day(5), day(6));
    assertThat(verdict(events(APPROVED, newTerms))).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(verdict(events(newTerms, APPROVED_AGAIN))).isEqualTo(Verdict.ACT);
    assertThat(verdict(events(termsRenegotiated(day(4), day(6)), APPROVED))).isEqualTo(Verdict.ACT);
  }

  /** Of an account that is decided about together: what was decided about debts that were paid. */
  @ParameterizedTest
  @EnumSource
  void aDecisionAboutAnOlderDebtSaysNothingAboutANewOne(AccountRules.Unit unit) {
    DunningPolicy policy =
        DunningPolicy.named("p").per(unit).ladder(EscalationLadder.of(CALL)).build();
    LedgerEvent[] paid = {payment(day(-300), eur("100.00"))};
    InvoiceHistory old =
        InvoiceHistory.of(Invoice.of("OLD", eur("100.00"), day(-400), day(-370))).with(paid);
    Account both = account(events()).with(old);
    for (LedgerEvent earlier :
        List.of(stepApproved(day(-360), "call"), stepRefused(day(-360), "call"))) {
      Recommendation now = first(policy, both.with(earlier), 10);
      assertThat(now.verdict()).as("%s", earlier).isEqualTo(Verdict.AWAIT_APPROVAL);
    }
    assertThat(first(policy, both.with(stepApproved(day(-360), "call"), APPROVED), 10).verdict())
        .isEqualTo(Verdict.ACT);
  }

  /** The invoice was issued when another one was decided about, but nobody asked for its money. */
  @ParameterizedTest
  @EnumSource
  void aDecisionAboutTheAccountSaysNothingAboutWhatWasNotDue(AccountRules.Unit unit) {
    DunningPolicy policy =
        DunningPolicy.named("p").per(unit).ladder(EscalationLadder.of(CALL)).build();
    for (LedgerEvent early : List.of(stepApproved(day(0), "call"), stepRefused(day(0), "call"))) {
      assertThat(first(policy, account(events(), early), 10).verdict())
          .as("%s", early)
          .isEqualTo(Verdict.AWAIT_APPROVAL);
    }
    assertThat(first(policy, account(events(), stepApproved(day(1), "call")), 10).verdict())
        .isEqualTo(Verdict.ACT);
    // nor does it hide what was decided about the invoice itself, even before it was due
    LedgerEvent[] own = events(stepApproved(day(-2), "call"));
    assertThat(first(policy, account(own, stepRefused(day(-1), "call")), 10).verdict())
        .isEqualTo(Verdict.ACT);
    assertThat(first(policy, account(events(), stepRefused(day(1), "call")), 10).verdict())
        .isEqualTo(Verdict.EXHAUSTED);
  }

  /** Before the due date, a decision counts from the day on which the step was reached. */
  @ParameterizedTest
  @EnumSource
  void aDecisionAboutTheAccountCountsForAStepBeforeTheDueDate(AccountRules.Unit unit) {
    for (Trigger trigger : List.of(daysBeforeDue(5), daysAfterInvoice(25))) {
      EscalationStep early = step("call").at(trigger).take(placeCall()).needsApproval();
      DunningPolicy policy =
          DunningPolicy.named("p").per(unit).ladder(EscalationLadder.of(early)).build();
      assertThat(first(policy, account(events()), -4).verdict())
          .as("%s", trigger)
          .isEqualTo(Verdict.AWAIT_APPROVAL);
      assertThat(first(policy, account(events(), stepApproved(day(-4), "call")), -4).verdict())
          .isEqualTo(Verdict.ACT);
      assertThat(first(policy, account(events(), stepRefused(day(-4), "call")), -4).verdict())
          .isNotEqualTo(Verdict.AWAIT_APPROVAL);
    }
  }

  private static Recommendation first(DunningPolicy policy, Account account, int afterDue) {
    return EVALUATOR.evaluate(policy, account, day(afterDue)).recommendations().get(0);
  }

  /**
   * The call about the first invoice used the approval up; the second is too young for that call.
   */
  @Test
  void anApprovalIsUsedUpByTheStepForAnotherInvoice() {
    DunningPolicy policy =
        DunningPolicy.named("p")
            .per(AccountRules.Unit.ACCOUNT)
            .ladder(EscalationLadder.of(CALL))
            .build();
    InvoiceHistory next = InvoiceHistory.of(Invoice.of("J", eur("50.00"), day(-20), day(10)));
    Account called = account(events(), APPROVED, stepTaken(day(6), "call")).with(next);
    Account paid = called.with(called.invoices().get(0).with(payment(day(12), eur("100.00"))));
    assertThat(first(policy, paid, 20).verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(first(policy, paid.with(stepApproved(day(15), "call")), 20).verdict())
        .isEqualTo(Verdict.ACT);
  }

  @Test
  void aDecisionIsUsedUpOnTheDayOfItsStep() {
    DunningPolicy repeats =
        DunningPolicy.named("p")
            .ladder(EscalationLadder.of(CALL).repeatLastEvery(calendarDays(2)))
            .build();
    LedgerEvent taken = stepTaken(day(6), "call");
    assertThat(now(repeats, events(APPROVED, taken)).verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(now(repeats, events(APPROVED_AGAIN, taken)).verdict())
        .isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(now(repeats, events(taken, stepApproved(day(7), "call"))).verdict())
        .isEqualTo(Verdict.ACT);
  }

  @Test
  void nobodyIsAskedAboutAStepThatNeedsNoApproval() {
    EscalationStep free = step("call").at(daysPastDue(3)).take(placeCall());
    assertThat(now(policy(free), events(REFUSED)).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void onceItsLawfulStepsAreDoneARestrictedDebtIsHeldByTheLongestRestriction() {
    LedgerEvent insolvent = restricted(day(1), Restriction.INSOLVENCY, day(20));
    LedgerEvent pause = restricted(day(2), Restriction.BREATHING_SPACE, day(30));
    EscalationStep lawful =
        step("note")
            .at(daysPastDue(3))
            .take(sendReminder(EMAIL))
            .evenDuring(Restriction.INSOLVENCY, Restriction.BREATHING_SPACE);
    LedgerEvent noted = stepTaken(day(4), "note", EMAIL);
    DunningPolicy policy = policy(lawful, CALL);
    for (Recommendation each :
        List.of(
            now(policy, events(insolvent, pause, noted)),
            now(policy, events(noted), insolvent, pause),
            now(policy, events(insolvent, noted), pause))) {
      assertThat(each.verdict()).isEqualTo(Verdict.HOLD);
      assertThat(each.reason())
          .hasToString(
              "in a breathing space since 2026-02-16 through 2026-03-16: a person has to decide");
      assertThat(each.reviewOn()).contains(day(31));
    }
    assertThat(
            now(policy, events(restricted(day(1), Restriction.INSOLVENCY), pause, noted)).reason())
        .hasToString("insolvent since 2026-02-15: a person has to decide");
    Explanation acts = EVALUATOR.explain(policy, account(events(insolvent, pause)), day(10)).get(0);
    assertThat(acts.recommendation().step()).contains("note");
    assertThat(acts.leftOut())
        .contains(
            new LeftOutReason.StepForbidden(
                "call", List.of(Restriction.INSOLVENCY, Restriction.BREATHING_SPACE)));
  }
}
