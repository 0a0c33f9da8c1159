package io.dunning.conduct;

import io.dunning.action.ContactWishes;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.EpochDay;
import java.time.LocalDate;
import java.util.List;

/** The spans of days on which a customer does not want to be contacted, as epoch days. */
final class QuietDays {
  private QuietDays() {}

  /** Returns the first day after the spans that contain a day; the day itself if there is none. */
  static long freeFrom(ContactWishes wishes, long day) {
    long free = day;
    for (DateSpan each : around(wishes, day)) {
      if (each.contains(LocalDate.ofEpochDay(day))) {
        free = Math.max(free, each.lastInclusive().toEpochDay() + 1);
      }
    }
    return free;
  }

  /**
   * Returns the first quiet day from a day on, including it; {@link EpochDay#NEVER} if there is
   * none.
   */
  static long stopsFrom(ContactWishes wishes, long day) {
    long first = EpochDay.NEVER;
    for (DateSpan each : around(wishes, day)) {
      if (each.lastInclusive().toEpochDay() >= day) {
        first = Math.min(first, Math.max(day, each.first().toEpochDay()));
      }
    }
    return first;
  }

  private static List<DateSpan> around(ContactWishes wishes, long day) {
    return wishes.isNone() ? List.of() : wishes.daysAround(LocalDate.ofEpochDay(day));
  }
}
