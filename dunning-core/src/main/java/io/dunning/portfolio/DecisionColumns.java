package io.dunning.portfolio;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Decisions one after the other: what was decided, about which row of the table, about which of its
 * open invoices. Filled part by part, then joined and only read.
 */
final class DecisionColumns {
  /** Stands for the place of an invoice where a decision is about the account. */
  static final int ALL = -1;

  private final int firstRow;
  private long[] words;

  /** The row of each decision; null while there is exactly one for each row. */
  private int[] rows;

  /**
   * The place of the invoice of each decision among the open ones, or one that is {@link #settled};
   * null while all are about accounts.
   */
  private int[] invoices;

  private int size;
  private int nextRow;
  private int decided;

  /** The failures by their rows. */
  private final Map<Integer, PortfolioRun.Failed> failures = new TreeMap<>();

  /** The rows, from the first, about which was decided for a day before their last event. */
  private final BitSet early = new BitSet(0);

  DecisionColumns(int firstRow, int expected) {
    this.firstRow = firstRow;
    nextRow = firstRow;
    words = new long[expected];
  }

  /** Joins parts that follow each other. */
  static DecisionColumns join(List<DecisionColumns> parts) {
    int size = 0;
    boolean anyRows = false;
    boolean anyInvoices = false;
    for (DecisionColumns part : parts) {
      size = Math.addExact(size, part.size);
      anyRows |= part.rows != null;
      anyInvoices |= part.invoices != null;
    }
    DecisionColumns all = new DecisionColumns(0, size);
    all.rows = anyRows ? new int[size] : null;
    all.invoices = anyInvoices ? new int[size] : null;
    for (DecisionColumns part : parts) {
      System.arraycopy(part.words, 0, all.words, all.size, part.size);
      for (int i = 0; anyRows && i < part.size; i++) {
        all.rows[all.size + i] = part.row(i);
      }
      for (int i = 0; anyInvoices && i < part.size; i++) {
        all.invoices[all.size + i] = part.invoice(i);
      }
      all.size += part.size;
      all.decided += part.decided;
      all.nextRow = part.nextRow;
      all.failures.putAll(part.failures);
      part.early.stream().forEach(i -> all.early.set(part.firstRow + i));
    }
    return all;
  }

  /** Adds the only decision about the next row. */
  void add(long word) {
    if (rows != null || size == words.length) {
      add(word, ALL);
      endRow();
      return;
    }
    if (invoices != null) {
      invoices[size] = ALL;
    }
    words[size++] = word;
    nextRow++;
  }

  /** Adds a decision about the next row, which {@link #endRow} ends. */
  void add(long word, int invoice) {
    beginRows();
    if (invoice != ALL && invoices == null) {
      invoices = new int[words.length];
      Arrays.fill(invoices, ALL);
    }
    if (size == words.length) {
      int more = Math.max(16, Math.addExact(size, size / 2));
      words = Arrays.copyOf(words, more);
      rows = Arrays.copyOf(rows, more);
      invoices = invoices == null ? null : Arrays.copyOf(invoices, more);
    }
    rows[size] = nextRow;
    if (invoices != null) {
      invoices[size] = invoice;
    }
    words[size++] = word;
  }

  /**
   * Stands for an invoice that is settled by the standing, so that the table does not have its
   * number.
   *
   * @param place its place among all invoices of the account
   */
  static int settled(int place) {
    return ALL - 1 - place;
  }

  /** The place among all invoices that {@link #settled} stands for; -1 if it is another mark. */
  static int settledPlace(int mark) {
    return mark < ALL ? ALL - 1 - mark : -1;
  }

  /** Ends a row about which any number of decisions were added, perhaps none. */
  void endRow() {
    beginRows();
    nextRow++;
  }

  private void beginRows() {
    if (rows == null) {
      rows = new int[words.length];
      for (int i = 0; i < size; i++) {
        rows[i] = firstRow + i;
      }
    }
  }

  void countDecided() {
    decided++;
  }

  /** Says why nothing is decided about the next row. */
  void failed(PortfolioRun.Failed failure) {
    failures.put(nextRow, failure);
  }

  /** Says that the decisions about the next row know only some of its events. */
  void early() {
    early.set(nextRow - firstRow);
  }

  /** Whether a row had events after the day for which was decided. */
  boolean isEarly(int row) {
    return early.get(row - firstRow);
  }

  int size() {
    return size;
  }

  /** How many rows of the table were asked about. */
  int rows() {
    return nextRow - firstRow;
  }

  int decided() {
    return decided;
  }

  long word(int i) {
    return words[Objects.checkIndex(i, size)];
  }

  int row(int i) {
    Objects.checkIndex(i, size);
    return rows == null ? firstRow + i : rows[i];
  }

  int invoice(int i) {
    Objects.checkIndex(i, size);
    return invoices == null ? ALL : invoices[i];
  }

  /** Whether there is exactly one decision about each row. */
  boolean isOneEach() {
    return rows == null;
  }

  /** The first decision about a row or a later one. */
  int first(int row) {
    if (rows == null) {
      return Math.min(row - firstRow, size);
    }
    int at = Arrays.binarySearch(rows, 0, size, row);
    while (at > 0 && rows[at - 1] == row) {
      at--;
    }
    return at < 0 ? -at - 1 : at;
  }

  /** Whether something about a row is not decided. */
  boolean isUndecided(int row) {
    boolean undecided = false;
    for (int i = first(row); i < size && row(i) == row; i++) {
      undecided |= words[i] == DecisionWord.UNDECIDED;
    }
    return undecided;
  }

  /** Why nothing is decided about a row; null if nothing failed. */
  PortfolioRun.Failed failure(int row) {
    return failures.get(row);
  }

  /** All failures, in the order of the rows. */
  List<PortfolioRun.Failed> failures() {
    return List.copyOf(failures.values());
  }
}
