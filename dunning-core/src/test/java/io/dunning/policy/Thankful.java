package io.dunning.policy;

import io.dunning.calendar.Days;

/** Policies of tests that thank who has paid. */
public final class Thankful {
  private Thankful() {}

  /** The policy with thanks within some days. */
  public static DunningPolicy with(DunningPolicy policy, Days days) {
    OutreachRules outreach =
        new ImmutableOutreachRules.Builder().from(policy.outreach()).thanksWithin(days).build();
    return new ImmutableDunningPolicy.Builder().from(policy).outreach(outreach).build();
  }
}
