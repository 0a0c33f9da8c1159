package io.dunning.compiled;

import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;

/**
 * What an invoice costs to which nothing has happened, under rules that charge simple interest and
 * nothing else. Immutable and thread-safe.
 */
final class ChargeMeter {
  /** A rate is not known. */
  static final long UNKNOWN = -1;

  private static final long[] NO_PAYMENTS = {};

  private final LateInterest interest;

  private ChargeMeter(LateInterest interest) {
    this.interest = interest;
  }

  /** The meter of some rules; null if they charge anything else. */
  static ChargeMeter of(ChargeRules rules) {
    LateInterest interest = rules.interest().orElse(null);
    boolean simple =
        interest != null
            && interest.compounding() == LateInterest.Compounding.NONE
            && interest.minimums().isEmpty()
            && interest.period().grace().count() == 0
            && interest.period().limit().isEmpty();
    return simple && rules.fees().isEmpty() && rules.cap().isEmpty()
        ? new ChargeMeter(interest)
        : null;
  }

  /**
   * The charges of an invoice by the end of a day, in minor units; {@link #UNKNOWN} for want of a
   * rate, and the largest number for what does not fit.
   */
  long on(long open, long due, long day) {
    long through = Math.min(day, due + ChargeRules.LONGEST);
    try {
      return interest.interestMinor(open, due, through, NO_PAYMENTS, NO_PAYMENTS, 0);
    } catch (IllegalStateException e) {
      return UNKNOWN;
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * The first day after one on which charges have not reached an amount, on which they do; never if
   * they do not, or nobody knows.
   */
  long reachesOn(long open, long due, long day, long amount) {
    long last = Math.min(Packing.MOST_DAYS, Math.max(day, due) + ChargeRules.LONGEST);
    long below = day;
    long reached = Math.min(last, below + 1);
    for (long step = 1; isBelow(open, due, reached, amount); step *= 2) {
      if (reached == last) {
        return Packing.NEVER;
      }
      below = reached;
      reached = Math.min(last, reached + step);
    }
    while (reached - below > 1) {
      long middle = below + (reached - below) / 2;
      if (isBelow(open, due, middle, amount)) {
        below = middle;
      } else {
        reached = middle;
      }
    }
    return on(open, due, reached) == UNKNOWN ? Packing.NEVER : reached;
  }

  /** Whether charges are known and below an amount; they may reach it before they are unknown. */
  private boolean isBelow(long open, long due, long day, long amount) {
    long charges = on(open, due, day);
    return charges != UNKNOWN && charges < amount;
  }
}
