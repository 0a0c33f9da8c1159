package io.dunning.behaviour;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PromiseOutcome;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * How many promises of a customer were kept and broken.
 *
 * @param kept how many were kept
 * @param broken how many were broken or only partly kept
 * @param changesOnDay the first later epoch day on which the counts may differ if nothing happens;
 *     {@link EpochDay#NEVER} if they stay
 */
record PromiseTally(int kept, int broken, long changesOnDay) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Counts the promises about an account and its invoices.
   *
   * @param known the last day whose events are known
   * @param asOf the day at whose end promises are judged; not before {@code known}
   * @param tolerance how long after its day a promise can still be kept
   * @param calendar the calendar that defines business days
   */
  static PromiseTally of(
      Account account, LocalDate known, LocalDate asOf, Days tolerance, BusinessCalendar calendar) {
    long day = asOf.toEpochDay();
    PromiseTally tally =
        new PromiseTally(0, 0, EpochDay.NEVER)
            .plus(account.promises(known, tolerance, calendar), day);
    for (InvoiceHistory history : account.invoices()) {
      tally = tally.plus(history.promises(known, tolerance, calendar), day);
    }
    return tally;
  }

  private PromiseTally plus(List<PromiseOutcome> promises, long day) {
    if (promises.isEmpty()) {
      return this;
    }
    int nowKept = kept;
    int nowBroken = broken;
    long changes = changesOnDay;
    for (PromiseOutcome each : promises) {
      long last = each.lastDay().toEpochDay();
      boolean over = last < day;
      boolean running = each.state() == PromiseOutcome.State.RUNNING;
      nowKept += each.state() == PromiseOutcome.State.KEPT ? 1 : 0;
      nowBroken += each.isBroken() || running && over ? 1 : 0;
      changes = running && !over ? Math.min(changes, last + 1) : changes;
    }
    return new PromiseTally(nowKept, nowBroken, changes);
  }
}
