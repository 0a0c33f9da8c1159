package io.dunning.calendar;

import java.time.LocalDate;

/**
 * Counts days in months of 30 days. The conventions differ in what they make of a 31st and of the
 * end of February; {@link DayCount} says which is which.
 */
final class ThirtyDayMonths {
  private ThirtyDayMonths() {}

  static long bond(LocalDate start, LocalDate end) {
    int first = Math.min(start.getDayOfMonth(), 30);
    int last = end.getDayOfMonth();
    return between(start, first, end, first == 30 ? Math.min(last, 30) : last);
  }

  static long us(LocalDate start, LocalDate end) {
    int first = start.getDayOfMonth();
    int last = end.getDayOfMonth();
    if (LeapYears.isLastOfFebruary(start)) {
      last = LeapYears.isLastOfFebruary(end) ? 30 : last;
      first = 30;
    }
    first = Math.min(first, 30);
    return between(start, first, end, first == 30 ? Math.min(last, 30) : last);
  }

  static long european(LocalDate start, LocalDate end) {
    return between(
        start, Math.min(start.getDayOfMonth(), 30), end, Math.min(end.getDayOfMonth(), 30));
  }

  static long isda(LocalDate start, LocalDate end, boolean terminates) {
    int first = LeapYears.isLastOfFebruary(start) ? 30 : Math.min(start.getDayOfMonth(), 30);
    boolean moved = LeapYears.isLastOfFebruary(end) && !terminates;
    int last = moved ? 30 : Math.min(end.getDayOfMonth(), 30);
    return between(start, first, end, last);
  }

  static long plus(LocalDate start, LocalDate end) {
    LocalDate until = end.getDayOfMonth() == 31 ? end.plusDays(1) : end;
    return between(start, Math.min(start.getDayOfMonth(), 30), until, until.getDayOfMonth());
  }

  private static long between(LocalDate start, int first, LocalDate end, int last) {
    return 360L * (end.getYear() - start.getYear())
        + 30L * (end.getMonthValue() - start.getMonthValue())
        + (last - first);
  }
}
