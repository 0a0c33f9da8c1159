package io.dunning.aging;

import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collector;

/**
 * What is open at the end of a day, by age: a line for each customer and currency, and totals for
 * each currency.
 *
 * <p>The bands of a line add up to its total, the lines of a currency add up to its totals, and
 * currencies never add. Nothing of an item is lost: what is in no band stands apart in its line.
 * Immutable and thread-safe.
 */
public final class AgingReport implements Serializable {
  private static final long serialVersionUID = 1L;

  private final AgingSchedule schedule;
  private final LocalDate asOf;

  private final AgingRows rows;

  /** Made when first asked for: many reports are only asked for their totals. */
  private transient volatile List<AgingLine> lines;

  AgingReport(AgingSchedule schedule, LocalDate asOf, AgingRows rows) {
    this.schedule = schedule;
    this.asOf = asOf;
    this.rows = rows;
  }

  /**
   * Sorts items by age.
   *
   * @param schedule the bands
   * @param asOf the day at whose end ages are counted; items issued later are left out
   * @param items what is open
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public static AgingReport of(AgingSchedule schedule, LocalDate asOf, Iterable<OpenItem> items) {
    int size = items instanceof Collection<?> all ? all.size() : 0;
    AgingTable table = new AgingTable(schedule, asOf.toEpochDay(), false, size);
    for (OpenItem item : items) {
      table.add(item);
    }
    return new AgingReport(schedule, asOf, table.rows());
  }

  /**
   * Sorts what accounts owe by age.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @param accounts the accounts
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public static AgingReport ofAccounts(
      AgingSchedule schedule, LocalDate asOf, Iterable<Account> accounts) {
    return ofAccounts(
        schedule, asOf, accounts, new AgingTable(schedule, asOf.toEpochDay(), false, 0));
  }

  /**
   * Sorts what accounts owe by age, all customers together: the report has a line a currency, for
   * no customer, and takes no memory for any.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @param accounts the accounts
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public static AgingReport totalsOfAccounts(
      AgingSchedule schedule, LocalDate asOf, Iterable<Account> accounts) {
    return ofAccounts(schedule, asOf, accounts, AgingTable.together(schedule, asOf.toEpochDay()));
  }

  private static AgingReport ofAccounts(
      AgingSchedule schedule, LocalDate asOf, Iterable<Account> accounts, AgingTable table) {
    for (Account account : accounts) {
      account.openItems(asOf).forEach(table::add);
    }
    return new AgingReport(schedule, asOf, table.rows());
  }

  /**
   * A collector for streams, parallel ones too.
   *
   * @param schedule the bands
   * @param asOf the day at whose end ages are counted
   * @return the collector
   */
  public static Collector<OpenItem, ?, AgingReport> collector(
      AgingSchedule schedule, LocalDate asOf) {
    return collector(schedule, asOf, false);
  }

  /**
   * A collector that shows disputed and promised amounts apart: they are in no band, but in the
   * total.
   *
   * @param schedule the bands
   * @param asOf the day at whose end ages are counted
   * @return the collector
   */
  public static Collector<OpenItem, ?, AgingReport> collectorWithClaimsApart(
      AgingSchedule schedule, LocalDate asOf) {
    return collector(schedule, asOf, true);
  }

  private static Collector<OpenItem, AgingTable, AgingReport> collector(
      AgingSchedule schedule, LocalDate asOf, boolean claimsApart) {
    return Collector.of(
        () -> new AgingTable(schedule, asOf.toEpochDay(), claimsApart, 0),
        AgingTable::add,
        AgingTable::merge,
        table -> new AgingReport(schedule, asOf, table.rows()),
        Collector.Characteristics.UNORDERED);
  }

  /**
   * This report and that of other items together, such as from another machine.
   *
   * @param other a report of the same day by the same bands
   * @return the report of both
   * @throws IllegalArgumentException if the day or the bands are others
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public AgingReport plus(AgingReport other) {
    if (!schedule.equals(other.schedule) || !asOf.equals(other.asOf)) {
      throw new IllegalArgumentException(
          "reports are not alike: " + about() + "; and " + other.about());
    }
    AgingTable table = new AgingTable(schedule, asOf.toEpochDay(), true, 0);
    return new AgingReport(schedule, asOf, table.add(rows).add(other.rows).rows());
  }

  private String about() {
    return "as of " + asOf + " by " + schedule;
  }

  /**
   * The bands.
   *
   * @return the schedule
   */
  public AgingSchedule schedule() {
    return schedule;
  }

  /**
   * The day at whose end ages are counted.
   *
   * @return the day
   */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * A line for each customer and currency in which something is open or in credit.
   *
   * @return by customer, then by currency
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
   * The line of a customer in a currency.
   *
   * @param customer the customer's identifier
   * @param currency the currency
   * @return the line; empty if nothing is open or in credit
   */
  public Optional<AgingLine> line(String customer, CurrencyUnit currency) {
    return lines().stream()
        .filter(l -> l.customer().equals(customer) && l.currency().equals(currency))
        .findFirst();
  }

  /**
   * What all customers owe, a line for each currency.
   *
   * @return by currency
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

  /** The bands, then the totals of each currency, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(about());
    totals().values().forEach(l -> text.append('\n').append(l));
    return text.toString();
  }
}
