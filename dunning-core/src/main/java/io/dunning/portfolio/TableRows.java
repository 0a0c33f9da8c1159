package io.dunning.portfolio;

import io.dunning.ledger.Account;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table of accounts keeps: the packed standings in blocks, which accounts are kept whole,
 * and an index of the customers with their texts. A row that is replaced is written anew behind the
 * others, and so are its texts; once half of all words or texts are of rows that were replaced,
 * they are written together.
 */
final class TableRows {
  private static final int BLOCK_BITS = 18;

  private static final int BLOCK = 1 << BLOCK_BITS;

  /** Two megabytes with what an array needs, so that a usual collector does not move it. */
  private static final int FULL_BLOCK = BLOCK - 8;

  private static final int SMALL_BLOCK = 1 << 16;

  private static final int FIRST_BLOCK = 1 << 10;

  /** A row without a packed standing. */
  private static final long KEPT = -1;

  private long[][] blocks = new long[4][];
  private int blockCount;
  private int used;
  private int free;
  private long live;
  private long stored;

  private final TableIndex index = new TableIndex();
  private final Map<Integer, Account> kept = new HashMap<>();

  /**
   * The rows whose account was made up of what was told, so that nobody knows the customer, with
   * the numbers of its open invoices.
   */
  private final Map<Integer, List<String>> told = new HashMap<>();

  private long[] places = new long[16];
  private int[] changed = new int[16];

  /** The version since which the invoices of a row have the numbers that they have. */
  private int[] renumbered = new int[16];

  /** Whether the row that is written has the same texts as before, and had its standing packed. */
  private boolean sameTexts;

  /** The account that was kept whole for the row that is written; null if there was none. */
  private Account replaced;

  private int[] lengths = new int[16];

  int size() {
    return index.size();
  }

  /** The row of a customer; -1 if there is none. */
  int find(TextDraft text) {
    return index.find(text);
  }

  /** The row of a customer, new if there is none, with its texts. */
  int rowFor(TextDraft text) {
    int row = index.find(text);
    sameTexts = false;
    replaced = null;
    if (row < 0) {
      row = index.add(text);
      grow();
      places[row] = KEPT;
    } else {
      boolean packed = isPacked(row);
      replaced = isTold(row) ? null : kept(row);
      release(row);
      sameTexts = !index.replace(row, text) && packed;
    }
    return row;
  }

  private void release(int row) {
    live -= lengths[row];
    lengths[row] = 0;
    places[row] = KEPT;
    kept.remove(row);
    told.remove(row);
  }

  private void grow() {
    if (size() > places.length) {
      int more = Math.addExact(size(), size() / 2);
      places = Arrays.copyOf(places, more);
      changed = Arrays.copyOf(changed, more);
      renumbered = Arrays.copyOf(renumbered, more);
      lengths = Arrays.copyOf(lengths, more);
    }
  }

  /** Makes room for the packed standing of a row, to be written into its block. */
  void place(int row, int length, int version) {
    places[row] = room(length);
    lengths[row] = length;
    change(row, !sameTexts, version);
    live += length;
  }

  private long room(int length) {
    if (free < length) {
      if (blockCount == blocks.length) {
        blocks = Arrays.copyOf(blocks, 2 * blockCount);
      }
      // a small table has small blocks; a long row has one of its own
      int block = stored < SMALL_BLOCK ? (int) Math.max(FIRST_BLOCK, stored) : FULL_BLOCK;
      blocks[blockCount++] = new long[Math.max(block, length)];
      used = 0;
      free = Math.max(block, length);
      stored += free;
    }
    long place = (long) (blockCount - 1) << BLOCK_BITS | used;
    used += length;
    free -= length;
    return place;
  }

  /** Keeps an account whole; it may be made up of what was told. */
  void keep(int row, Account account, boolean isTold, int version) {
    boolean sameNumbers =
        replaced != null && !isTold && replaced.invoiceNumbers().equals(account.invoiceNumbers());
    kept.put(row, account);
    if (isTold) {
      told.put(row, openNumbers(account));
    }
    change(row, !sameNumbers, version);
  }

  /** Keeps what became of the account that is kept for a row. */
  void grown(int row, Account account, int version) {
    kept.put(row, account);
    boolean others = false;
    if (isTold(row)) {
      List<String> numbers = openNumbers(account);
      others = !numbers.equals(told.put(row, numbers));
    }
    change(row, others, version);
  }

  private static List<String> openNumbers(Account account) {
    return account.invoices().stream()
        .filter(h -> h.standingOn(account.lastDay()).balance().openMinor() > 0)
        .map(h -> h.invoice().number())
        .toList();
  }

  /** The numbers by whose places the account that is kept for a row is decided about. */
  List<String> numbers(int row) {
    List<String> open = told.get(row);
    return open == null ? kept(row).invoiceNumbers() : open;
  }

  private void change(int row, boolean otherNumbers, int version) {
    changed[row] = version;
    if (otherNumbers) {
      renumbered[row] = version;
    }
  }

  /** Whether the account that is kept for a row is made up of what was told. */
  boolean isTold(int row) {
    return told.containsKey(row);
  }

  /** Says that more may be known now about all accounts that are made up of what was told. */
  void toldChanged(int version) {
    told.keySet().forEach(row -> changed[row] = version);
  }

  /** The account that is kept for a row; null if its standing is packed. */
  Account kept(int row) {
    return places[row] == KEPT ? kept.get(row) : null;
  }

  int keptCount() {
    return kept.size();
  }

  boolean isPacked(int row) {
    return places[row] != KEPT;
  }

  long[] block(int row) {
    return blocks[(int) (places[row] >> BLOCK_BITS)];
  }

  int at(int row) {
    return (int) places[row] & BLOCK - 1;
  }

  int length(int row) {
    return lengths[row];
  }

  int changed(int row) {
    return changed[row];
  }

  int renumbered(int row) {
    return renumbered[row];
  }

  /** The text of a row with a number: the customer, then the open invoices. */
  String text(int row, int number) {
    return index.text(row, number);
  }

  List<String> texts(int row, int count) {
    List<String> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(text(row, i));
    }
    return all;
  }

  /** Writes the rows or their texts together if most are of rows that were replaced. */
  void tidy() {
    tidyWords();
    index.tidy();
  }

  private void tidyWords() {
    if (stored < 2L * BLOCK || live > stored / 2) {
      return;
    }
    long[][] before = blocks;
    blocks = new long[4][];
    blockCount = 0;
    free = 0;
    stored = 0;
    for (int row = 0; row < size(); row++) {
      if (places[row] != KEPT) {
        long[] from = before[(int) (places[row] >> BLOCK_BITS)];
        int at = at(row);
        places[row] = room(lengths[row]);
        System.arraycopy(from, at, block(row), at(row), lengths[row]);
      }
    }
  }

  /** How many bytes everything takes but the accounts that are kept. */
  long bytes() {
    long ofRows = (8L + 4 + 4 + 4) * places.length;
    return 8 * stored + 16L * blockCount + ofRows + index.bytes() + 48L * kept.size();
  }
}
