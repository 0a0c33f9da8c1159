package io.dunning.compiled;

import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.util.List;

/**
 * The condition of a step, if it asks nothing or compares what is open or overdue with an amount.
 *
 * @param always whether it asks nothing
 * @param overdue whether it asks for what is overdue, and not for what is open
 * @param currency the number of the currency
 * @param least the least sum for which it holds, in minor units
 */
record AmountTest(boolean always, boolean overdue, int currency, long least) {
  /** Stands for a condition that asks for anything but an amount. */
  static final AmountTest UNKNOWN = new AmountTest(true, false, Names.UNKNOWN, 0);

  static final AmountTest ALWAYS = new AmountTest(true, false, Names.NO_CURRENCY, 0);

  /** What a condition comes to; {@link #UNKNOWN} if it asks for anything else. */
  static AmountTest of(Condition condition) {
    if (condition.equals(Condition.always())) {
      return ALWAYS;
    }
    List<Money> amounts = condition.needs().amounts();
    if (amounts.size() != 1 || amounts.get(0).minorUnits() == Long.MIN_VALUE) {
      return UNKNOWN;
    }
    Money least = amounts.get(0);
    Money below = Money.ofMinor(least.minorUnits() - 1, least.currency());
    boolean overdue =
        condition.equals(Condition.overdueAtLeast(least))
            || condition.equals(Condition.overdueMoreThan(below));
    boolean open =
        condition.equals(Condition.balanceAtLeast(least))
            || condition.equals(Condition.balanceMoreThan(below));
    int number = Names.currency(least.currency());
    return number != Names.UNKNOWN && (overdue || open)
        ? new AmountTest(false, overdue, number, least.minorUnits())
        : UNKNOWN;
  }

  boolean isUnknown() {
    return this == UNKNOWN;
  }

  /** Whether it holds for what is open and overdue in a currency. */
  boolean holds(long openSum, long overdueSum, int inCurrency) {
    return always || (inCurrency == currency ? overdue ? overdueSum : openSum : 0) >= least;
  }
}
