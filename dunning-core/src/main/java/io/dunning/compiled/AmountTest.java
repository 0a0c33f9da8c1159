package io.dunning.compiled;

import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import java.util.List;

/**
 * The condition of a step, if it asks nothing, compares a sum with an amount, or holds if one of
 * several such comparisons does, such as one for each currency.
 *
 * @param sum what it asks for
 * @param currency the number of the currency
 * @param least the least sum for which it holds, in minor units
 * @param or the next comparison, which is enough, too; null if there is none
 */
record AmountTest(Sum sum, int currency, long least, AmountTest or) {
  /** Stands for a condition that asks for anything else. */
  static final AmountTest UNKNOWN = new AmountTest(Sum.NOTHING, Names.UNKNOWN, 0, null);

  static final AmountTest ALWAYS = new AmountTest(Sum.NOTHING, Names.NO_CURRENCY, 0, null);

  /** What a condition can ask for. */
  enum Sum {
    /** Nothing: it always holds. */
    NOTHING,
    /** What is open. */
    OPEN,
    /** What is overdue. */
    OVERDUE,
    /** What the oldest item costs. */
    CHARGES
  }

  /**
   * What a condition comes to; {@link #UNKNOWN} if it asks for anything else.
   *
   * @param metered whether charges can be asked for
   */
  static AmountTest of(Condition condition, boolean metered) {
    if (condition.equals(Condition.always())) {
      return ALWAYS;
    }
    List<Condition> parts = ConditionParts.of(condition);
    return parts.size() > 1 ? ofAny(condition, parts) : ofOne(condition, metered);
  }

  /** A comparison for each part, if it is enough that one of them holds. */
  private static AmountTest ofAny(Condition condition, List<Condition> parts) {
    if (!parts.stream().reduce(Condition::or).orElseThrow().equals(condition)) {
      return UNKNOWN;
    }
    AmountTest all = null;
    for (Condition part : parts) {
      AmountTest one = ofOne(part, false);
      if (one.isUnknown()) {
        return UNKNOWN;
      }
      all = new AmountTest(one.sum, one.currency, one.least, all);
    }
    return all;
  }

  private static AmountTest ofOne(Condition condition, boolean metered) {
    if (condition.needs().charges()) {
      return metered ? ofCharges(condition) : UNKNOWN;
    }
    List<Money> amounts = condition.needs().amounts();
    if (amounts.size() != 1 || amounts.get(0).minorUnits() == Long.MIN_VALUE) {
      return UNKNOWN;
    }
    Money least = amounts.get(0);
    Sum sum = sum(condition, least, Money.ofMinor(least.minorUnits() - 1, least.currency()));
    int number = Names.currency(least.currency());
    return number == Names.UNKNOWN || sum == Sum.NOTHING
        ? UNKNOWN
        : new AmountTest(sum, number, least.minorUnits(), null);
  }

  /** What a condition asks to reach an amount, or to be more than the one below it. */
  private static Sum sum(Condition condition, Money least, Money below) {
    if (condition.equals(Condition.overdueAtLeast(least))
        || condition.equals(Condition.overdueMoreThan(below))) {
      return Sum.OVERDUE;
    }
    if (condition.equals(Condition.balanceAtLeast(least))
        || condition.equals(Condition.balanceMoreThan(below))) {
      return Sum.OPEN;
    }
    return Sum.NOTHING;
  }

  /** Reads the amount from the sentence of the condition, which names it last. */
  private static AmountTest ofCharges(Condition condition) {
    String[] words = condition.toString().split(" ");
    try {
      Money least = Money.parse(words[words.length - 2] + " " + words[words.length - 1]);
      int number = Names.currency(least.currency());
      return number != Names.UNKNOWN && condition.equals(Condition.chargesAtLeast(least))
          ? new AmountTest(Sum.CHARGES, number, least.minorUnits(), null)
          : UNKNOWN;
    } catch (IllegalArgumentException e) {
      return UNKNOWN; // it says more
    }
  }

  boolean isUnknown() {
    return this == UNKNOWN;
  }

  boolean asksCharges() {
    return sum == Sum.CHARGES;
  }

  /** Whether it holds for what is open, overdue and charged in a currency. */
  boolean holds(long open, long overdue, long charges, int inCurrency) {
    boolean same = inCurrency == currency;
    boolean enough =
        switch (sum) {
          case NOTHING -> true;
          case OPEN -> (same ? open : 0) >= least;
          case OVERDUE -> (same ? overdue : 0) >= least;
          case CHARGES -> same && charges >= least;
        };
    return enough || or != null && or.holds(open, overdue, charges, inCurrency);
  }
}
