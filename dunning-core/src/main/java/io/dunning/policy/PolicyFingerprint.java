package io.dunning.policy;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.DunningAction;
import io.dunning.action.PersonRole;
import io.dunning.behaviour.ProfileScope;
import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.event.Concession;
import io.dunning.ledger.Patience;
import java.util.List;
import java.util.SortedMap;

/**
 * The fingerprint of a policy, from the canonical form of all its rules. A rule is written by its
 * values; where a value of another package has only words, its words are written, and the texts
 * that a user put into it are written apart, so that they cannot pass for other rules.
 *
 * <p>The names of the classes of resumptions, risk models, actions, conditions and limits on
 * contacts are part of every stored fingerprint; never rename one.
 */
final class PolicyFingerprint implements Trigger.Visitor<CanonicalForm> {
  private final CanonicalForm form = new CanonicalForm();

  private PolicyFingerprint() {}

  static String of(DunningPolicy policy) {
    return canonical(policy).digest();
  }

  static CanonicalForm canonical(DunningPolicy policy) {
    PolicyFingerprint all = new PolicyFingerprint();
    all.form.text("policy 2").text(policy.name()).text(policy.version());
    all.ladder(policy.ladder());
    all.form.words(policy.grace().days()).constant(policy.clock());
    all.form.words(policy.minimumAmounts().values());
    Question.write(all.form, policy.holdWhile());
    all.account(policy.account());
    all.agreements(policy.agreements());
    all.reopening(policy.reopening());
    RuleForms rules = new RuleForms(all.form);
    all.form.number(policy.outreach().minimumDaysBetweenContacts());
    policy
        .outreach()
        .deliveryPresumedAfter()
        .ifPresent(d -> all.form.text("delivery presumed").words(d));
    rules.conduct(policy.outreach().conduct());
    rules.charges(policy.charges());
    rules.settlement(policy.settlement());
    all.form.words(policy.plans());
    rules.endgame(policy.endgame());
    all.form.words(policy.profileWindow());
    all.risk(policy.riskModel());
    all.rareRules(policy);
    return all.form;
  }

  /** Rules that most policies do not have, each with its name. */
  private void rareRules(DunningPolicy policy) {
    if (policy.leastSettledInvoices() != ProfileScope.LEAST_SETTLED) {
      form.text("least settled").number(policy.leastSettledInvoices());
    }
    int days = policy.outreach().minimumDaysBetweenSteps();
    if (days > 0) {
      form.text("between steps").number(days);
    }
    policy.outreach().deliveryGivenUpAfter().ifPresent(d -> form.text("given up").words(d));
    policy.outreach().thanksWithin().ifPresent(d -> form.text("thanks").words(d));
    policy.liveFrom().ifPresent(d -> form.text("live from").words(d));
    payments(policy.payments());
  }

  private void payments(PaymentRules rules) {
    if (!rules.receiptsHold().equals(PaymentRules.DEFAULT.receiptsHold())) {
      form.text("receipts hold").words(rules.receiptsHold());
    }
    rules.bankDataStaleAfter().ifPresent(d -> form.text("bank data stale").words(d));
    rules.staleBankDataHoldsFrom().ifPresent(s -> form.text("stale data hold from").text(s));
    if (rules.untilCollectionFailed() != PaymentRules.DEFAULT.untilCollectionFailed()) {
      form.text("until a collection failed").constant(rules.untilCollectionFailed());
    }
    rules.collectionAwaitedFor().ifPresent(d -> form.text("collection awaited").words(d));
  }

  private void account(AccountRules rules) {
    form.constant(rules.unit()).constant(rules.documentLevel());
    form.constant(rules.credits()).constant(rules.accountSteps());
    if (!rules.tolerance().isNone()) {
      form.text("tolerance").words(rules.tolerance().amounts().values());
      form.words(rules.tolerance().share());
    }
  }

