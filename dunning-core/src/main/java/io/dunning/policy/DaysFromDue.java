package io.dunning.policy;

import io.dunning.calendar.Days;
import java.util.Optional;

/** Calendar days or months from the due date, where that is what a trigger counts. */
class DaysFromDue implements Trigger.Visitor<Optional<DayBounds>> {
  @Override
  public Optional<DayBounds> beforeDue(Trigger.BeforeDue trigger) {
    return bounds(trigger.days(), -1);
  }

  @Override
  public Optional<DayBounds> pastDue(Trigger.PastDue trigger) {
    return bounds(trigger.days(), 1);
  }

  @Override
  public Optional<DayBounds> endOfMonthPastDue(Trigger.EndOfMonthPastDue trigger) {
    return Optional.empty();
  }

  @Override
  public Optional<DayBounds> afterInvoice(Trigger.AfterInvoice trigger) {
    return Optional.empty();
  }

  @Override
  public Optional<DayBounds> afterStep(Trigger.AfterStep trigger) {
    return Optional.empty();
  }

  @Override
  public Optional<DayBounds> afterDeadline(Trigger.AfterDeadline trigger) {
    return Optional.empty();
  }

  private static Optional<DayBounds> bounds(Days days, int sign) {
    return days.unit() == Days.Unit.BUSINESS
        ? Optional.empty()
        : Optional.of(sign < 0 ? DayBounds.of(days).negated() : DayBounds.of(days));
  }
}
