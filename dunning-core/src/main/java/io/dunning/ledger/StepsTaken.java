package io.dunning.ledger;

import io.dunning.event.StepEvent.StepTaken;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The names and days of the steps that were taken and not withdrawn, side by side in arrays, by day
 * and then by order of entry. Made for code that looks at millions of them; {@link
 * StepRecord#taken} has the events. Immutable and thread-safe.
 */
public final class StepsTaken {
  private static final int MOST_SHARED = 10_000;
  private static final int LONGEST_SHARED = 16;

  /** Few ladders, many accounts: equal rows of names are one array, which stays in the cache. */
  private static final Map<List<String>, String[]> SHARED = new ConcurrentHashMap<>();

  static final StepsTaken NONE = new StepsTaken(new String[0], new long[0], 0, 0, null);

  private final String[] names;

  /** From a place on, twice the day, plus 1 if there is a channel. */
  private final long[] days;

  private final int from;
  private final int count;

  /** How many places of the arrays are taken, as in {@link GrowingList}; null without room. */
  private final AtomicInteger used;

  private StepsTaken(String[] names, long[] days, int from, int count, AtomicInteger used) {
    this.names = names;
    this.days = days;
    this.from = from;
    this.count = count;
    this.used = used;
  }

  static StepsTaken of(List<StepTaken> steps) {
    return NONE.plus(steps);
  }

  /** These steps and further ones. Long rows share their arrays as {@link GrowingList} does. */
  StepsTaken plus(List<StepTaken> more) {
    if (more.isEmpty()) {
      return this;
    }
    int longer = Math.addExact(count, more.size());
    if (longer <= LONGEST_SHARED) {
      String[] exact = Arrays.copyOf(names, longer);
      long[] own = Arrays.copyOf(days, longer);
      fill(exact, own, more);
      return new StepsTaken(shared(exact), own, 0, longer, null);
    }
    if (used != null && longer <= names.length && used.compareAndSet(count, longer)) {
      fill(names, days, more);
      return new StepsTaken(names, days, 0, longer, used);
    }
    int room = count == 0 ? longer : Math.addExact(longer, longer / 2);
    String[] roomy = Arrays.copyOf(Arrays.copyOf(names, count), room);
    long[] own = Arrays.copyOf(Arrays.copyOf(days, count), room);
    fill(roomy, own, more);
    return new StepsTaken(roomy, own, 0, longer, new AtomicInteger(longer));
  }

  /** These steps but for the one at a place. */
  StepsTaken without(int place) {
    String[] rest = Arrays.copyOf(names, count - 1);
    long[] own = Arrays.copyOf(days, count - 1);
    System.arraycopy(names, place + 1, rest, place, count - 1 - place);
    System.arraycopy(days, place + 1, own, place, count - 1 - place);
    String[] kept = count - 1 <= LONGEST_SHARED ? shared(rest) : rest;
    return count == 1 ? NONE : new StepsTaken(kept, own, 0, count - 1, null);
  }

  private void fill(String[] targetNames, long[] targetDays, List<StepTaken> more) {
    int next = count;
    for (StepTaken step : more) {
      targetNames[next] = step.step();
      targetDays[next++] = step.date().toEpochDay() * 2 + (step.channel().isPresent() ? 1 : 0);
    }
  }

  private static String[] shared(String[] names) {
    List<String> row = List.of(names);
    if (SHARED.size() < MOST_SHARED) {
      return SHARED.computeIfAbsent(row, n -> names);
    }
    return SHARED.getOrDefault(row, names);
  }

  /** These steps, their days kept behind other numbers that are looked at with them. */
  StepsTaken within(long[] cells, int place) {
    if (count == 0) {
      return NONE;
    }
    System.arraycopy(days, from, cells, place, count);
    return new StepsTaken(names, cells, place, count, null);
  }

  /** {@return how many steps there are} */
  public int count() {
    return count;
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
