package io.dunning.json.policy;

import io.dunning.calendar.Days;
import io.dunning.policy.PaymentRules.UntilCollectionFailed;
import io.dunning.policy.PolicyDraft;

/** The keys of a policy about money that may be under way. */
final class PaymentKeys {
  private static final String PAYMENTS = "PaymentRules.";
  private static final Days WEEK = Days.calendarDays(7);

  private final PolicyShape policy;

  PaymentKeys(PolicyShape policy) {
    this.policy = policy;
  }

  /** Adds the keys. */
  void add() {
    policy.rule(
        "receipts hold steps for",
        "DunningPolicy.payments," + PAYMENTS + "receiptsHold",
        Forms.DAYS.such("3 business days"),
        p -> Shape.unless(WEEK, p.payments().receiptsHold()),
        PolicyDraft::receiptsHold,
        "For how long a receipt that is not booked holds the step it may answer.");
    policy.rule(
        "bank data stale after",
        PAYMENTS + "bankDataStaleAfter",
        Forms.DAYS.such("2 business days"),
        p -> p.payments().bankDataStaleAfter(),
        PolicyDraft::bankDataStaleAfter,
        "How old the bank data may be before steps wait for newer ones.");
    policy.rule(
        "stale bank data hold from",
        PAYMENTS + "staleBankDataHoldsFrom",
        Forms.text("a step", "final demand"),
        p -> p.payments().staleBankDataHoldsFrom(),
        PolicyDraft::staleBankDataHoldsFrom,
        "The first step that waits while the bank data are stale.");
    policy.rule(
        "until a collection failed",
        PAYMENTS + "untilCollectionFailed",
        Forms.choice("one of the choices here", UntilCollectionFailed.values()),
        p -> Shape.unless(UntilCollectionFailed.HOLD, p.payments().untilCollectionFailed()),
        PolicyDraft::untilCollectionFailed,
        "Whether steps wait while you collect by direct debit or card and nothing failed.");
    policy.rule(
        "collections awaited for",
        PAYMENTS + "collectionAwaitedFor",
        Forms.DAYS.such("14 days"),
        p -> p.payments().collectionAwaitedFor(),
        PolicyDraft::collectionAwaitedFor,
        "For how long at most steps wait for a collection, from the due date on.");
  }
}
