package io.dunning.calendar;

import java.time.LocalDate;
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
   * A number as a date.
   *
   * @param epochDay the epoch day
   * @return the date; empty for {@link #NONE} and {@link #NEVER}
   */
  public static Optional<LocalDate> date(long epochDay) {
    return epochDay == NONE || epochDay == NEVER
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(epochDay));
  }

  /**
   * The day after a day.
   *
   * @param epochDay the epoch day
   * @return the next day; {@link #NEVER} after the last day there is, and after {@link #NEVER}
   */
  public static long after(long epochDay) {
    return epochDay >= LAST ? NEVER : epochDay + 1;
  }
}
