package io.dunning.aging;

import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The life of millions of open items, stored in columns at about twenty bytes for each entry. It
 * reports their ages at the end of any day, past days included, and the totals of many days in one
 * pass. Its reports equal those that {@link AgingReport} makes from the same items. Immutable and
 * thread-safe.
 *
 * <p>An entry is a change of what is open: an item appears on its invoice date, a part of it is
 * paid on a later day, and so on. The balance at the end of a day is the sum of the entries up to
 * and including that day.
 */
public final class Receivables implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The customer and the currency of each row in turn. */
  private final Object[] keys;

  /** The index of the first entry of each row, then the end of the last row. */
  private final int[] starts;

  private final EntryColumns entries;

  Receivables(Object[] keys, int[] starts, EntryColumns entries) {
    this.keys = keys;
    this.starts = starts;
    this.entries = entries;
  }

  /** {@return an empty draft to which you add items or accounts} */
  public static ReceivablesDraft draft() {
    return new ReceivablesDraft();
  }

  /**
   * Stores items that are open from their invoice dates on.
   *
   * @param items the items
   * @return the table
   */
  public static Receivables of(Iterable<OpenItem> items) {
    Objects.requireNonNull(items, "items");
    ReceivablesDraft draft = draft();
    items.forEach(draft::add);
    return draft.build();
  }

  /**
   * Stores everything that accounts ever owed, so that you can ask for any day.
   *
   * @param accounts the accounts
   * @return the table
   */
  public static Receivables ofAccounts(Iterable<Account> accounts) {
    Objects.requireNonNull(accounts, "accounts");
    ReceivablesDraft draft = draft();
    accounts.forEach(draft::add);
    return draft.build();
  }

  /** {@return how many entries there are: at least one for each item} */
  public int size() {
    return entries.size();
  }

  /**
   * Reports what was open at the end of a day, by age.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public AgingReport age(AgingSchedule schedule, LocalDate asOf) {
    return age(schedule, asOf, false);
  }

  /**
   * Reports what was open at the end of a day, by age, with disputed and promised amounts shown
   * apart: they are in the total, but in no band.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public AgingReport ageWithClaimsApart(AgingSchedule schedule, LocalDate asOf) {
    return age(schedule, asOf, true);
  }

  private int rows() {
    return starts.length - 1;
  }

  private AgingReport age(AgingSchedule schedule, LocalDate asOf, boolean claimsApart) {
    int places = AgingRows.places(schedule, claimsApart);
    int width = AgingRows.width(places);
    long[] cells = new long[Math.multiplyExact(rows(), width)];
    long asOfDay = asOf.toEpochDay();
    EntryColumns.Pass pass = entries.pass(schedule, claimsApart);
    for (int row = 0; row < rows(); row++) {
      pass.age(starts[row], starts[row + 1], asOfDay, cells, row * width);
    }
    int bands = schedule.bands().size();
    return new AgingReport(schedule, asOf, new AgingRows(bands, places, rows(), keys, cells));
  }

  /**
   * Reports the totals of many days in one pass over the entries, for example every month-end of
   * ten years or every day of one. Each report has one line for each currency, for all customers
   * together.
   *
   * @param schedule the bands
   * @param days the days at whose ends balances and ages are taken, in any order
   * @return a report for each day
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public SortedMap<LocalDate, AgingReport> trend(
      AgingSchedule schedule, Collection<LocalDate> days) {
    AgingTrend trend = new AgingTrend(schedule, new TreeSet<>(days));
    SortedMap<CurrencyUnit, long[]> changes = new TreeMap<>();
    EntryColumns.Pass pass = entries.pass(schedule, false);
    for (int row = 0; row < rows(); row++) {
      long[] of = changes.computeIfAbsent((CurrencyUnit) keys[2 * row + 1], c -> trend.nothing());
      pass.trend(starts[row], starts[row + 1], trend, of);
    }
    return trend.reports(changes);
  }

  /** Returns how many entries and how many pairs of customer and currency there are. */
  @Override
  public String toString() {
    return size() + " entries of " + rows() + " customers and currencies";
  }
}
