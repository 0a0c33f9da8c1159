package io.dunning.compiled;

/**
 * What a decision without a review date found, for those who say why. All of it is of the day asked
 * about; who asks for a review date loses it. Items are the open invoices that were decided about.
 */
abstract sealed class PackedFacts extends PackedLadder permits PackedRules {
  /** The decision is about the item. */
  public static final int CONCERNED = 1;

  /** The item is overdue, held or not. */
  public static final int OVERDUE = 2;

  /** Something holds the item. */
  public static final int HELD = 4;

  /** How many bits these take. */
  public static final int STATE_BITS = 3;

  private long heldSum;
  private long heldSince;

  PackedFacts(CompiledPolicy policy) {
    super(policy);
  }

  private int item(int at) {
    return (at - rowStart - Packing.HEAD) / Packing.WIDTH;
  }

  /** {@return how many items there are} */
  public final int items() {
    return (endInvoice - firstInvoice) / Packing.WIDTH;
  }

  /** The place in the account of the open invoice with a number. */
  private int place(int item) {
    return Packing.place(row, endStep, item);
  }

  /**
   * Writes a line for each item that is issued. A decision to take a step, or to wait with one, is
   * about the items that are free and overdue; before anything is overdue, about the oldest. A debt
   * that is held is about none.
   *
   * @param states takes the place of the invoice in the account, shifted by {@link #STATE_BITS},
   *     and below it {@link #CONCERNED}, {@link #OVERDUE} and {@link #HELD}
   * @param open takes what is open, in minor units
   * @return how many there are
   */
  public final int lines(int[] states, long[] open) {
    int first = anyLate || !anyFree || isHeld() ? -1 : oldestFree();
    boolean free = held < day && promised < day && (flags & Packing.DISPUTED) == 0;
    int n = 0;
    long sum = 0;
    long since = Packing.NEVER;
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      if ((int) row[i + 1] > day) {
        continue;
      }
      boolean late = isLate(i);
      boolean holds = !free && !isFree(i);
      if (late && holds) {
        sum += row[i] >>> 1;
        since = Math.min(since, row[i + 1] >> 32);
      }
      int state = (late ? OVERDUE : 0) | (holds ? HELD : !late && i != first ? 0 : CONCERNED);
      states[n] = place(item(i)) << STATE_BITS | state;
      open[n++] = row[i] >>> 1;
    }
    heldSum = sum;
    heldSince = since;
    return n;
  }

  private int oldestFree() {
    int i = firstInvoice;
    while (row[i + 1] >> 32 != oldestDue || !isFree(i)) {
      i += Packing.WIDTH;
    }
    return i;
  }

  /**
   * What is overdue and held, once the {@link #lines} are written.
   *
   * @return minor units; 0 if nothing is
   */
  public final long heldOverdueMinor() {
    return heldSum;
  }

  /** {@return the earliest due date of what is overdue and held} */
  public final long heldOverdueDay() {
    return heldSince;
  }

  /** {@return whether any invoice of the account is disputed as a whole} */
  public final boolean anyDisputed() {
    return (flags & Packing.DISPUTED) != 0;
  }

  /**
   * Of each line that was written and is not {@link #CONCERNED}, what is disputed of it.
   *
   * @param states the lines
   * @return minor units a line; null if nothing is
   */
  public final long[] disputed(int[] states) {
    long[] all = null;
    int n = 0;
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      if ((int) row[i + 1] > day) {
        continue;
      }
      if ((row[i] & 1) != 0 && (states[n] & CONCERNED) == 0) {
        all = all == null ? new long[states.length] : all;
        all[n] = row[i] >>> 1;
      }
      n++;
    }
    return all;
  }

  /** {@return whether any free item is overdue} */
  public final boolean anyOverdue() {
    return anyLate;
  }

  /** {@return what is overdue and free, in minor units} */
  public final long overdueMinor() {
    return lateSum;
  }

  /** {@return the due date of the oldest free item} */
  public final long dueDay() {
    return oldestDue;
  }

  /** {@return the place in the account of the invoice whose dispute or promise holds the debt} */
  public final int heldPlace() {
    return place(item(heldAt));
  }

  /** {@return the first later day on which an invoice is issued} */
  public final long firstIssue() {
    return firstIssue;
  }

  /** {@return the day by which the customer promised to pay} */
  public final long promisedUntil() {
    return promiseUntil;
  }

  /** {@return the last day on which that promise holds the debt} */
  public final long promisedThrough() {
    return promised;
  }

  /** {@return whether there may be credits: money moved, or an invoice is over-paid} */
  public final boolean maybeCredits() {
    return (flags & Packing.CREDITS) != 0;
  }

  /** {@return whether the row leaves out steps: those withdrawn, or recorded on invoices} */
  public final boolean lacksSteps() {
    return (flags & Packing.STEPS_APART) != 0;
  }

  /**
   * How often a step was taken for the account as a whole, if the row lacks no steps.
   *
   * @param step its place in the ladder
   * @return the number
   */
  public final int timesTaken(int step) {
    int times = 0;
    for (int i = firstStep; i < endStep; i++) {
      times += policy.place((int) row[i] & 0xFFFF) == step ? 1 : 0;
    }
    return times;
  }
}
