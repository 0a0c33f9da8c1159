package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.Concession;
import io.dunning.event.RestrictionEvent.Hold;
import java.time.LocalDate;

/** A promise, plan, deferral or hold of a log. */
final class Granted {
  final Concession kind;
  final boolean ofAccount;
  final long on;

  /** The last day on which it holds by itself; {@link EpochDay#NEVER} without an end. */
  long until;

  /** The last day on which it may hold; before its day if not at all. */
  long through;

  boolean oneTooMany;

  /** The hold; null for others. */
  final Hold hold;

  /** Whether it is about the invoice at all. */
  final boolean concerns;

  Granted(
      Concession kind, boolean ofAccount, LocalDate on, long until, Hold hold, boolean concerns) {
    this.kind = kind;
    this.ofAccount = ofAccount;
    this.on = on.toEpochDay();
    this.until = until;
    this.hold = hold;
    this.concerns = concerns;
    through = until;
  }

  /** Ends it on the day before a day, unless it ended before. */
  void endBefore(LocalDate day) {
    until = Math.min(until, day.toEpochDay() - 1);
    through = until;
  }
}
