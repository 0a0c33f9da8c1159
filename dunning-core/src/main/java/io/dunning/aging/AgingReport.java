package io.dunning.aging;

import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collector;

/**
 * Receivables at the end of a day, by age: a line for each customer and currency, and totals for
 * each currency.
 *
 * <p>The bands of a line add up to its total, and the lines of a currency add up to the totals of
 * that currency. Amounts in different currencies are never added. Every item is shown: an amount
 * that is in no band is shown apart in its line. Immutable and thread-safe.
 */
public final class AgingReport implements Serializable {
  private static final long serialVersionUID = 1L;

  private final AgingSchedule schedule;
  private final LocalDate asOf;

  private final AgingRows rows;

  /** Built on first use, because many callers only ask for the totals. */
  private transient volatile List<AgingLine> lines;

  AgingReport(AgingSchedule schedule, LocalDate asOf, AgingRows rows) {
    this.schedule = schedule;
    this.asOf = asOf;
    this.rows = rows;
  }

  /**
   * A report that was made before, such as one that was stored.
   *
   * @param schedule the bands
   * @param asOf the day
   * @param lines its {@link #lines}, in any order
   * @return the report
   * @throws IllegalArgumentException if a line has other bands than the schedule, no items, or the
   *     customer and currency of another line
   */
  public static AgingReport ofLines(
      AgingSchedule schedule, LocalDate asOf, Collection<AgingLine> lines) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(lines, "lines");
    return new AgingReport(schedule, asOf, AgingRows.of(schedule.bands().size(), lines));
  }

  /**
   * Creates a report on open items.
   *
   * @param schedule the bands
   * @param asOf the day at whose end ages are counted; items issued later are ignored
   * @param items the open items
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public static AgingReport of(AgingSchedule schedule, LocalDate asOf, Iterable<OpenItem> items) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(items, "items");
    int size = items instanceof Collection<?> all ? all.size() : 0;
    AgingTable table = new AgingTable(schedule, asOf.toEpochDay(), false, size);
    for (OpenItem item : items) {
      table.add(item);
    }
    return new AgingReport(schedule, asOf, table.rows());
  }

  /**
   * Creates a report on what accounts owe.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @param accounts the accounts
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public static AgingReport ofAccounts(
      AgingSchedule schedule, LocalDate asOf, Iterable<Account> accounts) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(accounts, "accounts");
    return ofAccounts(
        schedule,
        asOf,
        accounts,
        new AgingTable(schedule, asOf.toEpochDay(), false, items(accounts)));
  }

  /** Roughly how many items accounts have; 0 if it is not known how many accounts there are. */
  private static int items(Iterable<Account> accounts) {
    return accounts instanceof Collection<Account> all ? Math.min(all.size(), 1 << 24) * 20 : 0;
  }

  /**
   * Creates a report on what accounts owe, for all customers together. The report has one line for
   * each currency, without a customer, and needs no memory for each customer.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @param accounts the accounts
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public static AgingReport totalsOfAccounts(
      AgingSchedule schedule, LocalDate asOf, Iterable<Account> accounts) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(accounts, "accounts");
    return ofAccounts(
        schedule, asOf, accounts, AgingTable.forAllCustomers(schedule, asOf.toEpochDay()));
  }

  private static AgingReport ofAccounts(
      AgingSchedule schedule, LocalDate asOf, Iterable<Account> accounts, AgingTable table) {
    for (Account account : accounts) {
      table.add(account, asOf);
    }
    return new AgingReport(schedule, asOf, table.rows());
  }

  /**
   * Returns a collector that creates a report from a stream of open items. It works with parallel
   * streams, too.
   *
   * @param schedule the bands
   * @param asOf the day at whose end ages are counted; items issued later are ignored
   * @return the collector
   */
  public static Collector<OpenItem, ?, AgingReport> collector(
      AgingSchedule schedule, LocalDate asOf) {
    return collector(schedule, asOf, false);
  }

  /**
   * Returns a collector whose report shows disputed and promised amounts apart: they are in the
   * total, but in no band.
   *
   * @param schedule the bands
   * @param asOf the day at whose end ages are counted; items issued later are ignored
   * @return the collector
   */
  public static Collector<OpenItem, ?, AgingReport> collectorWithClaimsApart(
      AgingSchedule schedule, LocalDate asOf) {
    return collector(schedule, asOf, true);
  }

  private static Collector<OpenItem, AgingTable, AgingReport> collector(
      AgingSchedule schedule, LocalDate asOf, boolean claimsApart) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(asOf, "asOf");
    return Collector.of(
        () -> new AgingTable(schedule, asOf.toEpochDay(), claimsApart, 0),
        AgingTable::add,
        AgingTable::merge,
        table -> new AgingReport(schedule, asOf, table.rows()),
        Collector.Characteristics.UNORDERED);
  }

  /**
   * Combines this report with a report on other items, for example from another machine.
   *
   * @param other a report for the same day with the same schedule
   * @return a report on the items of both
   * @throws IllegalArgumentException if the reports are for different days or have different
   *     schedules
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public AgingReport plus(AgingReport other) {
    Objects.requireNonNull(other, "other");
    if (!schedule.equals(other.schedule) || !asOf.equals(other.asOf)) {
      throw new IllegalArgumentException(
          "cannot add reports for different days or schedules: "
              + about()
              + "; and "
              + other.about());
    }
    AgingTable table = new AgingTable(schedule, asOf.toEpochDay(), true, 0);
    return new AgingReport(schedule, asOf, table.add(rows).add(other.rows).rows());
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new AgingReport(schedule, asOf, rows.checked(schedule, asOf)));
  }

  private String about() {
    return "as of " + asOf + " by " + schedule;
  }

  /** {@return the schedule that defines the bands} */
  public AgingSchedule schedule() {
    return schedule;
  }

  /** {@return the day at whose end ages are counted} */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * {@return a line for each customer and currency with an open item or a credit, sorted by
   * customer, then by currency}
   */
  public List<AgingLine> lines() {
    List<AgingLine> made = lines;
    if (made == null) {
      made = List.copyOf(rows.lines());
      lines = made;
    }
    return made;
  }

  /**
   * {@return the line of a customer in a currency; empty if nothing is open or in credit}
   *
   * @param customer the customer's identifier
   * @param currency the currency
   */
  public Optional<AgingLine> line(String customer, CurrencyUnit currency) {
    return lines().stream()
        .filter(l -> l.customer().equals(customer) && l.currency().equals(currency))
        .findFirst();
  }

  /**
   * Returns what all customers owe, as one line for each currency.
   *
   * @return the lines by currency
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public SortedMap<CurrencyUnit, AgingLine> totals() {
    return rows.totals();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgingReport that
        && schedule.equals(that.schedule)
        && asOf.equals(that.asOf)
        && lines().equals(that.lines());
  }

  @Override
  public int hashCode() {
    return Objects.hash(schedule, asOf, lines());
  }

  /** Returns the day and the bands, then the totals of each currency on a line of their own. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(about());
    totals().values().forEach(l -> text.append('\n').append(l));
    return text.toString();
  }
}
