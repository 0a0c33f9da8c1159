package io.dunning.charge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What each payment pays, the latest last. What was paid back, or found nothing to pay any more, is
 * taken out.
 */
final class PaidShares {
  private final Deque<Shares> paid = new ArrayDeque<>();

  void add(Shares shares) {
    paid.addLast(shares);
  }

  /** What pays fees and interest. */
  long charges() {
    return paid.stream().mapToLong(Shares::charges).sum();
  }

  /** Takes from what the latest payments pay of the principal until all pay so much of it. */
  void lowerPrincipalTo(long most) {
    long excess = paid.stream().mapToLong(Shares::principal).sum() - most;
    Deque<Shares> later = new ArrayDeque<>();
    while (excess > 0) {
      Shares latest = paid.removeLast();
      long freed = Math.min(excess, latest.principal());
      later.push(latest.minus(Claim.PRINCIPAL, freed));
      excess -= freed;
    }
    paid.addAll(later);
  }

  /**
   * Undoes the latest payments, each in the reverse of the order in which it paid; what was
   * recorded as paying charges is not among it.
   */
  Shares takeBack(long amount, List<Claim> order) {
    Shares back = Shares.NONE;
    long left = amount;
    while (left > 0 && !paid.isEmpty()) {
      Shares latest = paid.removeLast();
      for (int i = order.size() - 1; i >= 0; i--) {
        Claim next = order.get(i);
        long undone = Math.min(left, latest.of(next));
        latest = latest.minus(next, undone);
        back = back.plus(next, undone);
        left -= undone;
      }
      if (left == 0) {
        paid.addLast(latest);
      }
    }
    return back;
  }
}
