package io.dunning.policy;

import io.dunning.calendar.Days;

/**
 * How many calendar days a number of days or months can be, whatever day it counts from.
 *
 * @param earliest the fewest days
 * @param latest the most days
 */
record DayBounds(int earliest, int latest) {
  /** By how many days months can differ from their average, with short months and leap years. */
  private static final int SPREAD = 5;

  static DayBounds of(Days days) {
    int count = days.count();
    return switch (days.unit()) {
      case CALENDAR -> new DayBounds(count, count);
      case BUSINESS -> new DayBounds(count, Integer.MAX_VALUE);
      case MONTH -> {
        int average = 30 * count + 7 * count / 16;
        yield new DayBounds(
            Math.max(28 * Math.min(count, 1), average - SPREAD),
            Math.min(31 * count, average + SPREAD));
      }
    };
  }

  /** The same, counted backwards. */
  DayBounds negated() {
    return new DayBounds(-latest, -earliest);
  }
}
