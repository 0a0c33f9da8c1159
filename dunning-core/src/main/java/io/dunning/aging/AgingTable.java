package io.dunning.aging;

import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;

/**
 * Adds up items by customer and currency: an open-addressed index into rows that lie side by side,
 * so that the rows in use take little room.
 */
final class AgingTable {
  private final AgingSchedule schedule;
  private final long asOfDay;
  private final boolean byIssueDate;
  private final boolean netting;
  private final boolean claimsApart;
  private final int bands;
  private final int width;
  private final Parties parties;

  /** Sum and count of each band, then of what stands apart, of each row. */
  private long[] cells;

  /**
   * @param items about how many items are coming; only a hint for the first size
   */
  AgingTable(AgingSchedule schedule, long asOfDay, boolean claimsApart, int items) {
    this.schedule = schedule;
    this.asOfDay = asOfDay;
    this.byIssueDate = schedule.basis() == AgingBasis.ISSUE_DATE;
    this.netting = schedule.netsCredits();
    this.claimsApart = claimsApart;
    this.bands = schedule.bands().size();
    this.width = AgingRows.width(schedule, claimsApart);
    this.parties = new Parties(items / 20);
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
    int row = row(item.rowHash(), item.customer(), item.currency());
    add(row * width + 2 * place, amount, 1);
  }

  private void add(int at, long amount, long count) {
    cells[at] = Math.addExact(cells[at], amount);
    cells[at + 1] += count;
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
      int into = row(OpenItem.rowHash(customer, currency), customer, currency) * width;
      for (int c = 0; c < more.width(); c += 2) {
        add(into + c, more.cell(i, c), more.cell(i, c + 1));
      }
    }
    return this;
  }

  AgingRows rows() {
    return parties.rows(bands, width, cells);
  }
}
