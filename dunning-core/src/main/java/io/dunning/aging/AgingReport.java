package io.dunning.aging;

import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** Sorted when first asked for: many reports are only asked for their totals. */
  private volatile List<AgingLine> lines;

  private volatile boolean sorted;

  private AgingReport(AgingSchedule schedule, LocalDate asOf, List<AgingLine> lines) {
    this.schedule = schedule;
    this.asOf = asOf;
    this.lines = lines;
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
    return new AgingReport(schedule, asOf, table.lines());
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
    AgingTable table = new AgingTable(schedule, asOf.toEpochDay(), false, 0);
    for (Account account : accounts) {
      account.openItems(asOf).forEach(table::add);
    }
    return new AgingReport(schedule, asOf, table.lines());
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
        table -> new AgingReport(schedule, asOf, table.lines()),
        Collector.Characteristics.UNORDERED);
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
    if (!sorted) {
      List<AgingLine> byCustomer = new ArrayList<>(lines);
      byCustomer.sort(Comparator.comparing(AgingLine::customer).thenComparing(AgingLine::currency));
      lines = List.copyOf(byCustomer);
      sorted = true;
    }
    return lines;
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
    SortedMap<CurrencyUnit, long[]> sums = new TreeMap<>();
    for (AgingLine line : lines) {
      long[] cells = line.cells();
      long[] into = sums.computeIfAbsent(line.currency(), c -> new long[cells.length]);
      Arrays.setAll(into, i -> Math.addExact(into[i], cells[i]));
    }
    SortedMap<CurrencyUnit, AgingLine> totals = new TreeMap<>();
    int bands = schedule.bands().size();
    sums.forEach((c, cells) -> totals.put(c, new AgingLine("", c, bands, cells)));
    return totals;
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
    StringBuilder text = new StringBuilder("as of " + asOf + " by " + schedule);
    totals().values().forEach(l -> text.append('\n').append(l));
    return text.toString();
  }
}
