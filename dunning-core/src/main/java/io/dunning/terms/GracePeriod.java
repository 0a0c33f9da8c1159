package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The days after the due date on which a debt is not chased yet. The last of them is still in
 * grace; with no days, chasing may start on the day after the due date. Aging is not affected.
 * Immutable and thread-safe.
 *
 * @param days how long
 */
public record GracePeriod(Days days) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No grace. */
  public static final GracePeriod NONE = new GracePeriod(Days.NONE);

  /**
   * A grace period.
   *
   * @param days how long
   */
  public GracePeriod {
    Objects.requireNonNull(days, "days");
  }

  /**
   * The last day of grace.
   *
   * @param due the due date
   * @param calendar says which days are business days
   * @return the day, or empty where the calendar does not reach
   */
  public Optional<LocalDate> lastDay(LocalDate due, BusinessCalendar calendar) {
    return calendar.find(due, days);
  }

  /** Such as {@code 3 days of grace}. */
  @Override
  public String toString() {
    return days + " of grace";
  }
}
