package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Decided;
import io.dunning.compiled.Holder;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.List;

/**
 * Decides readably without making recommendations, for columns that keep neither facts nor
 * documents: what an answer states, such as the charges of each invoice, costs more than deciding.
 */
final class Deciding {
  private Deciding() {}

  /** A decision for each recommendation that the evaluator would give, in the same order. */
  static Decided[] of(PreparedPolicy policy, Account account, LocalDate asOf) {
    List<Scope> scopes = Scopes.of(policy, null, account, asOf);
    Decided[] all = new Decided[scopes.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = of(Decider.decide(scopes.get(i), scopes.get(i).books().asOf));
    }
    return all;
  }

  private static Decided of(Decision decision) {
    Outcome outcome = decision.outcome();
    long review = decision.reviewDay();
    boolean held = outcome.verdict() == Verdict.HOLD;
    return new Decided(
        outcome.verdict().ordinal(),
        outcome.rule().ordinal(),
        held ? holder(decision.why().get()) : null,
        outcome.step(),
        review > EpochDay.LAST ? EpochDay.NEVER : review);
  }

  /** What of a packed standing would hold a debt for such a reason; null if nothing of it would. */
  static Holder holder(Reason reason) {
    if (reason instanceof HoldReason.OnHold) {
      return Holder.RECORDED;
    }
    if (reason instanceof HoldReason.Disputed || reason instanceof HoldReason.CreditNoteOwed) {
      return Holder.DISPUTE;
    }
    return reason instanceof HoldReason.Promised ? Holder.PROMISE : null;
  }
}
