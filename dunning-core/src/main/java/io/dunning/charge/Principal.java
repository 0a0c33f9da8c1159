package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.InterestPeriod.AfterGrace;
import io.dunning.ledger.Invoice;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** What is owed of the invoice itself, in minor units, part by part in the order of due dates. */
final class Principal {
  private final InterestPeriod period;
  private final BusinessCalendar calendar;
  private final Arrival arrival;
  private List<Part> parts = new ArrayList<>();

  Principal(Invoice invoice, InterestPeriod period, BusinessCalendar calendar, Arrival arrival) {
    this.period = period;
    this.calendar = calendar;
    this.arrival = arrival;
    if (invoice.instalments().isEmpty() && invoice.amount().isPositive()) {
      parts.add(part(invoice.due(), invoice.amount().minorUnits()));
    }
    for (Instalment each : invoice.instalments()) {
      parts.add(part(each.due(), each.amount().minorUnits()));
    }
  }

  private Part part(LocalDate due, long amount) {
    Part part = new Part();
    part.due = arrival.due(due.toEpochDay());
    part.amount = amount;
    part.open = amount;
    part.first = period.firstInterestDay(part.due);
    part.claimFrom = part.first;
    if (period.grace().count() > 0) {
      part.claimFrom = Math.max(part.first, graceEnd(part.due) + 1);
      if (period.afterGrace() == AfterGrace.FROM_END_OF_GRACE) {
        part.first = part.claimFrom;
      }
    }
    part.last = part.due + AccrualTerms.LONGEST;
    if (period.limit().isPresent()) {
      part.last = Math.min(part.last, lastOf(part.first, period.limit().get()));
    }
    part.next = part.first;
    if (arrival.isAwaited()) {
      part.claimFrom = EpochDay.NEVER;
      part.last = part.first - 1;
    }
    return part;
  }

  /** The last day of grace; calendar days where the calendar does not reach so far. */
  private long graceEnd(long due) {
    return calendar
        .find(LocalDate.ofEpochDay(due), period.grace())
        .map(LocalDate::toEpochDay)
        .orElse(due + period.grace().count());
  }

  /** The last day of a time that begins on a day. */
  private static long lastOf(long first, Period time) {
    return first > LocalDate.MAX.minus(time).toEpochDay()
        ? EpochDay.NEVER
        : LocalDate.ofEpochDay(first).plus(time).toEpochDay() - 1;
  }

  List<Part> parts() {
    return parts;
  }

  long open() {
    long sum = 0;
    for (Part each : parts) {
      sum = Math.addExact(sum, each.open);
    }
    return sum;
  }

  /** Whether nothing can be overdue, because the invoice has still to arrive. */
  boolean awaitsArrival() {
    return arrival.isAwaited();
  }

  /** What is open of the parts that fell due before a day. */
  long overdue(long day) {
    long sum = 0;
    for (Part each : awaitsArrival() ? List.<Part>of() : parts) {
      sum += each.due < day ? each.open : 0;
    }
    return sum;
  }

  /** Lowers the principal, earliest due first. */
  void lower(long amount) {
    long left = amount;
    for (Part each : parts) {
      long paid = Math.min(left, each.open);
      each.lower(paid);
      left -= paid;
    }
  }

  /** Makes an amount the open one. */
  void moveTo(long amount) {
    long now = open();
    if (amount < now) {
      lower(now - amount);
    } else if (amount > now) {
      raise(amount - now);
    }
  }

  /** Raises the principal again, latest due first. */
  private void raise(long amount) {
    long left = amount;
    for (int i = parts.size() - 1; i >= 0 && left > 0; i--) {
      long raised = Math.min(left, parts.get(i).amount - parts.get(i).open);
      parts.get(i).raise(raised);
      left -= raised;
    }
  }

  void writeOff() {
    parts.forEach(p -> p.open = 0);
  }

  /**
   * The whole falls due anew, as one part that bears interest from the day after at the earliest.
   */
  void fallsDueAnew(LocalDate due, long agreed) {
    Part whole = part(due, 0);
    for (Part each : parts) {
      whole.amount += each.amount;
      whole.open += each.open;
    }
    whole.next = Math.max(whole.next, agreed + 1);
    whole.claimFrom = Math.max(whole.claimFrom, whole.next);
    parts = new ArrayList<>(List.of(whole));
  }
}
