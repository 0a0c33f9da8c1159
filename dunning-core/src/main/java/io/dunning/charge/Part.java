package io.dunning.charge;

/**
 * A part of an invoice with a due date of its own, while interest accrues on it. Days are epoch
 * days.
 */
final class Part {
  long due;
  long amount;
  long open;

  /** The first day that bears interest, and the last. */
  long first;

  long last;

  /**
   * The day from which interest is asked: later than the first if days of grace count afterwards.
   */
  long claimFrom;

  /** The first day for which interest has not accrued yet. */
  long next;

  /** Interest that bears interest, and what has accrued since the last rest. */
  Exact capital = Exact.ZERO;

  Exact sinceRest = Exact.ZERO;
  int rests;

  /** Whether there is anything that bears interest. */
  boolean bears() {
    return open > 0 || !capital.isZero() || !sinceRest.isZero();
  }

  /** Whether interest goes on accruing. */
  boolean accrues() {
    return bears() && next <= last;
  }

  void lower(long amount) {
    open -= amount;
  }

  void raise(long amount) {
    open += amount;
  }
}
