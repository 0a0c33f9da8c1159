package io.dunning.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads dates of files and options. */
final class Day {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  static final String OUT_OF_RANGE = "not between " + FIRST + " and " + LAST;

  /** As many characters as 2026-01-31 has. */
  private static final int LENGTH = 10;

  /** Every month has this day. */
  private static final int IN_EVERY_MONTH = 28;

  private Day() {}

  /** A date such as 2026-01-31; null for everything else, also for dates written otherwise. */
  static LocalDate plain(char[] text, int from, int to) {
    if (to - from != LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
      return null;
    }
    int year = Digits.whole(text, from, from + 4);
    int month = Digits.whole(text, from + 5, from + 7);
    int day = Digits.whole(text, from + 8, to);
    boolean valid = year > 0 && month > 0 && month <= 12 && day > 0;
    if (!valid || day > IN_EVERY_MONTH && day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  /**
   * Reads a date of the years 1 to 9999.
   *
   * @throws DateTimeException if it is none; the message says what was expected
   */
  static LocalDate parse(String text) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new DateTimeException("not a date such as 2026-01-31", e);
    }
    if (!isReadable(day)) {
      throw new DateTimeException(OUT_OF_RANGE);
    }
    return day;
  }

  /** Whether a date lies in the years 1 to 9999, far from the ends of time. */
  static boolean isReadable(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }
}
