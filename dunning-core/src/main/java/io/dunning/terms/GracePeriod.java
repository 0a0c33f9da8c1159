package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The time after the due date in which you do not chase the customer yet.
 *
 * <p>The last day of grace still belongs to it. Without any days, you may chase the customer from
 * the day after the due date. Grace does not change how an invoice ages. It prints in words and has
 * no parse of its own. Immutable and thread-safe.
 *
 * @param days how long the grace lasts, counted from the due date
 */
public record GracePeriod(Days days) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A grace period of no days. */
  public static final GracePeriod NONE = new GracePeriod(Days.NONE);

  /**
   * Creates a grace period.
   *
   * @param days how long the grace lasts, counted from the due date
   */
  public GracePeriod {
    Objects.requireNonNull(days, "days");
  }

  /**
   * {@return the last day on which a debt is still in grace; empty if the calendar does not cover
   * it}
   *
   * @param due the due date
   * @param calendar tells which days are business days
   */
  public Optional<LocalDate> lastDay(LocalDate due, BusinessCalendar calendar) {
    return calendar.find(due, days);
  }

  /** Returns text such as {@code 3 days of grace}. */
  @Override
  public String toString() {
    return days + " of grace";
  }
}
