package io.dunning.evaluation;

import io.dunning.calendar.Days;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PaymentRules;
import io.dunning.policy.PaymentRules.UntilCollectionFailed;

/** What a policy says about money that may be under way, taken apart. */
final class PreparedPayments {
  final Days receiptsHold;

  /** How old the bank data may be; null if that does not matter. */
  final Days staleAfter;

  /** The place of the first step that waits while they are stale. */
  final int staleFrom;

  final boolean awaitsCollection;

  /** For how long at most; null without an end. */
  final Days awaitedFor;

  PreparedPayments(DunningPolicy policy) {
    PaymentRules rules = policy.payments();
    receiptsHold = rules.receiptsHold();
    staleAfter = rules.bankDataStaleAfter().orElse(null);
    staleFrom = rules.staleBankDataHoldsFrom().map(policy.ladder()::indexOf).orElse(0);
    awaitsCollection = rules.untilCollectionFailed() == UntilCollectionFailed.HOLD;
    awaitedFor = rules.collectionAwaitedFor().orElse(null);
  }
}
