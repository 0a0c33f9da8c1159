package io.dunning.ledger;

import io.dunning.ledger.LedgerEvent.StepTaken;
import java.util.List;

/**
 * The steps that were taken and not withdrawn, side by side, by day and then by order of entry.
 * Immutable and thread-safe.
 */
public final class StepsTaken {
  static final StepsTaken NONE = new StepsTaken(List.of());

  private final String[] names;

  /** Twice the day, plus 1 if there is a channel. */
  private final long[] days;

  StepsTaken(List<StepTaken> steps) {
    int n = steps.size();
    names = new String[n];
    days = new long[n];
    for (int i = 0; i < n; i++) {
      StepTaken step = steps.get(i);
      names[i] = step.step();
      days[i] = step.date().toEpochDay() * 2 + (step.channel().isPresent() ? 1 : 0);
    }
  }

  /**
   * How many steps there are.
   *
   * @return the number
   */
  public int count() {
    return names.length;
  }

  /**
   * The name of a step.
   *
   * @param i its place, from 0
   * @return the name, {@linkplain String#intern interned}
   */
  public String name(int i) {
    return names[i];
  }

  /**
   * The day on which a step was taken.
   *
   * @param i its place, from 0
   * @return the epoch day
   */
  public long day(int i) {
    return days[i] >> 1;
  }

  /**
   * Whether it was recorded how the customer was reached.
   *
   * @param i its place, from 0
   * @return true if there is a channel
   */
  public boolean hasChannel(int i) {
    return (days[i] & 1) == 1;
  }
}
