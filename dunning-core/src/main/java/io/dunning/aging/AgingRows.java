package io.dunning.aging;

import io.dunning.money.CurrencyUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of a report, side by side. A row has the sum and the count of each band, then of what
 * stands apart, as far as it can occur: credits come first. Arrays may be longer than the rows.
 */
final class AgingRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int APART = AgingLine.Apart.values().length;

  private final int bands;
  private final int width;
  private final int count;
  private final String[] customers;
  private final CurrencyUnit[] currencies;
  private final long[] cells;

  AgingRows(
      int bands,
      int width,
      int count,
      String[] customers,
      CurrencyUnit[] currencies,
      long[] cells) {
    this.bands = bands;
    this.width = width;
    this.count = count;
    this.customers = customers;
    this.currencies = currencies;
    this.cells = cells;
  }

  /** How many cells a row needs. */
  static int width(AgingSchedule schedule, boolean claimsApart) {
    int bands = schedule.bands().size();
    return 2 * (bands + (claimsApart ? APART : schedule.netsCredits() ? 0 : 1));
  }

  int count() {
    return count;
  }

  int width() {
    return width;
  }

  String customer(int row) {
    return customers[row];
  }

  CurrencyUnit currency(int row) {
    return currencies[row];
  }

  long cell(int row, int place) {
    return cells[row * width + place];
  }

  private boolean isEmpty(int row) {
    for (int i = 1; i < width; i += 2) {
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
        places.add(new Place(beginning(customers[row]), customers[row], currencies[row], row));
      }
    }
    places.sort(Place.ORDER);
    List<AgingLine> lines = new ArrayList<>(places.size());
    for (Place each : places) {
      long[] of = new long[2 * (bands + APART)];
      System.arraycopy(cells, each.row * width, of, 0, width);
      lines.add(new AgingLine(each.customer, each.currency, bands, of));
    }
    return lines;
  }

  /** A row to be put in order. Most names differ early, so that few are looked into. */
  private record Place(long beginning, String customer, CurrencyUnit currency, int row) {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::beginning)
            .thenComparing(Place::customer)
            .thenComparing(Place::currency);
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
        long[] into = sums.computeIfAbsent(currencies[row], c -> new long[2 * (bands + APART)]);
        for (int i = 0; i < width; i++) {
          into[i] = Math.addExact(into[i], cells[row * width + i]);
        }
      }
    }
    SortedMap<CurrencyUnit, AgingLine> totals = new TreeMap<>();
    sums.forEach((c, all) -> totals.put(c, new AgingLine("", c, bands, all)));
    return totals;
  }

  private Object writeReplace() {
    return customers.length == count
        ? this
        : new AgingRows(
            bands,
            width,
            count,
            Arrays.copyOf(customers, count),
            Arrays.copyOf(currencies, count),
            Arrays.copyOf(cells, count * width));
  }
}
