package io.dunning.check;

import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.event.Restriction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.OutreachRules;
import io.dunning.policy.PolicyDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Makes a policy anew, with something changed. */
final class Redraft {
  private Redraft() {}

  /** A draft with all rules of a policy. */
  static PolicyDraft of(DunningPolicy policy) {
    PolicyDraft draft =
        DunningPolicy.named(policy.name())
            .version(policy.version())
            .ladder(policy.ladder())
            .charges(policy.charges())
            .grace(policy.grace().days())
            .holdWhile(policy.holdWhile())
            .leastSettledInvoices(policy.leastSettledInvoices())
            .riskModel(policy.riskModel())
            .clock(policy.clock())
            .reversedAge(policy.reopening().age())
            .reversedSteps(policy.reopening().steps());
    policy.settlement().ifPresent(draft::settlement);
    policy.plans().ifPresent(draft::plans);
    policy.endgame().ifPresent(draft::endgame);
    policy.profileWindow().ifPresent(draft::profileWindow);
    policy.liveFrom().ifPresent(draft::liveFrom);
    policy.minimumAmounts().values().forEach(draft::minimumAmount);
    draft.keeping(policy.invariants().toArray(new Invariant[0]));
    account(draft, policy.account());
    agreements(draft, policy.agreements());
    outreach(draft, policy.outreach());
    return draft;
  }

  private static void account(PolicyDraft draft, AccountRules rules) {
    draft
        .per(rules.unit())
        .documentLevel(rules.documentLevel())
        .credits(rules.credits())
        .accountSteps(rules.accountSteps())
        .tolerance(rules.tolerance());
  }

  private static void agreements(PolicyDraft draft, AgreementRules rules) {
    draft
        .promiseTolerance(rules.promiseTolerance())
        .promiseHoldsAllFrom(rules.promiseHoldsAllFrom())
        .brokenPromise(rules.brokenPromise())
        .planCure(rules.planCure())
        .brokenPlan(rules.brokenPlan())
        .patience(rules.patience());
  }

  private static void outreach(PolicyDraft draft, OutreachRules rules) {
    draft
        .minimumDaysBetweenContacts(rules.minimumDaysBetweenContacts())
        .minimumDaysBetweenSteps(rules.minimumDaysBetweenSteps())
        .conduct(rules.conduct());
    rules.deliveryPresumedAfter().ifPresent(draft::deliveryPresumedAfter);
    rules.deliveryGivenUpAfter().ifPresent(draft::deliveryGivenUpAfter);
    rules.thanksWithin().ifPresent(draft::thanksWithin);
  }

  /** A policy with other fees, charged by the same rules as before. */
  static DunningPolicy withFees(DunningPolicy policy, List<LateFee> fees) {
    ChargeRules from = policy.charges();
    ChargeRules rules = ChargeRules.of(fees.toArray(new LateFee[0])).by(from.source());
    rules = rules.paying(from.order()).inDispute(from.inDispute()).onceSettled(from.onceSettled());
    for (Restriction each : Restriction.values()) {
      rules = rules.whileRestricted(each, from.whileRestricted(each));
    }
    rules = from.interest().map(rules::with).orElse(rules);
    return of(policy).charges(from.cap().map(rules::capped).orElse(rules)).build();
  }

  /** A policy with other steps, gone up and repeated as before. */
  static DunningPolicy withSteps(DunningPolicy policy, List<EscalationStep> steps) {
    EscalationLadder ladder = EscalationLadder.of(steps).progression(policy.ladder().progression());
    return of(policy)
        .ladder(policy.ladder().repeat().map(ladder::repeatLastEvery).orElse(ladder))
        .build();
  }

  /** A policy with one step changed. */
  static DunningPolicy withStep(
      DunningPolicy policy, int index, UnaryOperator<EscalationStep> change) {
    List<EscalationStep> steps = new ArrayList<>(policy.ladder().steps());
    steps.set(index, change.apply(steps.get(index)));
    return withSteps(policy, steps);
  }

  /** A policy with each condition replaced, by its place such as {@code ladder[2].only if}. */
  static DunningPolicy withConditions(
      DunningPolicy policy, BiFunction<String, Condition, Condition> change) {
    List<EscalationStep> steps = new ArrayList<>();
    for (int i = 0; i < policy.ladder().steps().size(); i++) {
      steps.add(new StepDraft(policy.ladder().steps().get(i), Place.step(i), change).build());
    }
    DunningPolicy changed = withSteps(policy, steps);
    return of(changed).holdWhile(change.apply("hold while", policy.holdWhile())).build();
  }
}