  private void agreements(AgreementRules rules) {
    form.words(rules.promiseTolerance()).words(rules.planCure());
    if (!rules.promiseHoldsAllFrom().equals(AgreementRules.DEFAULT.promiseHoldsAllFrom())) {
      form.text("promises hold all").words(rules.promiseHoldsAllFrom());
    }
    resumption(rules.brokenPromise());
    resumption(rules.brokenPlan());
    if (!rules.patience().equals(Patience.UNLIMITED)) {
      form.text("patience").text(rules.patience().granter());
      limits(rules.patience().counts());
      limits(rules.patience().days());
    }
  }

  private void limits(SortedMap<Concession, Integer> limits) {
    form.constants(limits.keySet());
    limits.values().forEach(form::number);
  }

  private void resumption(Resumption resumption) {
    form.text(resumption.getClass().getSimpleName());
    form.texts(resumption.startingStep().stream().toList());
  }

  private void reopening(ReopeningRules rules) {
    form.constant(rules.age()).constant(rules.steps());
  }

  /** A scorecard ends with its points, so that its name cannot pass for some of them. */
  private void risk(RiskModel model) {
    form.text(model.getClass().getSimpleName());
    form.texts(model instanceof Scorecard card ? List.of(card.name()) : List.of());
    form.words(model);
  }

  private void ladder(EscalationLadder ladder) {
    form.constant(ladder.progression()).words(ladder.repeat()).number(ladder.steps().size());
    ladder.steps().forEach(this::step);
  }

  private void step(EscalationStep step) {
    form.text(step.name()).number(step.trigger().stream().count());
    step.trigger().ifPresent(t -> t.accept(this));
    form.number(step.actions().size());
    step.actions().forEach(this::action);
    form.constants(step.fallbackChannels());
    Question.write(form, step.condition());
    form.number(step.prerequisites().size());
    step.prerequisites().forEach(p -> Question.write(form, p));
    form.words(step.minimumAmounts().values());
    form.words(step.minimumDaysSinceLastContact().stream().boxed().toList());
    form.words(step.deadline());
    form.constants(step.tone().stream().toList());
    Question.write(form, step.softerTone());
    form.constants(step.allowedDuring());
    String approver = step.approver().equals("a person") ? "" : " of " + step.approver();
    form.text(step.approvalNeeded() ? "approval" + approver : "");
    if (step.allowedWhileOverdue()) {
      form.text("even while overdue");
    }
    people(step);
  }

  /** Written only where a step names people. */
  private void people(EscalationStep step) {
    if (!step.addressees().isEmpty()) {
      form.text("addressees").texts(step.addressees().stream().map(PersonRole::name).toList());
    }
    if (!step.performers().isEmpty()) {
      form.text("performers").number(step.performers().size());
      for (Assignment each : step.performers()) {
        form.constant(each.performer().kind()).text(each.performer().name());
        form.words(each.performer().commission());
        Question.write(form, each.condition());
      }
    }
  }

  /** The words of an action follow from its kind and its channel; a task has words of its own. */
  private void action(DunningAction action) {
    form.text(action.getClass().getSimpleName());
    form.constants(action.channel().stream().toList());
    form.text(action instanceof BackOfficeAction.Task task ? task.what() : action.toString());
  }

  @Override
  public CanonicalForm beforeDue(Trigger.BeforeDue trigger) {
    return form.text("before due").words(trigger.days());
  }

  @Override
  public CanonicalForm pastDue(Trigger.PastDue trigger) {
    return form.text("past due").words(trigger.days());
  }

  @Override
  public CanonicalForm endOfMonthPastDue(Trigger.EndOfMonthPastDue trigger) {
    return form.text("end of month").words(trigger.days());
  }

  @Override
  public CanonicalForm afterInvoice(Trigger.AfterInvoice trigger) {
    return form.text("after invoice").words(trigger.days());
  }

  @Override
  public CanonicalForm afterStep(Trigger.AfterStep trigger) {
    return form.text("after step").text(trigger.step()).words(trigger.days());
  }

  @Override
  public CanonicalForm afterDeadline(Trigger.AfterDeadline trigger) {
    return form.text("after deadline").text(trigger.step()).words(trigger.days());
  }
}
