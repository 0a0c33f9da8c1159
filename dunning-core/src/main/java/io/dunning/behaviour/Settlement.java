package io.dunning.behaviour;

import java.io.Serializable;

/**
 * An invoice that was settled.
 *
 * @param settledDay the epoch day on which it was
 * @param daysVsDue days from the due date to that day
 * @param amountMinor the invoice amount in minor units
 */
record Settlement(long settledDay, long daysVsDue, long amountMinor) implements Serializable {
  private static final long serialVersionUID = 1L;

  long daysLate() {
    return Math.max(0, daysVsDue);
  }
}
