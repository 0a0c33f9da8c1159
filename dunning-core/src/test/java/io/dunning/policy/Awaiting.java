package io.dunning.policy;

import io.dunning.calendar.Days;

/** Policies of tests that wait for payments under way. */
public final class Awaiting {
  private Awaiting() {}

  /**
   * The policy with other rules about payments under way.
   *
   * @param number decides which rules: every number in a row another mixture
   */
  public static DunningPolicy with(DunningPolicy policy, int number) {
    ImmutablePaymentRules.Builder rules = new ImmutablePaymentRules.Builder();
    rules.receiptsHold(
        number % 2 == 0 ? Days.calendarDays(number % 11) : Days.businessDays(number % 7));
    if (number % 3 > 0) {
      rules.bankDataStaleAfter(
          number % 3 == 1 ? Days.businessDays(number % 5) : Days.calendarDays(number % 9));
      int steps = policy.ladder().steps().size();
      rules.staleBankDataHoldsFrom(policy.ladder().steps().get(number % steps).name());
    }
    if (number % 5 == 0) {
      rules.untilCollectionFailed(PaymentRules.UntilCollectionFailed.GO_ON);
    }
    if (number % 4 == 0) {
      rules.collectionAwaitedFor(Days.calendarDays(number % 30));
    }
    return new ImmutableDunningPolicy.Builder().from(policy).payments(rules.build()).build();
  }
}
