package io.dunning.check;

import static io.dunning.check.PolicyFinding.warning;
import static io.dunning.check.StepKinds.quoted;

import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.SettlementRule;
import java.util.ArrayList;
import java.util.List;

/** Finds offers and plans that never come, or come too early. */
final class OfferFaults {
  private OfferFaults() {}

  static List<PolicyFinding> of(DunningPolicy policy) {
    List<PolicyFinding> all = new ArrayList<>();
    List<EscalationStep> steps = policy.ladder().steps();
    policy
        .settlement()
        .ifPresent(
            rule -> {
              if (steps.stream().noneMatch(EscalationStep::offersSettlement)) {
                all.add(
                    warning(
                        FindingKind.OFFER_NEVER_MADE,
                        "settlement",
                        "the policy has a settlement rule, but no step offers a settlement"));
              }
              for (int i = 0; i < steps.size(); i++) {
                tooEarly(policy, rule, i, all);
              }
            });
    if (policy.plans().isPresent() && steps.stream().noneMatch(EscalationStep::proposesPlan)) {
      all.add(
          warning(
              FindingKind.PLAN_NEVER_PROPOSED,
              "payment plans",
              "the policy has a rule for payment plans, but no step proposes one"));
    }
    return all;
  }

  private static void tooEarly(
      DunningPolicy policy, SettlementRule rule, int index, List<PolicyFinding> all) {
    EscalationStep step = policy.ladder().steps().get(index);
    int from = rule.tiers().get(0).fromDaysPastDue();
    int day = Nominal.day(policy, index);
    if (step.offersSettlement() && day < from) {
      all.add(
          warning(
              FindingKind.OFFER_TOO_EARLY,
              Place.of(index, "at"),
              "step %s is reached about %s, but an offer can be made from %s on"
                  .formatted(quoted(step), Nominal.words(day), Nominal.words(from))));
    }
  }
}
