package io.dunning.aging;

import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.util.ArrayList;
import java.util.List;

/** Adds up items by customer and currency: an open-addressed table, keys and cells side by side. */
final class AgingTable {
  private static final int APART = AgingLine.Apart.values().length;

  private final AgingSchedule schedule;
  private final long asOfDay;
  private final boolean byIssueDate;
  private final boolean netting;
  private final boolean claimsApart;
  private final int bands;
  private final int width;

  /** Customer and currency of each place, or null. */
  private Object[] keys;

  /** Sum and count of each band, then of what stands apart, of each place. */
  private long[] cells;

  private int mask;
  private int shift;
  private int rows;

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
    // credits come first of what stands apart; what cannot occur takes no room
    this.width = 2 * (bands + (claimsApart ? APART : netting ? 0 : 1));
    allocate(Integer.highestOneBit(Math.max(64, Math.min(items / 8, 1 << 17))));
  }

  private void allocate(int places) {
    keys = new Object[2 * places];
    cells = new long[Math.multiplyExact(places, width)];
    mask = places - 1;
    shift = Integer.numberOfLeadingZeros(mask);
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

  /** The place of a customer and currency, made if there is none. */
  private int row(int hash, String customer, CurrencyUnit currency) {
    for (int at = start(hash); ; at = at + 1 & mask) {
      Object there = keys[2 * at];
      if (there == null) {
        return insert(at, hash, customer, currency);
      }
      if ((there == customer || there.equals(customer))
          && (keys[2 * at + 1] == currency || currency.equals(keys[2 * at + 1]))) {
        return at;
      }
    }
  }

  /** The high bits of the product: those that all bits of the hash code have part in. */
  private int start(int hash) {
    return hash * 0x9E3779B9 >>> shift;
  }

  private int insert(int at, int hash, String customer, CurrencyUnit currency) {
    if (++rows * 2 > mask) {
      grow();
      return row(hash, customer, currency);
    }
    keys[2 * at] = customer;
    keys[2 * at + 1] = currency;
    return at;
  }

  private void grow() {
    Object[] oldKeys = keys;
    long[] oldCells = cells;
    allocate(keys.length);
    for (int i = 0; i < oldKeys.length / 2; i++) {
      if (oldKeys[2 * i] != null) {
        int at =
            start(OpenItem.rowHash((String) oldKeys[2 * i], (CurrencyUnit) oldKeys[2 * i + 1]));
        while (keys[2 * at] != null) {
          at = at + 1 & mask;
        }
        keys[2 * at] = oldKeys[2 * i];
        keys[2 * at + 1] = oldKeys[2 * i + 1];
        System.arraycopy(oldCells, i * width, cells, at * width, width);
      }
    }
    rows--;
  }

  AgingTable merge(AgingTable other) {
    for (int i = 0; i < other.keys.length / 2; i++) {
      if (other.keys[2 * i] != null) {
        String customer = (String) other.keys[2 * i];
        CurrencyUnit currency = (CurrencyUnit) other.keys[2 * i + 1];
        int into = row(OpenItem.rowHash(customer, currency), customer, currency) * width;
        for (int c = 0; c < width; c += 2) {
          add(into + c, other.cells[i * width + c], other.cells[i * width + c + 1]);
        }
      }
    }
    return this;
  }

  /** Rows with anything in them, in no order. */
  List<AgingLine> lines() {
    List<AgingLine> lines = new ArrayList<>(rows);
    for (int i = 0; i < keys.length / 2; i++) {
      if (keys[2 * i] != null) {
        long[] row = new long[2 * (bands + APART)];
        System.arraycopy(cells, i * width, row, 0, width);
        CurrencyUnit currency = (CurrencyUnit) keys[2 * i + 1];
        lines.add(new AgingLine((String) keys[2 * i], currency, bands, row));
      }
    }
    return lines;
  }
}
