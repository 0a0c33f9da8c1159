package io.dunning.aging;

import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Open items in columns, for millions of them: how each came, shrank and went, customer by
 * customer, in some twenty bytes an entry. Ages them as of any day, past days too, and gives the
 * totals of many days in one pass; the reports are those of {@link AgingReport} over the same
 * items. Immutable and thread-safe.
 *
 * <p>An entry is a change: an open item that appears on its invoice date, a part of it that is paid
 * on a later day, and so on. What was open at the end of a day is the sum of the entries up to it.
 */
public final class Receivables implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A customer and a currency, one after the other. */
  private final Object[] keys;

  /** Where the entries of each customer and currency begin, and where the last ones end. */
  private final int[] starts;

  private final Entries entries;

  Receivables(Object[] keys, int[] starts, Entries entries) {
    this.keys = keys;
    this.starts = starts;
    this.entries = entries;
  }

  /**
   * A table of nothing yet, to be added to.
   *
   * @return the draft
   */
  public static ReceivablesDraft draft() {
    return new ReceivablesDraft();
  }

  /**
   * A table of items that are open from their invoice dates on.
   *
   * @param items the items
   * @return the table
   */
  public static Receivables of(Iterable<OpenItem> items) {
    ReceivablesDraft draft = draft();
    items.forEach(draft::add);
    return draft.build();
  }

  /**
   * A table of all that accounts ever owed, for any day.
   *
   * @param accounts the accounts
   * @return the table
   */
  public static Receivables ofAccounts(Iterable<Account> accounts) {
    ReceivablesDraft draft = draft();
    accounts.forEach(draft::add);
    return draft.build();
  }

  /**
   * How many entries there are.
   *
   * @return the number: at least one an item
   */
  public int size() {
    return entries.size();
  }

  /**
   * Sorts what was open at the end of a day by age.
   *
   * @param schedule the bands
   * @param asOf the day
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public AgingReport age(AgingSchedule schedule, LocalDate asOf) {
    return age(schedule, asOf, false);
  }

  /**
   * As {@link #age}, with disputed and promised amounts apart: they are in no band, but in the
   * total.
   *
   * @param schedule the bands
   * @param asOf the day
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
    Entries.Pass pass = entries.pass(schedule, claimsApart);
    for (int row = 0; row < rows(); row++) {
      pass.age(starts[row], starts[row + 1], asOfDay, cells, row * width);
    }
    int bands = schedule.bands().size();
    return new AgingReport(schedule, asOf, new AgingRows(bands, places, rows(), keys, cells));
  }

  /**
   * The totals of many days, in one pass over the entries: month-ends of years, or every day of
   * one. A report has a line a currency, for all customers together.
   *
   * @param schedule the bands
   * @param days at whose ends balances and ages are taken, in any order
   * @return a report a day
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public SortedMap<LocalDate, AgingReport> trend(
      AgingSchedule schedule, Collection<LocalDate> days) {
    AgingTrend trend = new AgingTrend(schedule, new TreeSet<>(days));
    SortedMap<CurrencyUnit, long[]> changes = new TreeMap<>();
    Entries.Pass pass = entries.pass(schedule, false);
    for (int row = 0; row < rows(); row++) {
      long[] of = changes.computeIfAbsent((CurrencyUnit) keys[2 * row + 1], c -> trend.nothing());
      pass.trend(starts[row], starts[row + 1], trend, of);
    }
    return trend.reports(changes);
  }

  /** How many entries, customers and currencies there are. */
  @Override
  public String toString() {
    return size() + " entries of " + rows() + " customers and currencies";
  }
}
