package io.dunning.policy;

import io.dunning.charge.ChargeRules;
import io.dunning.ledger.Tolerance;

/** Policies of tests with another tolerance, or with other charges. */
public final class Tolerant {
  private Tolerant() {}

  public static DunningPolicy with(DunningPolicy policy, Tolerance tolerance) {
    AccountRules account =
        new ImmutableAccountRules.Builder().from(policy.account()).tolerance(tolerance).build();
    return new ImmutableDunningPolicy.Builder().from(policy).account(account).build();
  }

  public static DunningPolicy with(DunningPolicy policy, ChargeRules charges) {
    return new ImmutableDunningPolicy.Builder().from(policy).charges(charges).build();
  }
}
