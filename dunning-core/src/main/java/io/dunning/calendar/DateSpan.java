package io.dunning.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A period from one day through another; both days belong to it. It prints as {@code
 * 2026-01-01..2026-12-31}. Immutable and thread-safe.
 *
 * @param first the first day
 * @param lastInclusive the last day, which belongs to the period
 */
public record DateSpan(LocalDate first, LocalDate lastInclusive) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Every day that a {@link LocalDate} can hold. */
  public static final DateSpan ALWAYS = new DateSpan(LocalDate.MIN, LocalDate.MAX);

  /**
   * Creates a period from one day through another.
   *
   * @param first the first day
   * @param lastInclusive the last day; it may be the first day
   * @throws IllegalArgumentException if the last day lies before the first
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
   * {@return whether a day belongs to this period, from the first day through the last}
   *
   * @param day any day
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(lastInclusive);
  }

  /** Returns text such as {@code 2026-01-01..2026-12-31}. */
  @Override
  public String toString() {
    return first + ".." + lastInclusive;
  }
}
