package io.dunning.json.policy;

import io.dunning.money.Money;
import io.dunning.settlement.PlanRule;
import java.util.Optional;

/** How a debt may be paid in instalments. */
final class PlanShape extends Shape<PlanRule, PlanRule> {
  private static final String TYPE = "PlanRule.";
  private static final PlanRule USUAL = PlanRule.monthly(1);

  private final Key<PlanRule, PlanRule, Integer> most;

  PlanShape() {
    super("a rule for payment plans");
    most =
        required(
            "instalments at most",
            TYPE + "maximumInstalments",
            Forms.NUMBER.such("6"),
            PlanRule::maximumInstalments,
            "The highest number of instalments.");
    key(
        "instalment at least",
        TYPE + "minimumInstalments",
        Forms.AMOUNTS.such("50.00 EUR"),
        p -> Table.some(p.minimumInstalments()),
        (p, all) -> {
          PlanRule rule = p;
          for (Money each : all.values()) {
            rule = rule.ofAtLeast(each);
          }
          return rule;
        },
        "The least instalment, by currency.");
    key(
        "every",
        TYPE + "every",
        Forms.PERIOD,
        p -> unless(USUAL.every(), p.every()),
        PlanRule::every,
        "The time between two instalments; a month unless set.");
    course();
  }

  private void course() {
    key(
        "first after",
        TYPE + "firstAfterDays",
        Forms.counted("day"),
        p -> unless(USUAL.firstAfterDays(), p.firstAfterDays()),
        PlanRule::firstAfter,
        "How long after the proposal the first instalment is due.");
    key(
        "rising by",
        TYPE + "risingByPercent",
        Forms.WHOLE_PERCENT,
        p -> unless(0, p.risingByPercent()),
        PlanRule::risingBy,
        "By what share of the first instalment each one is higher than the one before.");
    key(
        "interest goes on",
        TYPE + "interestGoesOn",
        Forms.FLAG,
        p -> Optional.of(p.interestGoesOn()).filter(y -> y),
        (p, yes) -> yes ? p.withInterest() : p,
        "Whether interest accrues while the plan is paid.");
  }

  @Override
  PlanRule start(Values values) {
    return PlanRule.monthly(values.get(most));
  }

  @Override
  PlanRule end(PlanRule draft) {
    return draft;
  }
}
