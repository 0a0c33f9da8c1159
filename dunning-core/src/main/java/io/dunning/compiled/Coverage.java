package io.dunning.compiled;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.ledger.Patience;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionNeeds;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.OutreachRules;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** Which policies the tables of a {@link CompiledPolicy} can hold. */
final class Coverage {
  private Coverage() {}

  /** Whether the tables cover a policy, with business days counted by a calendar. */
  static boolean covers(DunningPolicy policy, BusinessCalendar calendar) {
    return isUsual(policy.account())
        && isUsual(policy.agreements())
        && policy.payments().bankDataStaleAfter().isEmpty()
        && policy.clock() == DunningPolicy.Clock.RUNS
        && isUsual(policy.charges())
        && isUsual(policy.outreach())
        && policy.ladder().progression() == Progression.CLIMB
        && policy.ladder().steps().size() < Short.MAX_VALUE
        && policy.liveFrom().map(Coverage::fits).orElse(true)
        && Holding.of(policy.holdWhile()) != null
        && (policy.grace().days().unit() == Days.Unit.CALENDAR || isEndless(calendar))
        && policy.ladder().steps().stream().allMatch(s -> isUsual(policy, s))
        && policy.ladder().steps().stream().allMatch(Coverage::hasNumbers)
        && haveNumbers(policy.minimumAmounts());
  }

  private static boolean fits(LocalDate day) {
    return Math.abs(day.toEpochDay()) < Packing.MOST_DAYS;
  }

  private static boolean isEndless(BusinessCalendar calendar) {
    return calendar.covered().first().toEpochDay() < -Packing.MOST_DAYS
        && calendar.covered().lastInclusive().toEpochDay() > 2L * Packing.MOST_DAYS;
  }

  private static boolean isUsual(AccountRules rules) {
    return rules.documentLevel() == AccountRules.DocumentLevel.OLDEST
        && rules.credits() == AccountRules.Credits.APART
        && rules.tolerance().isNone();
  }

  private static boolean isUsual(AgreementRules rules) {
    return rules.brokenPromise().startingStep().isEmpty()
        && rules.brokenPlan().startingStep().isEmpty()
        && rules.patience().equals(Patience.UNLIMITED);
  }

  private static boolean isUsual(OutreachRules rules) {
    return rules.thanksWithin().isEmpty()
        && rules.deliveryGivenUpAfter().isEmpty()
        && rules.minimumDaysBetweenContacts() < Packing.MOST_DAYS
        && rules.minimumDaysBetweenSteps() < Packing.MOST_DAYS;
  }

  /** Payments pay the principal first, and the charges that are left open no debt of their own. */
  private static boolean isUsual(ChargeRules rules) {
    return rules.order() == AllocationOrder.PRINCIPAL_INTEREST_COSTS
        && rules.onceSettled() != ChargeRules.OnceSettled.CHASED;
  }

  private static boolean isUsual(DunningPolicy policy, EscalationStep step) {
    Trigger trigger = step.trigger().orElseThrow();
    return (trigger instanceof Trigger.PastDue
            || trigger instanceof Trigger.EndOfMonthPastDue
            || isAnchored(trigger))
        && conditions(step).noneMatch(c -> isUnforeseeable(policy, c.needs()))
        && step.minimumDaysSinceLastContact().orElse(0) < Packing.MOST_DAYS;
  }

  /** Whether a step counts from an earlier one. */
  static boolean isAnchored(Trigger trigger) {
    return trigger instanceof Trigger.AfterStep || trigger instanceof Trigger.AfterDeadline;
  }

  /** Whatever is asked about a step. */
  private static Stream<Condition> conditions(EscalationStep step) {
    return Stream.of(
            Stream.of(step.condition(), step.softerTone()),
            step.prerequisites().stream(),
            step.performers().stream().map(Assignment::condition))
        .flatMap(all -> all);
  }

  /** Whether nobody can foresee when a condition changes, so that its step is reviewed daily. */
  private static boolean isUnforeseeable(DunningPolicy policy, ConditionNeeds needs) {
    boolean risk = needs.risk() || needs.settlement() || needs.routes();
    return needs.dailyReview() || risk && policy.riskModel().dailyReview();
  }

  private static boolean hasNumbers(EscalationStep step) {
    return Names.stepOfPolicy(step.name()) != Names.UNKNOWN && haveNumbers(step.minimumAmounts());
  }

  private static boolean haveNumbers(Map<CurrencyUnit, Money> amounts) {
    return amounts.keySet().stream().allMatch(c -> Names.currency(c) != Names.UNKNOWN);
  }
}
