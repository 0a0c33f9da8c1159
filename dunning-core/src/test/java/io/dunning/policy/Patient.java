package io.dunning.policy;

import io.dunning.ledger.Patience;

/** Policies of tests with a patience, and with other rules that a random policy may lack. */
public final class Patient {
  private Patient() {}

  /** The policy with another patience. */
  public static DunningPolicy with(DunningPolicy policy, Patience patience) {
    AgreementRules rules =
        new ImmutableAgreementRules.Builder().from(policy.agreements()).patience(patience).build();
    return new ImmutableDunningPolicy.Builder().from(policy).agreements(rules).build();
  }

  /** The policy for accounts whose invoices keep their own levels. */
  public static DunningPolicy ofOwnLevels(DunningPolicy policy) {
    AccountRules rules =
        new ImmutableAccountRules.Builder()
            .from(policy.account())
            .unit(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.OWN)
            .build();
    return new ImmutableDunningPolicy.Builder().from(policy).account(rules).build();
  }

  /** The policy with the usual condition that holds. */
  public static DunningPolicy holdingByDefault(DunningPolicy policy) {
    return new ImmutableDunningPolicy.Builder()
        .from(policy)
        .holdWhile(DunningPolicy.DEFAULT_HOLD)
        .build();
  }
}
