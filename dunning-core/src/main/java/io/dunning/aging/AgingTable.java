package io.dunning.aging;

import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Adds up items by customer and currency, in rows of one array.
 *
 * <p>When there are more customers than fit into the nearest cache of a processor, items are
 * handled in blocks, one step for all items of a block at a time. The processor then waits for the
 * memory of many items at once instead of one after the other, which takes half the time.
 */
final class AgingTable {
  private static final int MANY = 1 << 10;
  private static final int BLOCK = 512;

  private final AgingSchedule schedule;
  private final long asOfDay;
  private final boolean byIssueDate;
  private final boolean netting;
  private final boolean claimsApart;

  /** Whether all customers share one row for each currency. */
  private final boolean together;

  private final int bands;
  private final int places;
  private final int width;
  private final RowNumbers numbers;

  /** Laid out as in {@link AgingRows}. */
  private long[] cells;

  private long added;

  private final OpenItem[] items = new OpenItem[BLOCK];
  private final int[] hashes = new int[BLOCK];
  private final int[] rows = new int[BLOCK];
  private final int[] placed = new int[BLOCK];
  private final long[] amounts = new long[BLOCK];
  private int waiting;

  /**
   * @param expected roughly how many items will be added; a hint for the initial size
   */
  AgingTable(AgingSchedule schedule, long asOfDay, boolean claimsApart, int expected) {
    this(schedule, asOfDay, claimsApart, false, expected);
  }

  /** Creates a table that adds up all customers, with one row for each currency. */
  static AgingTable forAllCustomers(AgingSchedule schedule, long asOfDay) {
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
    this.numbers = new RowNumbers(expected / 20);
    this.cells = new long[numbers.capacity() * width];
  }

  /** Adds an item, unless it is issued after the day of the table. */
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
    if (numbers.count() < MANY) {
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

  /**
   * Adds what an account owes. No item is made of an invoice of which amount and due date tell
   * everything.
   */
  void add(Account account, LocalDate asOf) {
    Balances balances = account.balancesOn(asOfDay);
    boolean unapplied = !account.events().isEmpty() && !account.unapplied(asOf).isEmpty();
    if (unapplied || !balances.isAccountPlain()) {
      account.openItems(asOf).forEach(this::add);
      return;
    }
    String customer = together ? "" : account.customer().id();
    CurrencyUnit currency = null;
    int row = 0;
    for (int i = 0; i < balances.size(); i++) {
      long amount = balances.openMinor(i);
      if (balances.isCredit(i) || amount > 0 && !balances.isPlain(i)) {
        account.openItems(account.invoices().get(i), asOf).forEach(this::add);
      } else if (amount > 0 && balances.issuedDay(i) <= asOfDay) {
        if (!balances.currency(i).equals(currency)) {
          currency = balances.currency(i);
          row = row(OpenItem.rowHash(customer, currency), customer, currency);
        }
        long counted = byIssueDate ? balances.issuedDay(i) : balances.dueDay(i);
        int place = schedule.index(OpenItem.clamped(counted), asOfDay);
        AgingRows.add(cells, row * width, places, place, amount, 1);
        count(1);
      }
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
    numbers.guess(hashes, waiting, rows);
    for (int i = 0; i < waiting; i++) {
      OpenItem item = items[i];
      if (!numbers.isSame(rows[i], item.customer(), item.currency())) {
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
      throw new ArithmeticException(
          "too many items to count, at most " + AgingRows.MOST_ITEMS + ": " + added);
    }
  }

  private int row(int hash, String customer, CurrencyUnit currency) {
    int row = numbers.number(hash, customer, currency);
    if (row * width >= cells.length) {
      cells = Arrays.copyOf(cells, Math.multiplyExact(numbers.capacity(), width));
    }
    return row;
  }

  AgingTable merge(AgingTable other) {
    return add(other.rows());
  }

  /** Adds the rows of a table that has as many places as this one, or fewer. */
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
    return new AgingRows(bands, places, numbers.count(), numbers.keys(), cells);
  }
}
