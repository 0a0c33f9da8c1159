package io.dunning.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/** Counts whole years and the days that remain, in the units of {@link LeapYears}. */
final class WholeYears {
  private WholeYears() {}

  /** Whole years back from the last day; the days that remain at the start follow them. */
  static long countedBack(LocalDate first, LocalDate last) {
    int years = before(first, last);
    LocalDate back = yearsBefore(last, years);
    long left = ChronoUnit.DAYS.between(first, back);
    boolean leap =
        left > 0
            && (LeapYears.isLeapDay(first)
                || LeapYears.leapDays(first.toEpochDay(), back.toEpochDay() - 1) > 0);
    return years * LeapYears.UNITS + left * (leap ? 365 : 366);
  }

  /** Whole years on from the first day; the days that remain at the end follow them. */
  static long countedOn(LocalDate first, LocalDate last) {
    long years = first.until(last, ChronoUnit.YEARS);
    LocalDate from = first.plusYears(years);
    long length = from.until(first.plusYears(years + 1), ChronoUnit.DAYS);
    long left = ChronoUnit.DAYS.between(from, last);
    return years * LeapYears.UNITS + left * (LeapYears.UNITS / length);
  }

  /** The date some years earlier; the last day of February stays the last day of February. */
  private static LocalDate yearsBefore(LocalDate date, int years) {
    LocalDate before = date.minusYears(years);
    boolean toLeapYear = LeapYears.isLastOfFebruary(date) && Year.isLeap(before.getYear());
    return toLeapYear ? before.withDayOfMonth(29) : before;
  }

  /** How many whole years can be counted back from a date to one that is not later. */
  private static int before(LocalDate first, LocalDate last) {
    int years = Math.max(0, last.getYear() - first.getYear());
    return years > 0 && yearsBefore(last, years).isBefore(first) ? years - 1 : years;
  }
}
