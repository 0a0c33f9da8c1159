package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Counts days for a policy: by its calendar, and over its grace period. */
abstract sealed class PreparedDays permits PreparedPolicy {
  final BusinessCalendar calendar;

  /** The last day that the calendar covers; never if it covers every day. */
  final long calendarEnds;

  private final Days grace;
  final int graceDays;
  final boolean calendarGrace;

  PreparedDays(BusinessCalendar calendar, Days grace) {
    this.calendar = calendar;
    this.grace = grace;
    calendarEnds = lastCovered(calendar);
    graceDays = grace.count();
    calendarGrace = grace.unit() == Days.Unit.CALENDAR || graceDays == 0;
  }

  /** The last day that a calendar covers; never if it covers every day. */
  private static long lastCovered(BusinessCalendar calendar) {
    long last = calendar.covered().lastInclusive().toEpochDay();
    return last == EpochDay.LAST ? EpochDay.NEVER : last;
  }

  /** A day so many days later; never where the calendar does not reach. */
  final long plus(long day, Days count) {
    if (day == EpochDay.NEVER) {
      return EpochDay.NEVER;
    }
    if (count.unit() == Days.Unit.CALENDAR) {
      long later = day + count.count();
      return later > EpochDay.LAST ? EpochDay.NEVER : later;
    }
    return calendar
        .find(LocalDate.ofEpochDay(day), count)
        .map(LocalDate::toEpochDay)
        .orElse(EpochDay.NEVER);
  }

  /** A day so many days later; in calendar days where the calendar does not reach. */
  final long after(long day, Days count) {
    long later = plus(day, count);
    return Math.min(later == EpochDay.NEVER ? day + count.count() : later, EpochDay.LAST);
  }

  /** A day so many days earlier; never where the calendar does not reach. */
  final long minus(long day, Days count) {
    if (count.unit() == Days.Unit.CALENDAR) {
      return Math.max(LocalDate.MIN.toEpochDay(), day - count.count());
    }
    if (count.unit() == Days.Unit.MONTH) {
      return Math.max(LocalDate.MIN.toEpochDay(), EpochDay.monthsAfter(day, -count.count()));
    }
    return calendar
        .findBefore(LocalDate.ofEpochDay(day), count)
        .map(LocalDate::toEpochDay)
        .orElse(EpochDay.NEVER);
  }

  /** The last day of the month in which a day lies. */
  static long endOfMonth(long day) {
    return day == EpochDay.NEVER
        ? day
        : LocalDate.ofEpochDay(day).with(TemporalAdjusters.lastDayOfMonth()).toEpochDay();
  }

  /** The first day after the grace period; where the calendar does not reach, in calendar days. */
  final long overdueFrom(long due) {
    return calendarGrace ? Math.min(due + graceDays, EpochDay.LAST) + 1 : after(due, grace) + 1;
  }
}
