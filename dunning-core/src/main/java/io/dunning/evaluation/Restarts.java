package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Standing;

/** From which day an invoice counts anew, because of what happened to it. */
final class Restarts {
  private Restarts() {}

  /**
   * The first day of the present dunning cycle: new terms, an invoice that arrived late, and a
   * reversal if the policy says so.
   */
  static long cycleFrom(PreparedPolicy policy, Standing standing) {
    long on =
        Math.max(standing.agreements().renegotiatedDay(), standing.correspondence().arrivedDay());
    long reopened = standing.balance().reopenedDay();
    return policy.reversalStartsAgain && reopened != EpochDay.NEVER ? Math.max(on, reopened) : on;
  }

  /** The due date, counted anew from a reversal, or from the day on which the invoice arrived. */
  static long dueDay(PreparedPolicy policy, Balances balances, int place, Standing own) {
    long from = balances.dueDay(place);
    if (balances.chasedFromDay(place) != EpochDay.NONE) {
      return from;
    }
    long counted = policy.agesFromReversal ? own.balance().dueDaySinceReopening() : from;
    return own.correspondence().dueDayAnew(counted, balances.issuedDay(place));
  }
}
