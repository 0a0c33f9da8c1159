package io.dunning.ledger;

import io.dunning.event.StepEvent.StepTaken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The steps that were taken and not withdrawn, side by side, by day and then by order of entry.
 * Immutable and thread-safe.
 */
public final class StepsTaken {
  private static final int MOST_SHARED = 10_000;
  private static final int LONGEST_SHARED = 16;

  /** Few ladders, many accounts: equal rows of names are one array, which stays in the cache. */
  private static final Map<List<String>, String[]> SHARED = new ConcurrentHashMap<>();

  static final StepsTaken NONE = new StepsTaken(List.of());

  private final String[] names;

  /** From a place on, twice the day, plus 1 if there is a channel. */
  private final long[] days;

  private final int from;

  StepsTaken(List<StepTaken> steps) {
    this(names(steps), new long[steps.size()], 0);
    for (int i = 0; i < names.length; i++) {
      StepTaken step = steps.get(i);
      days[i] = step.date().toEpochDay() * 2 + (step.channel().isPresent() ? 1 : 0);
    }
  }

  private StepsTaken(String[] names, long[] days, int from) {
    this.names = names;
    this.days = days;
    this.from = from;
  }

  private static String[] names(List<StepTaken> steps) {
    List<String> names = steps.stream().map(StepTaken::step).toList();
    if (names.size() > LONGEST_SHARED) {
      return names.toArray(new String[0]);
    }
    if (SHARED.size() < MOST_SHARED) {
      return SHARED.computeIfAbsent(names, n -> n.toArray(new String[0]));
    }
    String[] shared = SHARED.get(names);
    return shared == null ? names.toArray(new String[0]) : shared;
  }

  /** These steps, their days kept behind other numbers that are looked at with them. */
  StepsTaken within(long[] cells, int place) {
    System.arraycopy(days, from, cells, place, names.length);
    return new StepsTaken(names, cells, place);
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
    return days[from + i] >> 1;
  }

  /**
   * Whether it was recorded how the customer was reached.
   *
   * @param i its place, from 0
   * @return true if there is a channel
   */
  public boolean hasChannel(int i) {
    return (days[from + i] & 1) == 1;
  }
}
