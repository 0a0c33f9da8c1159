package io.dunning.compiled;

import io.dunning.money.CurrencyUnit;

/** The numbers of names that were asked for lately: most accounts ask for the same. */
final class LatestNumbers {
  private static final int MOST = 64;

  private CurrencyUnit unit;
  private int unitNumber;
  private final String[] steps = new String[MOST];
  private final int[] stepNumbers = new int[MOST];

  /** The number of a currency. */
  int of(CurrencyUnit asked) {
    if (asked != unit) {
      unit = asked;
      unitNumber = Names.currency(asked);
    }
    return unitNumber;
  }

  /** The number of a step; names that are one object, as constants are, are found again at once. */
  int of(String step) {
    int slot = System.identityHashCode(step) & MOST - 1;
    if (steps[slot] != step) {
      steps[slot] = step;
      stepNumbers[slot] = Names.step(step);
    }
    return stepNumbers[slot];
  }
}
