package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import java.util.function.Supplier;

/**
 * A decision about a debt on a day.
 *
 * @param debt what was decided about
 * @param ladder where it stands on the ladder; null if no rule had to ask
 * @param outcome what was decided
 * @param why makes the reason, with its facts
 * @param next when it can come out otherwise
 */
record Decision(Debt debt, Ladder ladder, Outcome outcome, Supplier<Reason> why, NextChange next) {
  private static final int MOST_LOOKS = 5_000;

  /**
   * The first later day on which the outcome differs, if nothing happens until then: decides again
   * on each day on which it can, until it does. After very many of them it is the next such day,
   * although nothing differs on it: looking again too early misses nothing.
   *
   * @return an epoch day, or never
   */
  long reviewDay() {
    if (next.opaque()) {
      return debt.day() + 1;
    }
    if (next.certain()) {
      return next.on();
    }
    long day = next.on();
    for (int looks = 1; day <= EpochDay.LAST; looks++) {
      Decision then = Decider.decide(debt.scope(), day);
      if (then.next.opaque() || looks == MOST_LOOKS || !then.outcome.equals(outcome)) {
        return day;
      }
      day = then.next.on();
    }
    return EpochDay.NEVER;
  }
}
