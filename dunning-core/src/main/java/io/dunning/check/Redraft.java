package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.PersonRole;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.event.Restriction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.OutreachRules;
import io.dunning.policy.PaymentRules;
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
    payments(draft, policy.payments());
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

  private static void payments(PolicyDraft draft, PaymentRules rules) {
    draft.receiptsHold(rules.receiptsHold()).untilCollectionFailed(rules.untilCollectionFailed());
    rules.bankDataStaleAfter().ifPresent(draft::bankDataStaleAfter);
    rules.staleBankDataHoldsFrom().ifPresent(draft::staleBankDataHoldsFrom);
    rules.collectionAwaitedFor().ifPresent(draft::collectionAwaitedFor);
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

  /** A step with its parts in variables, so that some of them can be left out or changed. */
  static final class StepDraft {
    private final EscalationStep from;
    private final String place;
    private final BiFunction<String, Condition, Condition> conditions;
    List<DunningAction> actions;
    boolean approval;

    StepDraft(EscalationStep from) {
      this(from, "", (place, condition) -> condition);
    }

    StepDraft(
        EscalationStep from, String place, BiFunction<String, Condition, Condition> conditions) {
      this.from = from;
      this.place = place;
      this.conditions = conditions;
      actions = from.actions();
      approval = from.approvalNeeded();
    }

    StepDraft doing(List<DunningAction> other) {
      actions = other;
      return this;
    }

    StepDraft unapproved() {
      approval = false;
      return this;
    }

    EscalationStep build() {
      EscalationStep step =
          EscalationStep.step(from.name())
              .take(actions.toArray(new DunningAction[0]))
              .onlyIf(conditions.apply(place + ".only if", from.condition()))
              .orBy(from.fallbackChannels().toArray(new Channel[0]))
              .addressedTo(from.addressees().toArray(new PersonRole[0]))
              .evenDuring(from.allowedDuring().toArray(new Restriction[0]));
      step = from.trigger().map(step::at).orElse(step);
      step = from.deadline().map(step::grants).orElse(step);
      if (from.minimumDaysSinceLastContact().isPresent()) {
        step = step.minimumDaysSinceLastContact(from.minimumDaysSinceLastContact().getAsInt());
      }
      for (var amount : from.minimumAmounts().values()) {
        step = step.minimumAmount(amount);
      }
      step = from.allowedWhileOverdue() ? step.evenWhileOverdue() : step;
      step = approval ? step.needsApprovalOf(from.approver()) : step;
      return conditioned(step);
    }

    private EscalationStep conditioned(EscalationStep step) {
      EscalationStep made = step;
      for (int i = 0; i < from.prerequisites().size(); i++) {
        made =
            made.requires(
                conditions.apply(
                    place + "." + Place.item("requires", i), from.prerequisites().get(i)));
      }
      for (int i = 0; i < from.performers().size(); i++) {
        Assignment each = from.performers().get(i);
        made =
            made.performedBy(
                each.performer(),
                conditions.apply(
                    place + "." + Place.item("performed by", i) + ".only if", each.condition()));
      }
      if (from.tone().isPresent()) {
        made =
            made.tone(
                from.tone().get(), conditions.apply(place + ".softer tone if", from.softerTone()));
      }
      return made;
    }
  }
}
