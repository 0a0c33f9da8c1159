package io.dunning.policy;

import io.dunning.ledger.Patience;

/** Policies of tests with a patience. */
public final class Patient {
  private Patient() {}

  /** The policy with another patience. */
  public static DunningPolicy with(DunningPolicy policy, Patience patience) {
    AgreementRules rules =
        new ImmutableAgreementRules.Builder().from(policy.agreements()).patience(patience).build();
    return new ImmutableDunningPolicy.Builder().from(policy).agreements(rules).build();
  }

  /** The policy with the usual condition that holds. */
  public static DunningPolicy holdingByDefault(DunningPolicy policy) {
    return new ImmutableDunningPolicy.Builder()
        .from(policy)
        .holdWhile(DunningPolicy.DEFAULT_HOLD)
        .build();
  }
}
