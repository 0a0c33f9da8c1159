package io.dunning.aging;

import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Computes the totals of many days from the changes between them. An entry is added to its band on
 * the first requested day that includes it, and moved on the day on which it reaches the next band.
 */
final class AgingTrend {
  /**
   * The widest span between the first and the last day for which positions are looked up in a
   * table.
   */
  private static final int WIDEST_TABLE = 1 << 20;

  private final AgingSchedule schedule;
  private final LocalDate[] dates;
  private final long[] days;
  private final int bands;
  private final int places;

  /** How many cells a day has: a sum and a count for each place. */
  private final int width;

  /**
   * For each day of the span, the position of the first requested day on or after it; null if the
   * span is too wide.
   */
  private final int[] slots;

  AgingTrend(AgingSchedule schedule, SortedSet<LocalDate> asked) {
    this.schedule = schedule;
    this.dates = asked.toArray(new LocalDate[0]);
    this.days = Arrays.stream(dates).mapToLong(LocalDate::toEpochDay).toArray();
    this.bands = schedule.bands().size();
    this.places = AgingRows.places(schedule, false);
    this.width = 2 * places;
    this.slots = slots(days);
  }

  private static int[] slots(long[] days) {
    if (days.length == 0 || days[days.length - 1] - days[0] >= WIDEST_TABLE) {
      return null;
    }
    int[] slots = new int[(int) (days[days.length - 1] - days[0]) + 1];
    for (int i = 0, slot = 0; i < slots.length; i++) {
      slot += days[slot] < days[0] + i ? 1 : 0;
      slots[i] = slot;
    }
    return slots;
  }

  /** Returns an array for the changes of a currency, all zero. */
  long[] nothing() {
    return new long[Math.multiplyExact(days.length, width)];
  }

  /**
   * Returns the position of the first requested day on or after a day; the number of days if there
   * is none.
   */
  private int slot(long day) {
    if (slots == null) {
      int found = Arrays.binarySearch(days, day);
      return found < 0 ? -found - 1 : found;
    }
    long at = day - days[0];
    return at <= 0 ? 0 : at < slots.length ? slots[(int) at] : days.length;
  }

  /** Adds an entry to the bands it passes through. */
  void add(long[] changes, long day, long date, long amount, int count) {
    int slot = slot(day);
    if (slot == days.length) {
      return;
    }
    int place = schedule.index(date, days[slot]);
    add(changes, slot * width + 2 * place, amount, count);
    while (++place < bands) {
      slot = slot(schedule.start(date, place));
      if (slot == days.length) {
        return;
      }
      int at = slot * width + 2 * place;
      add(changes, at - 2, Math.negateExact(amount), -count);
      add(changes, at, amount, count);
    }
  }

  /** Adds an entry that is shown apart from the bands. */
  void addApart(long[] changes, long day, long amount, int count) {
    int slot = slot(day);
    if (slot < days.length) {
      add(changes, slot * width + 2 * bands, amount, count);
    }
  }

  private static void add(long[] changes, int at, long amount, int count) {
    changes[at] = Math.addExact(changes[at], amount);
    changes[at + 1] += count;
  }

  SortedMap<LocalDate, AgingReport> reports(SortedMap<CurrencyUnit, long[]> changes) {
    List<Object> keys = new ArrayList<>();
    changes.keySet().forEach(currency -> keys.addAll(List.of("", currency)));
    int row = AgingRows.width(places);
    long[] cells = new long[changes.size() * row];
    SortedMap<LocalDate, AgingReport> reports = new TreeMap<>();
    for (int slot = 0; slot < days.length; slot++) {
      int at = 0;
      for (long[] of : changes.values()) {
        for (int i = 0; i < places; i++) {
          int from = slot * width + 2 * i;
          AgingRows.add(cells, at, places, i, of[from], of[from + 1]);
        }
        at += row;
      }
      AgingRows rows = new AgingRows(bands, places, changes.size(), keys.toArray(), cells.clone());
      reports.put(dates[slot], new AgingReport(schedule, dates[slot], rows));
    }
    return reports;
  }
}
