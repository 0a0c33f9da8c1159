package io.dunning.policy;

import io.dunning.ledger.Tolerance;

/** Policies of tests with another tolerance. */
public final class Tolerant {
  private Tolerant() {}

  public static DunningPolicy with(DunningPolicy policy, Tolerance tolerance) {
    AccountRules account =
        new ImmutableAccountRules.Builder().from(policy.account()).tolerance(tolerance).build();
    return new ImmutableDunningPolicy.Builder().from(policy).account(account).build();
  }
}
