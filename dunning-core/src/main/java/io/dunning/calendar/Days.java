package io.dunning.calendar;

import io.dunning.text.Excerpt;
import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of calendar days or business days. It prints as {@code 14 days} or {@code 20 business
 * days} and parses what it prints. Immutable and thread-safe.
 *
 * @param count how many days, 0 to {@value #MAX_COUNT}
 * @param unit which days count
 */
public record Days(int count, Unit unit) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The highest number of days: a hundred years. */
  public static final int MAX_COUNT = 36_600;

  /** No days. */
  public static final Days NONE = new Days(0, Unit.CALENDAR);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5}) (business )?days?");

  /** Which days count. */
  public enum Unit {
    /** Every day counts. */
    CALENDAR,
    /** Only the business days of the calendar count. */
    BUSINESS
  }

  /**
   * Creates a number of days.
   *
   * @param count how many days, 0 to {@value #MAX_COUNT}
   * @param unit which days count
   * @throws IllegalArgumentException if the count is negative or above {@value #MAX_COUNT}
   */
  public Days {
    Objects.requireNonNull(unit, "unit");
    if (count < 0 || count > MAX_COUNT) {
      throw new IllegalArgumentException("days are not between 0 and " + MAX_COUNT + ": " + count);
    }
  }

  /**
   * Returns a number of calendar days.
   *
   * @param count how many days, 0 to {@value #MAX_COUNT}
   * @return the days
   * @throws IllegalArgumentException if the count is negative or above {@value #MAX_COUNT}
   */
  public static Days calendarDays(int count) {
    return new Days(count, Unit.CALENDAR);
  }

  /**
   * Returns a number of business days.
   *
   * @param count how many days, 0 to {@value #MAX_COUNT}
   * @return the days
   * @throws IllegalArgumentException if the count is negative or above {@value #MAX_COUNT}
   */
  public static Days businessDays(int count) {
    return new Days(count, Unit.BUSINESS);
  }

  /**
   * Reads a number of days in the form in which it prints.
   *
   * @param text such as {@code "14 days"} or {@code "1 business day"}
   * @return the days
   * @throws IllegalArgumentException if the text has another form, or the count is too high
   */
  public static Days parse(String text) {
    Matcher m = TEXT.matcher(Objects.requireNonNull(text, "text"));
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "not a number of days such as 14 days or 20 business days: " + Excerpt.of(text));
    }
    int count = Integer.parseInt(m.group(1));
    return m.group(2) == null ? calendarDays(count) : businessDays(count);
  }

  /** Returns text such as {@code 14 days} or {@code 1 business day}. */
  @Override
  public String toString() {
    return count + (unit == Unit.BUSINESS ? " business day" : " day") + (count == 1 ? "" : "s");
  }
}
