package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.List;

/**
 * The days on which the triggers of a ladder are reached by an item; days on which the item was
 * held are left out if the policy's clock stops. A step for what is past due waits until the item
 * is overdue, whatever it counts from: an item can be deferred after steps were taken.
 */
final class TriggerDays {
  private final PreparedPolicy policy;
  private final long due;

  /** The day from which triggers count instead of the due date. */
  private final long from;

  private final long issued;
  private final long overdueFrom;
  private final List<DateSpan> held;

  private TriggerDays(
      PreparedPolicy policy,
      long due,
      long from,
      long issued,
      long overdueFrom,
      List<DateSpan> held) {
    this.policy = policy;
    this.due = due;
    this.from = from;
    this.issued = issued;
    this.overdueFrom = overdueFrom;
    this.held = held;
  }

  static TriggerDays of(Books books, LeadingItem lead) {
    PreparedPolicy policy = books.policy;
    return new TriggerDays(
        policy,
        lead.due(),
        lead.due(),
        books.balances.issuedDay(lead.place()),
        policy.overdueFrom(lead.due()),
        policy.clockStops ? books.agreed.heldSpans(lead.place()) : List.of());
  }

  /** The same, counted from the first day of the policy if the item was due before it. */
  TriggerDays sinceLive() {
    long live = policy.liveFrom;
    return due >= live
        ? this
        : new TriggerDays(policy, due, live, Math.max(issued, live), overdueFrom, held);
  }

  /**
   * {@return the first day on which the trigger of a step is reached; never if nobody can say when
   * it comes}
   *
   * @param index the place of the step
   * @param anchorDay the day of the earlier step from which it counts, if it counts from one
   */
  long reachedOn(int index, long anchorDay) {
    PreparedStep step = policy.steps[index];
    long on = countedOn(step, anchorDay);
    return isPastDue(step) ? notBeforeOverdue(on) : on;
  }

  /** The day that the trigger of a step comes to, whether or not the item is overdue by then. */
  private long countedOn(PreparedStep step, long anchorDay) {
    Trigger trigger = step.trigger;
    return switch (step.counting) {
      case BEFORE_DUE -> policy.minus(from, trigger.days());
      case PAST_DUE -> plus(from, trigger.days());
      case END_OF_MONTH -> PreparedPolicy.endOfMonth(plus(from, trigger.days()));
      case AFTER_INVOICE -> plus(issued, trigger.days());
      case AFTER_STEP -> plus(anchorDay, trigger.days());
      case AFTER_DEADLINE -> {
        Days granted = policy.steps[step.anchor].deadline();
        yield plus(plus(anchorDay, granted), trigger.days());
      }
    };
  }

  /**
   * Whether a step is for what is past due: it counts from the due date onwards, or from such a
   * step; or it follows a step before the due date, but comes after that date even if each step
   * comes on its day.
   */
  private boolean isPastDue(PreparedStep step) {
    return step.isPastDue() || step.root == Counting.BEFORE_DUE && onItsDay(step) > due;
  }

  /** The day of a step before the due date, or of one that follows it, if each comes on its day. */
  private long onItsDay(PreparedStep step) {
    return step.anchor < 0
        ? policy.minus(due, step.trigger.days())
        : countedOn(step, onItsDay(policy.steps[step.anchor]));
  }

  private long notBeforeOverdue(long on) {
    return on == EpochDay.NEVER ? on : Math.max(on, overdueFrom);
  }

  /** So many days later; held days are left out if the clock stops. */
  long plus(long from, Days count) {
    if (from == EpochDay.NEVER || held.isEmpty()) {
      return policy.plus(from, count);
    }
    return switch (count.unit()) {
      case CALENDAR -> plusCalendarDays(from, count.count());
      case BUSINESS -> plusBusinessDays(from, count.count());
      case MONTH -> plusUntil(from, EpochDay.monthsAfter(from, count.count()));
    };
  }

  /** A later day, held days in between left out. */
  private long plusUntil(long from, long on) {
    return on == EpochDay.NEVER ? on : plusCalendarDays(from, on - from);
  }

  /**
   * The day on which a step is repeated: so many days after the last time. By months it is a day
   * whole periods after the first time: the next one that is at least two weeks, for each month of
   * the period, after the last time. After the due date it waits until the item is overdue.
   */
  long repeatedOn(int index, long first, long last, Days every) {
    long on = repeatedOn(first, last, every);
    return on > due || isPastDue(policy.steps[index]) ? notBeforeOverdue(on) : on;
  }

  private long repeatedOn(long first, long last, Days every) {
    if (every.unit() != Days.Unit.MONTH) {
      return plus(last, every);
    }
    long ran = last - heldWithin(first, last);
    long soonest = ran + 14L * every.count();
    return plusUntil(first, EpochDay.nextByMonths(first, every.count(), soonest - 1));
  }

  /** On how many days after the first up to the last the item was held. */
  private long heldWithin(long first, long last) {
    long days = 0;
    for (DateSpan span : held) {
      long from = Math.max(span.first().toEpochDay(), first + 1);
      long to = Math.min(span.lastInclusive().toEpochDay(), last);
      days += Math.max(0, to - from + 1);
    }
    return days;
  }

  private long plusCalendarDays(long from, long count) {
    long end = from + count;
    for (DateSpan span : held) {
      long first = Math.max(span.first().toEpochDay(), from + 1);
      long last = span.lastInclusive().toEpochDay();
      if (first <= end && last >= first) {
        end += last - first + 1;
      }
    }
    return end > EpochDay.LAST ? EpochDay.NEVER : end;
  }

  private long plusBusinessDays(long from, int count) {
    BusinessCalendar calendar = policy.calendar;
    long end = from;
    for (int left = count; left > 0; ) {
      end++;
      if (end > EpochDay.LAST || !calendar.covered().contains(LocalDate.ofEpochDay(end))) {
        return EpochDay.NEVER;
      }
      LocalDate day = LocalDate.ofEpochDay(end);
      DateSpan span = spanOf(day);
      if (span != null) {
        end = span.lastInclusive().toEpochDay();
      } else if (calendar.isBusinessDay(day)) {
        left--;
      }
    }
    return end;
  }

  private DateSpan spanOf(LocalDate day) {
    for (DateSpan span : held) {
      if (span.contains(day)) {
        return span;
      }
    }
    return null;
  }
}
