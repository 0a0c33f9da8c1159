package io.dunning.charge;

import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import java.util.List;

/** The fees of an invoice that arise without a step, in the order of their days. */
final class ArisingFees {
  private final List<LateFee> fees;
  private final Claims claims;

  /** The days on which no fee arises. */
  private final List<DisputedSpans.Span> paused;

  private long raisedOnce = EpochDay.NONE;
  private long raisedPeriods = EpochDay.NONE;

  ArisingFees(List<LateFee> all, Claims claims, List<DisputedSpans.Span> paused) {
    this.paused = paused;
    this.fees = all;
    this.claims = claims;
  }

  /** Whether there is any such fee. */
  boolean any() {
    return !fees.isEmpty();
  }

  /** Fees that arise only once do not arise any more, because the due date was moved. */
  void endOnce() {
    raisedOnce = EpochDay.NEVER;
  }

  /** Fees that arise once, before the events of their day; the others at the end of their day. */
  void raise(long lastOnce, long lastPeriod) {
    if (!any()) {
      return;
    }
    while (true) {
      long once = nextOnce(raisedOnce);
      long period = nextPeriod(raisedPeriods);
      if (once <= lastOnce && once <= period) {
        raisedOnce = once;
        raiseOnce(once);
      } else if (period <= lastPeriod) {
        raisedPeriods = period;
        raisePeriodic(period);
      } else {
        return;
      }
    }
  }

  private long nextOnce(long after) {
    long next = EpochDay.NEVER;
    for (Part part : claims.principal.parts()) {
      long from = arisesOn(part);
      next = from > after ? Math.min(next, from) : next;
    }
    return next;
  }

  /** The first day on which a part is in default and charges are not paused. */
  private long arisesOn(Part part) {
    return RestrictedSpans.firstOutside(paused, part.claimFrom);
  }

  private long nextPeriod(long after) {
    long next = EpochDay.NEVER;
    if (claims.principal.awaitsArrival() || claims.principal.open() == 0) {
      return next;
    }
    long due = claims.principal.parts().get(0).due;
    for (LateFee fee : fees) {
      if (fee.arises() == LateFee.Arises.PERIODICALLY) {
        next = Math.min(next, nextPeriod(fee, due, Math.max(after, due)));
      }
    }
    return next > due + AccrualTerms.LONGEST ? EpochDay.NEVER : next;
  }

  /** The first day after a day, not before the due date, that ends a period of a fee. */
  private static long nextPeriod(LateFee fee, long due, long after) {
    Days period = fee.period().orElseThrow();
    long every = period.count();
    return period.unit() == Days.Unit.MONTH
        ? EpochDay.nextByMonths(due, period.count(), after)
        : due + ((after - due) / every + 1) * every;
  }

  private void raiseOnce(long day) {
    for (LateFee fee : fees) {
      for (int i = 0; i < claims.principal.parts().size(); i++) {
        boolean each = fee.arises() == LateFee.Arises.ONCE_PER_INSTALMENT;
        boolean first = fee.arises() == LateFee.Arises.ONCE && i == 0;
        if ((each || first) && arisesOn(claims.principal.parts().get(i)) == day) {
          claims.arises(fee, day, claims.principal.parts().get(i).open);
        }
      }
    }
  }

  private void raisePeriodic(long day) {
    if (RestrictedSpans.include(paused, day)) {
      return;
    }
    long due = claims.principal.parts().get(0).due;
    for (LateFee fee : fees) {
      if (fee.arises() == LateFee.Arises.PERIODICALLY && nextPeriod(fee, due, day - 1) == day) {
        claims.arises(fee, day, claims.principal.overdue(day));
      }
    }
  }
}
