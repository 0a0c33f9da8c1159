package io.dunning.evaluation;

import io.dunning.calendar.Days;
import io.dunning.ledger.Patience;
import io.dunning.money.Percentage;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Resumption;

/** What a policy says about promises and payment plans, taken apart. */
final class PreparedAgreements {
  final Days promiseTolerance;
  final Percentage promiseHoldsAllFrom;
  final Days planCure;

  /** How many concessions hold, and for how long; null if that is not limited. */
  final Patience patience;

  /** The steps at which the ladder goes on after a broken promise or plan; -1 where it was. */
  final int afterPromise;

  final int afterPlan;

  /** Whether a broken promise or plan ends the wait after the last contact. */
  final boolean promiseLiftsGap;

  final boolean planLiftsGap;

  PreparedAgreements(DunningPolicy policy) {
    AgreementRules rules = policy.agreements();
    promiseTolerance = rules.promiseTolerance();
    promiseHoldsAllFrom = rules.promiseHoldsAllFrom();
    planCure = rules.planCure();
    patience = rules.patience().isUnlimited() ? null : rules.patience();
    afterPromise = startingStep(policy, rules.brokenPromise());
    afterPlan = startingStep(policy, rules.brokenPlan());
    promiseLiftsGap = rules.brokenPromise().ignoresEarlierContacts();
    planLiftsGap = rules.brokenPlan().ignoresEarlierContacts();
  }

  /** Whether the ladder goes on where it was, whatever is broken. */
  boolean bringNothingForward() {
    return afterPromise < 0 && afterPlan < 0;
  }

  private static int startingStep(DunningPolicy policy, Resumption resumption) {
    return resumption.startingStep().map(policy.ladder()::indexOf).orElse(-1);
  }
}
