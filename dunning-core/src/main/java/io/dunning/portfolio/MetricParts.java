package io.dunning.portfolio;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All sums that {@link CollectionMetrics} consist of, for storing them as data and for making equal
 * ones of the data. What the metrics work out of them is not among it. Products of an amount and
 * days are in minor units. Immutable.
 *
 * @param asOf the day
 * @param receivables what is open
 * @param overdue what of it is overdue
 * @param openingOfMonth what was open before the month
 * @param openingOfQuarter what was open before the quarter
 * @param sales the sales of each month that had any
 * @param salesOf90Days the sales of the last 90 days
 * @param writtenOff what was written off in the month
 * @param overdueDays amounts that are overdue, times the days for which they are
 * @param payments how many payments there were in the month
 * @param paid their sum
 * @param daysLate how many days they were late together
 * @param daysVsDue how many days they came after the due dates together; those before it count less
 * @param weightedDaysLate amounts paid, times the days for which they were late
 * @param weightedDaysToPay amounts paid, times the days since the invoice
 * @param settled how many invoices were settled in the month
 * @param settledOnTime how many of these were on time
 */
public record MetricParts(
    LocalDate asOf,
    Money receivables,
    Money overdue,
    Money openingOfMonth,
    Money openingOfQuarter,
    SortedMap<YearMonth, Money> sales,
    Money salesOf90Days,
    Money writtenOff,
    BigInteger overdueDays,
    long payments,
    Money paid,
    long daysLate,
    long daysVsDue,
    BigInteger weightedDaysLate,
    BigInteger weightedDaysToPay,
    long settled,
    long settledOnTime) {

  /**
   * The sums; all amounts are in one currency.
   *
   * @param asOf the day
   * @param receivables what is open
   * @param overdue what of it is overdue
   * @param openingOfMonth what was open before the month
   * @param openingOfQuarter what was open before the quarter
   * @param sales the sales of each month that had any
   * @param salesOf90Days the sales of the last 90 days
   * @param writtenOff what was written off in the month
   * @param overdueDays amounts that are overdue, times the days for which they are
   * @param payments how many payments there were in the month
   * @param paid their sum
   * @param daysLate how many days they were late together
   * @param daysVsDue how many days they came after the due dates together; those before it count
   *     less
   * @param weightedDaysLate amounts paid, times the days for which they were late
   * @param weightedDaysToPay amounts paid, times the days since the invoice
   * @param settled how many invoices were settled in the month
   * @param settledOnTime how many of these were on time
   */
  public MetricParts {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(receivables, "receivables");
    Objects.requireNonNull(overdue, "overdue");
    Objects.requireNonNull(openingOfMonth, "openingOfMonth");
    Objects.requireNonNull(openingOfQuarter, "openingOfQuarter");
    Objects.requireNonNull(sales, "sales");
    Objects.requireNonNull(salesOf90Days, "salesOf90Days");
    Objects.requireNonNull(writtenOff, "writtenOff");
    Objects.requireNonNull(overdueDays, "overdueDays");
    Objects.requireNonNull(paid, "paid");
    Objects.requireNonNull(weightedDaysLate, "weightedDaysLate");
    Objects.requireNonNull(weightedDaysToPay, "weightedDaysToPay");
    sales = Collections.unmodifiableSortedMap(new TreeMap<>(sales));
    // only amounts of one currency compare
    List.of(overdue, openingOfMonth, openingOfQuarter, salesOf90Days, writtenOff, paid)
        .forEach(receivables::compareTo);
    sales.values().forEach(receivables::compareTo);
  }

  static MetricParts of(LocalDate asOf, CurrencyUnit currency, MetricSums sums) {
    SortedMap<YearMonth, Money> sales = new TreeMap<>();
    sums.salesByMonth().forEach((month, sum) -> sales.put(month, Money.ofMinor(sum, currency)));
    return new MetricParts(
        asOf,
        Money.ofMinor(sums.open, currency),
        Money.ofMinor(sums.overdue, currency),
        Money.ofMinor(sums.openingBalance, currency),
        Money.ofMinor(sums.openingOfQuarter, currency),
        sales,
        Money.ofMinor(sums.salesOf90Days, currency),
        Money.ofMinor(sums.writtenOff, currency),
        sums.overdueDays,
        sums.payments,
        Money.ofMinor(sums.paid, currency),
        sums.daysLate,
        sums.daysVsDue,
        sums.weightedDaysLate,
        sums.weightedDaysToPay,
        sums.settled,
        sums.settledOnTime);
  }

  MetricSums sums() {
    MetricSums all = new MetricSums();
    all.open = receivables.minorUnits();
    all.overdue = overdue.minorUnits();
    all.openingBalance = openingOfMonth.minorUnits();
    all.openingOfQuarter = openingOfQuarter.minorUnits();
    sales.forEach((month, sum) -> all.addSales(month, sum.minorUnits()));
    all.salesOf90Days = salesOf90Days.minorUnits();
    all.writtenOff = writtenOff.minorUnits();
    all.overdueDays = overdueDays;
    all.payments = payments;
    all.paid = paid.minorUnits();
    all.daysLate = daysLate;
    all.daysVsDue = daysVsDue;
    all.weightedDaysLate = weightedDaysLate;
    all.weightedDaysToPay = weightedDaysToPay;
    all.settled = settled;
    all.settledOnTime = settledOnTime;
    return all;
  }
}
