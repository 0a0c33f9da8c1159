package io.dunning.charge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What each payment pays, the latest last. What was paid back, or found nothing to pay any more, is
 * taken out.
 */
final class PaidShares {
  /** Most invoices are paid once or twice. */
  private static final int FEW = 3;

  private final Deque<Shares> paid = new ArrayDeque<>(FEW);

  void add(Shares shares) {
    paid.addLast(shares);
  }

  /** What pays fees and interest. */
  long charges() {
    long sum = 0;
    for (Shares each : paid) {
      sum += each.charges();
    }
    return sum;
  }

  /** Takes from what the latest payments pay of the principal until all pay so much of it. */
  void lowerPrincipalTo(long most) {
    long excess = -most;
    for (Shares each : paid) {
      excess += each.principal();
    }
    if (excess <= 0) {
      return;
    }
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
