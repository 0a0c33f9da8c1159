package io.dunning.aging;

import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.ledger.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Collects open items or whole accounts and builds {@link Receivables} from them. It grows block by
 * block, so you can add millions of items one at a time. Not thread-safe.
 */
public final class ReceivablesDraft {
  private static final int BLOCK = 1 << 16;

  private final RowNumbers numbers = new RowNumbers(0);
  private final List<Block> blocks = new ArrayList<>();
  private Block last;
  private boolean issuedIsDay = true;

  ReceivablesDraft() {}

  /** Entries in columns. */
  private static final class Block {
    private final int[] row = new int[BLOCK];
    private final int[] day = new int[BLOCK];
    private final int[] due = new int[BLOCK];
    private final int[] issued = new int[BLOCK];
    private final long[] amount = new long[BLOCK];
    private final byte[] kind = new byte[BLOCK];
    private int size;
  }

  /**
   * Adds an item that is open from its invoice date on.
   *
   * @param item the item
   * @return this
   */
  public ReceivablesDraft add(OpenItem item) {
    Objects.requireNonNull(item, "item");
    entry(item, item.issuedDay(), item.minorUnits(), 1);
    return this;
  }

  /**
   * Adds an invoice and the payments and credits that settled it. Whatever exceeds the amount of
   * the invoice becomes a credit.
   *
   * @param invoice the invoice as it was issued
   * @param days the epoch days of payments and credits, in any order; an earlier day than the
   *     invoice date counts as the invoice date
   * @param settled the amount of each payment or credit in minor units, not negative
   * @return this
   * @throws IllegalArgumentException if there are not as many amounts as days, or if an amount is
   *     negative
   * @throws ArithmeticException if the sum does not fit into a {@code long}
   */
  public ReceivablesDraft add(OpenItem invoice, int[] days, long[] settled) {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(settled, "settled");
    if (days.length != settled.length) {
      throw new IllegalArgumentException(
          "not one amount for each day: " + settled.length + " for " + days.length);
    }
    long rest = invoice.minorUnits();
    for (long each : settled) {
      if (each < 0) {
        throw new IllegalArgumentException("settled amount is negative: " + each);
      }
      rest = Math.subtractExact(rest, each);
    }
    int[] dates = days.clone();
    long[] amounts = settled.clone();
    sort(dates, amounts, invoice.issuedDay());
    long left = invoice.minorUnits();
    change(invoice, invoice.issuedDay(), 0, left);
    for (int i = 0; i < dates.length; i++) {
      long before = left;
      left -= amounts[i];
      // the item that disappears and the credit that appears are two items
      change(invoice, dates[i], Math.max(0, before), Math.max(0, left));
      change(invoice, dates[i], Math.min(0, before), Math.min(0, left));
    }
    return this;
  }

  /** Sorts by insertion, because most invoices are settled by one or two payments. */
  private static void sort(int[] days, long[] amounts, int earliest) {
    for (int i = 0; i < days.length; i++) {
      int day = Math.max(days[i], earliest);
      long amount = amounts[i];
      int at = i;
      while (at > 0 && days[at - 1] > day) {
        days[at] = days[at - 1];
        amounts[at] = amounts[at - 1];
        at--;
      }
      days[at] = day;
      amounts[at] = amount;
    }
  }

  private void change(OpenItem item, int day, long before, long after) {
    if (before != after) {
      int count = (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
      boolean credit = before < 0 || after < 0;
      entry(item, day, Math.subtractExact(after, before), count, credit);
    }
  }

  /**
   * Adds everything that an account ever owed.
   *
   * @param account the account
   * @return this
   */
  public ReceivablesDraft add(Account account) {
    return add(account, Tolerance.NONE);
  }

  /**
   * Adds everything that an account ever owed. What is left of an invoice that counts as settled is
   * a {@linkplain AgingLine.Apart#DIFFERENCE difference}, which a report can show apart.
   *
   * @param account the account
   * @param tolerance what may be left
   * @return this
   */
  public ReceivablesDraft add(Account account, Tolerance tolerance) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(tolerance, "tolerance");
    List<OpenItem.Change> changes = account.openItemChanges(tolerance);
    for (int i = 0; i < changes.size(); i++) {
      OpenItem.Change change = changes.get(i);
      OpenItem item = change.item();
      long amount = item.minorUnits();
      if (change.appears()) {
        entry(item, change.epochDay(), amount, 1);
      } else if (i + 1 < changes.size() && continues(change, changes.get(i + 1))) {
        long now = changes.get(++i).item().minorUnits();
        entry(item, change.epochDay(), Math.subtractExact(now, amount), 0, amount < 0);
      } else {
        entry(item, change.epochDay(), Math.negateExact(amount), -1, amount < 0);
      }
    }
    return this;
  }

  /** Returns whether an item disappeared only to appear again with another amount. */
  private static boolean continues(OpenItem.Change gone, OpenItem.Change next) {
    OpenItem before = gone.item();
    OpenItem after = next.item();
    return next.appears()
        && gone.epochDay() == next.epochDay()
        && before.dueDay() == after.dueDay()
        && before.issuedDay() == after.issuedDay()
        && before.claim() == after.claim()
        && before.currency().equals(after.currency())
        && before.minorUnits() < 0 == after.minorUnits() < 0;
  }

  private void entry(OpenItem item, int day, long amount, int count) {
    entry(item, day, amount, count, amount < 0);
  }

  private void entry(OpenItem item, int day, long amount, int count, boolean credit) {
    if (last == null || last.size == BLOCK) {
      last = new Block();
      blocks.add(last);
    }
    int at = last.size++;
    last.row[at] = numbers.number(item.rowHash(), item.customer(), item.currency());
    last.day[at] = day;
    last.due[at] = item.dueDay();
    last.issued[at] = item.issuedDay();
    last.amount[at] = amount;
    last.kind[at] = EntryColumns.kind(item.claim().ordinal(), credit, count);
    issuedIsDay &= day == item.issuedDay();
  }

  /**
   * Builds the columns from everything that was added.
   *
   * @return the receivables
   * @throws ArithmeticException if there are more entries than an {@code int} can count
   */
  public Receivables build() {
    int[] order = numbers.sorted();
    int[] rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    int[] starts = new int[order.length + 1];
    for (Block block : blocks) {
      for (int i = 0; i < block.size; i++) {
        starts[rank[block.row[i]] + 1]++;
      }
    }
    for (int i = 0; i < order.length; i++) {
      starts[i + 1] = Math.addExact(starts[i + 1], starts[i]);
    }
    int[] next = starts.clone();
    int size = starts[order.length];
    int[] day = new int[size];
    int[] due = new int[size];
    int[] issued = issuedIsDay ? day : new int[size];
    long[] amount = new long[size];
    byte[] kind = new byte[size];
    for (Block block : blocks) {
      for (int i = 0; i < block.size; i++) {
        int at = next[rank[block.row[i]]]++;
        day[at] = block.day[i];
        due[at] = block.due[i];
        issued[at] = block.issued[i];
        amount[at] = block.amount[i];
        kind[at] = block.kind[i];
      }
    }
    Object[] keys = new Object[2 * order.length];
    for (int i = 0; i < order.length; i++) {
      keys[2 * i] = numbers.customer(order[i]);
      keys[2 * i + 1] = numbers.currency(order[i]);
    }
    return new Receivables(keys, starts, new EntryColumns(day, due, issued, amount, kind));
  }
}
