package io.dunning.json.policy;

import io.dunning.calendar.Days;
import io.dunning.ledger.Patience;
import io.dunning.money.Percentage;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Resumption;

/** The keys of a policy about promises, payment plans and debts that were reopened. */
final class AgreementKeys {
  private static final String AGREEMENTS = "AgreementRules.";
  private static final String REOPENING = "ReopeningRules.";

  private final PolicyShape policy;

  AgreementKeys(PolicyShape policy) {
    this.policy = policy;
  }

  /** Adds the keys. */
  void add() {
    promises();
    reopening();
  }

  private void promises() {
    policy.rule(
        "promise tolerance",
        "DunningPolicy.agreements," + AGREEMENTS + "promiseTolerance",
        Forms.DAYS.such("2 days"),
        p -> Shape.unless(Days.NONE, p.agreements().promiseTolerance()),
        PolicyDraft::promiseTolerance,
        "How long after its day a promise to pay can still be kept.");
    policy.rule(
        "promise holds all from",
        AGREEMENTS + "promiseHoldsAllFrom",
        Forms.PERCENT.such("50%"),
        p -> Shape.unless(Percentage.percent("100"), p.agreements().promiseHoldsAllFrom()),
        PolicyDraft::promiseHoldsAllFrom,
        "From which share of a debt on a promise holds the whole debt.");
    policy.rule(
        "after a broken promise",
        AGREEMENTS + "brokenPromise",
        Sentences.RESUMPTION,
        p -> Shape.unless(Resumption.whereItWas(), p.agreements().brokenPromise()),
        PolicyDraft::brokenPromise,
        "How the ladder goes on after a broken promise.");
    plans();
  }

  private void plans() {
    policy.rule(
        "plan cure",
        AGREEMENTS + "planCure",
        Forms.DAYS.such("5 days"),
        p -> Shape.unless(Days.NONE, p.agreements().planCure()),
        PolicyDraft::planCure,
        "How long after its day an instalment of a payment plan can still be paid.");
    policy.rule(
        "after a broken plan",
        AGREEMENTS + "brokenPlan",
        Sentences.RESUMPTION,
        p -> Shape.unless(Resumption.whereItWas(), p.agreements().brokenPlan()),
        PolicyDraft::brokenPlan,
        "How the ladder goes on after a broken payment plan.");
    policy.rule(
        "patience",
        AGREEMENTS + "patience",
        Sentences.PATIENCE,
        p -> Shape.unless(Patience.UNLIMITED, p.agreements().patience()),
        PolicyDraft::patience,
        "How often and how long promises, plans, deferrals and holds stop the ladder.");
  }

  private void reopening() {
    policy.rule(
        "reopened debts age",
        "DunningPolicy.reopening," + REOPENING + "age",
        Forms.choice("a way to age", ReopeningRules.ReversedAge.values()),
        p -> Shape.unless(ReopeningRules.ReversedAge.FROM_DUE_DATE, p.reopening().age()),
        PolicyDraft::reversedAge,
        "From when on a debt ages that was paid and reopened by a reversal.");
    policy.rule(
        "steps before a reversal",
        REOPENING + "steps",
        Forms.choice("one of the choices here", ReopeningRules.ReversedSteps.values()),
        p -> Shape.unless(ReopeningRules.ReversedSteps.COUNT, p.reopening().steps()),
        PolicyDraft::reversedSteps,
        "Whether the steps that were taken before a reversal count.");
  }
}
