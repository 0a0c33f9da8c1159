package io.dunning.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days as plain numbers, for code that looks at millions of them without making an object for each.
 * A day is its {@linkplain LocalDate#toEpochDay distance from 1970-01-01}; two values outside the
 * calendar stand for a day that there is not. Methods that return such a number have a name that
 * ends in {@code Day} or {@code On} and say in their Javadoc that it is an epoch day.
 */
public final class EpochDay {
  /** A day that has not been: before every other day. */
  public static final long NONE = Long.MIN_VALUE;

  /** A day that will not come: after every other day. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The last day there is, that of {@link LocalDate#MAX}. */
  public static final long LAST = LocalDate.MAX.toEpochDay();

  private EpochDay() {}

  /**
   * {@return a number as a date; empty for {@link #NONE} and {@link #NEVER}}
   *
   * @param epochDay the epoch day
   */
  public static Optional<LocalDate> date(long epochDay) {
    return epochDay == NONE || epochDay == NEVER
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(epochDay));
  }

  /**
   * {@return the day after a day; {@link #NEVER} after the last day there is, and after {@link
   * #NEVER}}
   *
   * @param epochDay the epoch day
   */
  public static long after(long epochDay) {
    return epochDay >= LAST ? NEVER : epochDay + 1;
  }

  /**
   * {@return the epoch day so many months after a day: the same day of that month, or its last day
   * if the month is too short; {@link #NEVER} after the last day there is, {@link #NONE} before the
   * first}
   *
   * @param epochDay the epoch day, one that {@link LocalDate} knows
   * @param months how many months; before the day if negative
   */
  public static long monthsAfter(long epochDay, long months) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    long month = day.getLong(ChronoField.PROLEPTIC_MONTH) + months;
    if (!ChronoField.PROLEPTIC_MONTH.range().isValidValue(month)) {
      return months > 0 ? NEVER : NONE;
    }
    return day.plusMonths(months).toEpochDay();
  }

  /**
   * {@return the first epoch day after a day that lies whole periods of months after an anchor;
   * {@link #NEVER} after the last day there is} Every period counts from the anchor, so that a
   * short month does not move the days that follow: the days by the month after 31 January are 28
   * February, 31 March and 30 April.
   *
   * @param anchor the epoch day from which periods count; the first one found is a period later
   * @param months how many months a period has, 1 or more
   * @param after the epoch day before the first that may be found
   */
  public static long nextByMonths(long anchor, int months, long after) {
    LocalDate from = LocalDate.ofEpochDay(anchor);
    LocalDate to = LocalDate.ofEpochDay(Math.max(anchor, Math.min(after, LAST)));
    long periods = Math.max(1, ChronoUnit.MONTHS.between(from, to) / months);
    long next = monthsAfter(anchor, periods * months);
    while (next <= after && next != NEVER) {
      periods++;
      next = monthsAfter(anchor, periods * months);
    }
    return next;
  }
}
