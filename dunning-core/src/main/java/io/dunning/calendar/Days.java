package io.dunning.calendar;

import io.dunning.text.Excerpt;
import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in calendar days, business days or months. It prints as {@code 14 days}, {@code
 * 20 business days}, {@code 3 months} or {@code 1 year} and parses what it prints.
 *
 * <p>A year is twelve months: {@code years(1)} equals {@code months(12)}. One month after a day is
 * the same day of the next month, or the last day of a month that is too short: one month after 31
 * January is 28 or 29 February. Immutable and thread-safe.
 *
 * @param count how many days or months: 0 to {@value #MAX_COUNT} days, or 0 to {@value #MAX_MONTHS}
 *     months
 * @param unit what is counted
 */
public record Days(int count, Unit unit) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The highest number of days: a hundred years. */
  public static final int MAX_COUNT = 36_600;

  /** The highest number of months: a hundred years. */
  public static final int MAX_MONTHS = 1_200;

  /** No days. */
  public static final Days NONE = new Days(0, Unit.CALENDAR);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5}) (day|business day|month|year)s?");

  /** What is counted. */
  public enum Unit {
    /** Every day counts. */
    CALENDAR,
    /** Only the business days of the calendar count. */
    BUSINESS,
    /** Months count. */
    MONTH
  }

  /**
   * Creates a number of days or months.
   *
   * @param count how many days or months: 0 to {@value #MAX_COUNT} days, or 0 to {@value
   *     #MAX_MONTHS} months
   * @param unit what is counted
   * @throws IllegalArgumentException if the count is negative or too high
   */
  public Days {
    Objects.requireNonNull(unit, "unit");
    int most = unit == Unit.MONTH ? MAX_MONTHS : MAX_COUNT;
    if (count < 0 || count > most) {
      String what = unit == Unit.MONTH ? "months" : "days";
      throw new IllegalArgumentException(what + " are not between 0 and " + most + ": " + count);
    }
  }

  /**
   * {@return a number of calendar days}
   *
   * @param count how many days, 0 to {@value #MAX_COUNT}
   * @throws IllegalArgumentException if the count is negative or above {@value #MAX_COUNT}
   */
  public static Days calendarDays(int count) {
    return new Days(count, Unit.CALENDAR);
  }

  /**
   * {@return a number of business days}
   *
   * @param count how many days, 0 to {@value #MAX_COUNT}
   * @throws IllegalArgumentException if the count is negative or above {@value #MAX_COUNT}
   */
  public static Days businessDays(int count) {
    return new Days(count, Unit.BUSINESS);
  }

  /**
   * {@return a number of months}
   *
   * @param count how many months, 0 to {@value #MAX_MONTHS}
   * @throws IllegalArgumentException if the count is negative or above {@value #MAX_MONTHS}
   */
  public static Days months(int count) {
    return new Days(count, Unit.MONTH);
  }

  /**
   * {@return a number of years, as twelve times as many months}
   *
   * @param count how many years, 0 to 100
   * @throws IllegalArgumentException if the count is negative or above 100
   */
  public static Days years(int count) {
    if (count < 0 || count > MAX_MONTHS / 12) {
      throw new IllegalArgumentException(
          "years are not between 0 and " + MAX_MONTHS / 12 + ": " + count);
    }
    return months(12 * count);
  }

  /**
   * Reads a number of days, months or years in the form in which it prints.
   *
   * @param text such as {@code "14 days"}, {@code "1 business day"} or {@code "3 months"}
   * @return the days
   * @throws IllegalArgumentException if the text has another form, or the count is too high
   */
  public static Days parse(String text) {
    Matcher m = TEXT.matcher(Objects.requireNonNull(text, "text"));
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "not a number of days such as 14 days, 20 business days or 3 months: "
              + Excerpt.of(text));
    }
    int count = Integer.parseInt(m.group(1));
    return switch (m.group(2)) {
      case "day" -> calendarDays(count);
      case "business day" -> businessDays(count);
      case "month" -> months(count);
      default -> years(count);
    };
  }

  /**
   * Returns text such as {@code 14 days}, {@code 1 business day}, {@code 3 months}, {@code 1 year}.
   */
  @Override
  public String toString() {
    return switch (unit) {
      case CALENDAR -> text(count, " day");
      case BUSINESS -> text(count, " business day");
      case MONTH ->
          count > 0 && count % 12 == 0 ? text(count / 12, " year") : text(count, " month");
    };
  }

  private static String text(int count, String what) {
    return count + what + (count == 1 ? "" : "s");
  }
}
