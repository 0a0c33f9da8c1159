package io.dunning.calendar;

import io.dunning.text.Excerpt;
import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of days, counted in calendar or in business days. Prints as {@code 14 days} or {@code 20
 * business days} and parses what it prints. Immutable and thread-safe.
 *
 * @param count how many, 0 to {@value #MAX_COUNT}
 * @param unit what is counted
 */
public record Days(int count, Unit unit) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The most that can be counted: a hundred years. */
  public static final int MAX_COUNT = 36_600;

  /** No days. */
  public static final Days NONE = new Days(0, Unit.CALENDAR);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5}) (business )?days?");

  /** What is counted. */
  public enum Unit {
    /** Every day. */
    CALENDAR,
    /** Only days that the calendar calls business days. */
    BUSINESS
  }

  /**
   * A number of days.
   *
   * @param count how many, 0 to {@value #MAX_COUNT}
   * @param unit what is counted
   * @throws IllegalArgumentException if the count is negative or above a hundred years
   */
  public Days {
    Objects.requireNonNull(unit, "unit");
    if (count < 0 || count > MAX_COUNT) {
      throw new IllegalArgumentException("days are not between 0 and " + MAX_COUNT + ": " + count);
    }
  }

  /**
   * Calendar days.
   *
   * @param count how many
   * @return the days
   */
  public static Days calendarDays(int count) {
    return new Days(count, Unit.CALENDAR);
  }

  /**
   * Business days.
   *
   * @param count how many
   * @return the days
   */
  public static Days businessDays(int count) {
    return new Days(count, Unit.BUSINESS);
  }

  /**
   * Reads days as they print.
   *
   * @param text such as {@code "14 days"} or {@code "1 business day"}
   * @return the days
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Days parse(String text) {
    Matcher m = TEXT.matcher(Objects.requireNonNull(text, "text"));
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "not a number of days or business days: " + Excerpt.of(text));
    }
    int count = Integer.parseInt(m.group(1));
    return m.group(2) == null ? calendarDays(count) : businessDays(count);
  }

  /** Such as {@code 14 days} or {@code 1 business day}. */
  @Override
  public String toString() {
    return count + (unit == Unit.BUSINESS ? " business day" : " day") + (count == 1 ? "" : "s");
  }
}
