package io.dunning.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A run of days, both ends included. Prints as {@code 2026-01-01..2026-12-31}. Immutable and
 * thread-safe.
 *
 * @param first the first day
 * @param lastInclusive the last day
 */
public record DateSpan(LocalDate first, LocalDate lastInclusive) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Every day a {@link LocalDate} can name. */
  public static final DateSpan ALWAYS = new DateSpan(LocalDate.MIN, LocalDate.MAX);

  /**
   * A run of days.
   *
   * @param first the first day
   * @param lastInclusive the last day
   * @throws IllegalArgumentException if the span ends before it starts
   */
  public DateSpan {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(lastInclusive, "lastInclusive");
    if (lastInclusive.isBefore(first)) {
      throw new IllegalArgumentException(
          "span ends before it starts: " + first + ".." + lastInclusive);
    }
  }

  /**
   * Whether a day lies in the span, ends included.
   *
   * @param day any day
   * @return true from the first to the last day
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(lastInclusive);
  }

  /** Such as {@code 2026-01-01..2026-12-31}. */
  @Override
  public String toString() {
    return first + ".." + lastInclusive;
  }
}
