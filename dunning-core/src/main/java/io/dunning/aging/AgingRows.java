package io.dunning.aging;

import io.dunning.money.CurrencyUnit;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums and counts of a report, packed into one array. A row starts with the sum of each place:
 * the bands, then the kinds of amounts that can occur apart from them, credits first. The counts
 * follow, two in each cell to keep rows short. The arrays may be longer than the rows need.
 */
final class AgingRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int APART = AgingLine.Apart.values().length;

  /** The highest count that a place can hold. */
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

  /** The rows of which these are the lines. */
  static AgingRows of(int bands, Collection<AgingLine> lines) {
    int places = bands + APART;
    int width = width(places);
    Object[] keys = new Object[2 * lines.size()];
    long[] cells = new long[Math.multiplyExact(width, lines.size())];
    Set<List<Object>> known = new HashSet<>();
    int row = 0;
    for (AgingLine line : lines) {
      if (line.cells().size() != bands || line.isEmpty()) {
        throw new IllegalArgumentException("line has other bands, or no items: " + line);
      }
      if (!known.add(List.of(line.customer(), line.currency()))) {
        throw new IllegalArgumentException(
            "customer has two lines in a currency: " + line.customer() + " " + line.currency());
      }
      keys[2 * row] = line.customer();
      keys[2 * row + 1] = line.currency();
      for (int i = 0; i < places; i++) {
        add(cells, row * width, places, i, line.placed(i).minorUnits(), line.items(i));
      }
      row++;
    }
    return new AgingRows(bands, places, lines.size(), keys, cells);
  }

  /** Returns how many places a row needs: one for each band and one for each kind shown apart. */
  static int places(AgingSchedule schedule, boolean claimsApart) {
    return schedule.bands().size() + (claimsApart ? APART : schedule.netsCredits() ? 0 : 1);
  }

  /** Returns how many cells a row needs for a number of places. */
  static int width(int places) {
    return places + (places + 1) / 2;
  }

  /**
   * Adds an amount and a number of items to a place.
   *
   * @param row the index of the first cell of the row
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

  /** Returns a line for each row that has an item in it, sorted by customer, then by currency. */
  List<AgingLine> lines() {
    List<Sortable> filled = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      if (!isEmpty(row)) {
        filled.add(new Sortable(beginning(customer(row)), customer(row), currency(row), row));
      }
    }
    filled.sort(null);
    List<AgingLine> lines = new ArrayList<>(filled.size());
    for (Sortable each : filled) {
      long[] of = new long[2 * (bands + APART)];
      addTo(of, each.row);
      lines.add(new AgingLine(each.customer, each.currency, bands, of));
    }
    return lines;
  }

  /**
   * A row to be sorted. Most names differ in their first characters, so few are compared in full.
   */
  private record Sortable(long beginning, String customer, CurrencyUnit currency, int row)
      implements Comparable<Sortable> {
    @Override
    public int compareTo(Sortable other) {
      if (beginning != other.beginning) {
        return beginning < other.beginning ? -1 : 1;
      }
      int names = customer.compareTo(other.customer);
      return names != 0 ? names : currency.compareTo(other.currency);
    }
  }

  /**
   * Packs the first seven characters into a number that sorts as the names do, with nine bits for
   * each character: 0 for none, 1 to 256 for the characters up to 255, and 257 for any other. After
   * such a character the rest stays 0, because names with it must be compared in full.
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

  /** Returns the sum of all rows, for each currency. */
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

  /** Adds a row to an array that holds the sum and the count of each place in turn. */
  private void addTo(long[] into, int row) {
    for (int i = 0; i < places; i++) {
      into[2 * i] = Math.addExact(into[2 * i], sum(row, i));
      into[2 * i + 1] += count(row, i);
    }
  }

  /** These rows if they may be those of a report, which were read from a stream. */
  AgingRows checked(AgingSchedule schedule, LocalDate asOf) {
    Objects.requireNonNull(asOf, "asOf");
    if (bands != schedule.bands().size()) {
      throw new IllegalArgumentException("report has other bands than its schedule: " + bands);
    }
    return this;
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(this::copied);
  }

  /** A copy that shares no array with a stream. */
  private AgingRows copied() {
    boolean fits = bands > 0 && places >= bands && places <= bands + APART && count >= 0;
    if (!fits
        || width != width(places)
        || keys.length != 2L * count
        || cells.length != (long) count * width(places)) {
      throw new IllegalArgumentException("rows of a report do not fit its bands: " + bands);
    }
    AgingRows copy =
        new AgingRows(bands, places, count, keys.clone(), new long[count * width(places)]);
    Set<List<Object>> known = new HashSet<>();
    for (int row = 0; row < count; row++) {
      Object customer = copy.keys[2 * row];
      Object currency = copy.keys[2 * row + 1];
      if (!(customer instanceof String && currency instanceof CurrencyUnit)
          || !known.add(List.of(customer, currency))) {
        throw new IllegalArgumentException("not the customer of a line, or twice: " + customer);
      }
      for (int i = 0; i < places; i++) {
        add(copy.cells, row * copy.width, places, i, cells[row * copy.width + i], count(row, i));
      }
    }
    return copy;
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
