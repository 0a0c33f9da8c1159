package io.dunning.aging;

import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;

/**
 * Adds up items by customer and currency, in rows that lie side by side.
 *
 * <p>With more customers than fit into the caches of a processor, items are taken in blocks, each
 * step for all items of a block: so it waits for the memory of many items at once, not for one
 * after the other, in half the time.
 */
final class AgingTable {
  private static final int MANY = 1 << 17;
  private static final int BLOCK = 128;

  private final AgingSchedule schedule;
  private final long asOfDay;
  private final boolean byIssueDate;
  private final boolean netting;
  private final boolean claimsApart;

  /** Whether all customers are in one row a currency. */
  private final boolean together;

  private final int bands;
  private final int places;
  private final int width;
  private final Parties parties;

  /** As {@link AgingRows} has them. */
  private long[] cells;

  private long added;

  private final OpenItem[] items = new OpenItem[BLOCK];
  private final int[] hashes = new int[BLOCK];
  private final int[] rows = new int[BLOCK];
  private final int[] placed = new int[BLOCK];
  private final long[] amounts = new long[BLOCK];
  private int waiting;

  /**
   * @param expected about how many items are coming; only a hint for the first size
   */
  AgingTable(AgingSchedule schedule, long asOfDay, boolean claimsApart, int expected) {
    this(schedule, asOfDay, claimsApart, false, expected);
  }

  /** A table that adds all customers up. */
  static AgingTable together(AgingSchedule schedule, long asOfDay) {
    return new AgingTable(schedule, asOfDay, false, true, 0);
  }

  private AgingTable(
      AgingSchedule schedule, long asOfDay, boolean claimsApart, boolean together, int expected) {
    this.schedule = schedule;
    this.asOfDay = asOfDay;
    this.byIssueDate = schedule.basis() == AgingBasis.ISSUE_DATE;
    this.netting = schedule.netsCredits();
    this.claimsApart = claimsApart;
    this.together = together;
    this.bands = schedule.bands().size();
    this.places = AgingRows.places(schedule, claimsApart);
    this.width = AgingRows.width(places);
    this.parties = new Parties(expected / 20);
    this.cells = new long[parties.capacity() * width];
  }

  /** Adds an item; one that is issued later does not exist yet. */
  void add(OpenItem item) {
    if (item.issuedDay() > asOfDay) {
      return;
    }
    long amount = item.minorUnits();
    int place = schedule.index(byIssueDate ? item.issuedDay() : item.dueDay(), asOfDay);
    if (amount < 0 && !netting) {
      place = bands;
      amount = Math.negateExact(amount);
    } else if (claimsApart && item.claim() != OpenItem.Claim.PLAIN) {
      place = bands + item.claim().ordinal();
    }
    if (parties.count() < MANY) {
      int row =
          together
              ? row(OpenItem.rowHash("", item.currency()), "", item.currency())
              : row(item.rowHash(), item.customer(), item.currency());
      AgingRows.add(cells, row * width, places, place, amount, 1);
      count(1);
    } else {
      defer(item, place, amount);
    }
  }

  private void defer(OpenItem item, int place, long amount) {
    int at = waiting++;
    items[at] = item;
    hashes[at] = item.rowHash();
    placed[at] = place;
    amounts[at] = amount;
    if (waiting == BLOCK) {
      flush();
    }
  }

  private void flush() {
    parties.guess(hashes, waiting, rows);
    for (int i = 0; i < waiting; i++) {
      OpenItem item = items[i];
      if (!parties.is(rows[i], item.customer(), item.currency())) {
        rows[i] = row(hashes[i], item.customer(), item.currency());
      }
    }
    long[] into = cells;
    int[] of = rows;
    for (int i = 0, n = waiting; i < n; i++) {
      AgingRows.add(into, of[i] * width, places, placed[i], amounts[i], 1);
    }
    count(waiting);
    waiting = 0;
  }

  private void count(long items) {
    added += items;
    if (added > AgingRows.MOST_ITEMS) {
      throw new ArithmeticException("more items than can be counted: " + added);
    }
  }

  private int row(int hash, String customer, CurrencyUnit currency) {
    int row = parties.place(hash, customer, currency);
    if (row * width >= cells.length) {
      cells = Arrays.copyOf(cells, Math.multiplyExact(parties.capacity(), width));
    }
    return row;
  }

  AgingTable merge(AgingTable other) {
    return add(other.rows());
  }

  /** Adds the rows of a table as wide as this one, or narrower. */
  AgingTable add(AgingRows more) {
    for (int i = 0; i < more.count(); i++) {
      String customer = more.customer(i);
      CurrencyUnit currency = more.currency(i);
      int row = row(OpenItem.rowHash(customer, currency), customer, currency);
      for (int place = 0; place < more.places(); place++) {
        long count = more.count(i, place);
        AgingRows.add(cells, row * width, places, place, more.sum(i, place), count);
        count(count);
      }
    }
    return this;
  }

  AgingRows rows() {
    flush();
    return new AgingRows(bands, places, parties.count(), parties.keys(), cells);
  }
}
