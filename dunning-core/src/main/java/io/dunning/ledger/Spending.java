package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.Concession;
import java.util.List;

/** Spends the patience for one kind of concession, one after the other. */
final class Spending {
  private final Concession kind;
  private final long most;
  private final long days;
  private final long fromDay;
  private final long dueDay;
  private long exceptions;
  private long count;
  private long used;
  private long coveredThrough = EpochDay.NONE;

  Spending(Patience patience, Concession kind, long exceptions, long fromDay, long dueDay) {
    this.kind = kind;
    most = patience.count(kind).stream().asLongStream().findAny().orElse(Long.MAX_VALUE);
    days = patience.days(kind).stream().asLongStream().findAny().orElse(Long.MAX_VALUE);
    this.exceptions = exceptions;
    this.fromDay = fromDay;
    this.dueDay = dueDay;
  }

  void weigh(List<Granted> byDay) {
    for (Granted each : byDay) {
      each.oneTooMany = count >= most;
      long start = Math.max(each.on, fromDay);
      long allowed = each.oneTooMany ? start - 1 : allowed(each, start);
      if (allowed < each.until && exceptions > 0) {
        exceptions--;
        each.oneTooMany = false;
      } else {
        each.through = Math.min(allowed, each.until);
        count += each.oneTooMany ? 0 : 1;
        spend(start, allowed);
      }
    }
  }

  /** The last day for which there is patience. */
  private long allowed(Granted granted, long start) {
    if (days == Long.MAX_VALUE) {
      return granted.until;
    }
    if (kind == Concession.DEFERRAL) {
      return Math.min(granted.until, dueDay + days);
    }
    long last = fresh(start) - 1 + days - used;
    return Math.min(granted.until, last);
  }

  /** The first day that did not count before. */
  private long fresh(long start) {
    return coveredThrough == EpochDay.NONE ? start : Math.max(start, coveredThrough + 1);
  }

  private void spend(long start, long through) {
    if (days != Long.MAX_VALUE && through >= fresh(start)) {
      used += through == EpochDay.NEVER ? 0 : through - fresh(start) + 1;
      coveredThrough = through;
    }
  }
}
