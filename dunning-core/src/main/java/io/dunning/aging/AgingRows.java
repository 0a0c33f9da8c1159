package io.dunning.aging;

import io.dunning.money.CurrencyUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of a report, side by side. A row has the sum of each band, then of what stands apart, as
 * far as it can occur (credits come first); then the counts, two to a cell, so that a row is short.
 * Arrays may be longer than the rows.
 */
final class AgingRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int APART = AgingLine.Apart.values().length;

  /** No place of a row counts further. */
  static final long MOST_ITEMS = 0xFFFF_FFFFL;

  private final int bands;
  private final int places;
  private final int width;
  private final int count;

  /** Customer and currency of each row. */
  private final Object[] keys;

  private final long[] cells;

  AgingRows(int bands, int places, int count, Object[] keys, long[] cells) {
    this.bands = bands;
    this.places = places;
    this.width = width(places);
    this.count = count;
    this.keys = keys;
    this.cells = cells;
  }

  /** How many places a row needs. */
  static int places(AgingSchedule schedule, boolean claimsApart) {
    return schedule.bands().size() + (claimsApart ? APART : schedule.netsCredits() ? 0 : 1);
  }

  /** How many cells a row of so many places needs. */
  static int width(int places) {
    return places + (places + 1) / 2;
  }

  /**
   * Adds to a place.
   *
   * @param row where the row begins
   */
  static void add(long[] cells, int row, int places, int place, long amount, long count) {
    cells[row + place] = Math.addExact(cells[row + place], amount);
    cells[row + places + (place >> 1)] += count << ((place & 1) << 5);
  }

  int count() {
    return count;
  }

  int places() {
    return places;
  }

  String customer(int row) {
    return (String) keys[2 * row];
  }

  CurrencyUnit currency(int row) {
    return (CurrencyUnit) keys[2 * row + 1];
  }

  long sum(int row, int place) {
    return cells[row * width + place];
  }

  long count(int row, int place) {
    return cells[row * width + places + (place >> 1)] >>> ((place & 1) << 5) & MOST_ITEMS;
  }

  private boolean isEmpty(int row) {
    for (int i = places; i < width; i++) {
      if (cells[row * width + i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** A line for each row that has anything in it, by customer, then by currency. */
  List<AgingLine> lines() {
    List<Place> places = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      if (!isEmpty(row)) {
        places.add(new Place(beginning(customer(row)), customer(row), currency(row), row));
      }
    }
    places.sort(null);
    List<AgingLine> lines = new ArrayList<>(places.size());
    for (Place each : places) {
      long[] of = new long[2 * (bands + APART)];
      addTo(of, each.row);
      lines.add(new AgingLine(each.customer, each.currency, bands, of));
    }
    return lines;
  }

  /** A row to be put in order. Most names differ early, so that few are looked into. */
  private record Place(long beginning, String customer, CurrencyUnit currency, int row)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      if (beginning != other.beginning) {
        return beginning < other.beginning ? -1 : 1;
      }
      int names = customer.compareTo(other.customer);
      return names != 0 ? names : currency.compareTo(other.currency);
    }
  }

  /**
   * The first seven characters as a number of the same order, nine bits each: none, the characters
   * up to 255, and all beyond as one, after which nothing is known.
   */
  private static long beginning(String name) {
    long number = 0;
    boolean known = true;
    for (int i = 0; i < 7; i++) {
      int next = known && i < name.length() ? Math.min(name.charAt(i), 256) + 1 : 0;
      known &= next <= 256;
      number = number << 9 | next;
    }
    return number;
  }

  /** The sum of all rows of each currency. */
  SortedMap<CurrencyUnit, AgingLine> totals() {
    SortedMap<CurrencyUnit, long[]> sums = new TreeMap<>();
    for (int row = 0; row < count; row++) {
      if (!isEmpty(row)) {
        long[] into = sums.computeIfAbsent(currency(row), c -> new long[2 * (bands + APART)]);
        addTo(into, row);
      }
    }
    SortedMap<CurrencyUnit, AgingLine> totals = new TreeMap<>();
    sums.forEach((c, all) -> totals.put(c, new AgingLine("", c, bands, all)));
    return totals;
  }

  /** Adds a row to sums and counts in pairs. */
  private void addTo(long[] into, int row) {
    for (int i = 0; i < places; i++) {
      into[2 * i] = Math.addExact(into[2 * i], sum(row, i));
      into[2 * i + 1] += count(row, i);
    }
  }

  private Object writeReplace() {
    return cells.length == count * width
        ? this
        : new AgingRows(
            bands,
            places,
            count,
            Arrays.copyOf(keys, 2 * count),
            Arrays.copyOf(cells, count * width));
  }
}
