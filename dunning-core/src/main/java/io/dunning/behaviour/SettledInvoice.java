package io.dunning.behaviour;

import java.io.Serializable;

/**
 * An invoice that was settled by money.
 *
 * @param settledDay the epoch day on which it was settled
 * @param daysVsDue days from the due date to that day; negative if it was settled early
 * @param amountMinor the invoice amount in minor units
 */
record SettledInvoice(long settledDay, long daysVsDue, long amountMinor) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Returns the days after the due date; 0 if it was settled on time. */
  long daysLate() {
    return Math.max(0, daysVsDue);
  }

  boolean isLate() {
    return daysVsDue > 0;
  }
}
