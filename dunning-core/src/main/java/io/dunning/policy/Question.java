package io.dunning.policy;

import io.dunning.calendar.EpochDay;

/**
 * What all conditions have in common beyond what users see: how a condition is written into the
 * fingerprint of its policy.
 */
sealed interface Question extends Condition permits Leaf, Combined, Not, Watched {

  /** Writes this condition so that no other condition is written alike. */
  void write(CanonicalForm form);

  /** Writes any condition. */
  static void write(CanonicalForm form, Condition condition) {
    ((Question) condition).write(form);
  }

  /** The day after the last day on which something holds; never if it holds for ever. */
  static long dayAfter(long lastDay) {
    return lastDay == EpochDay.NEVER ? lastDay : lastDay + 1;
  }
}
