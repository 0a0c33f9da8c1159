package io.dunning.cli;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads dates of files and options. */
final class Day {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  static final String OUT_OF_RANGE = "not between " + FIRST + " and " + LAST;

  private Day() {}

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
