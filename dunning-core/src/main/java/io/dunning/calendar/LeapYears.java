package io.dunning.calendar;

import java.time.LocalDate;

/** Counts leap days, and years of 365 and 366 days in units that divide both. */
final class LeapYears {
  /** The units of a year: its 365 days have 366 units each, or its 366 days have 365 each. */
  static final long UNITS = 365L * 366;

  private LeapYears() {}

  static boolean isLastOfFebruary(LocalDate date) {
    return date.getMonthValue() == 2 && date.getDayOfMonth() == date.lengthOfMonth();
  }

  /** How many times 29 February occurs after one day and up to another, which counts. */
  static long leapDays(long after, long by) {
    return leapDaysBy(LocalDate.ofEpochDay(by)) - leapDaysBy(LocalDate.ofEpochDay(after));
  }

  /** How many times 29 February has occurred up to a date, counted from some fixed day. */
  private static long leapDaysBy(LocalDate date) {
    long year = date.getYear();
    boolean reached =
        date.getMonthValue() > 2 || date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
    long whole = reached ? year : year - 1;
    return Math.floorDiv(whole, 4) - Math.floorDiv(whole, 100) + Math.floorDiv(whole, 400);
  }

  /** The units from the beginning of year zero to the beginning of a day. */
  static long unitsSinceYearZero(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    long day = date.getDayOfYear() - 1L;
    return date.getYear() * UNITS + day * (date.isLeapYear() ? 365 : 366);
  }

  static boolean isLeapDay(LocalDate date) {
    return date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
  }
}
