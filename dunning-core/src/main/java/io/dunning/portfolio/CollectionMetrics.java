package io.dunning.portfolio;

import io.dunning.aging.ConvertedAging;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collector;

/**
 * How well a creditor collects in one currency, at the end of a day: days sales outstanding and
 * related figures. Amounts are exact. Quotients are computed exactly and rounded once to four
 * decimals, half up; they are empty if the divisor is zero. Credits do not count as receivables,
 * and voided invoices do not count as sales. "The month" is the calendar month up to and including
 * the day. Immutable and thread-safe.
 */
public final class CollectionMetrics implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SPAN = 90;
  private static final MathContext EXACT = new MathContext(60, RoundingMode.DOWN);

  private final LocalDate asOf;
  private final CurrencyUnit currency;
  private final MetricSums sums;

  CollectionMetrics(LocalDate asOf, CurrencyUnit currency, MetricSums sums) {
    this.asOf = asOf;
    this.currency = currency;
    this.sums = sums;
  }

  /**
   * The metrics that consist of these sums, such as ones that were stored.
   *
   * @param parts what {@link #parts} returned
   * @return equal metrics
   */
  public static CollectionMetrics of(MetricParts parts) {
    Objects.requireNonNull(parts, "parts");
    return new CollectionMetrics(parts.asOf(), parts.receivables().currency(), parts.sums());
  }

  /**
   * All that these metrics consist of, for storing them as data.
   *
   * @return the sums, of which {@link #of(MetricParts)} makes equal metrics
   */
  public MetricParts parts() {
    return MetricParts.of(asOf, currency, sums);
  }

  /**
   * Computes the metrics of accounts.
   *
   * @param accounts the accounts
   * @param asOf the day at whose end the metrics are taken; later events are ignored
   * @return the metrics by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static SortedMap<CurrencyUnit, CollectionMetrics> of(
      Iterable<Account> accounts, LocalDate asOf) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(asOf, "asOf");
    MetricTable table = new MetricTable(asOf);
    accounts.forEach(table::add);
    return table.metrics();
  }

  /**
   * {@return a collector that computes the metrics of a stream of accounts by currency, in parallel
   * if the stream is parallel}
   *
   * @param asOf the day at whose end the metrics are taken; later events are ignored
   */
  public static Collector<Account, ?, SortedMap<CurrencyUnit, CollectionMetrics>> collector(
      LocalDate asOf) {
    Objects.requireNonNull(asOf, "asOf");
    return Collector.of(
        () -> new MetricTable(asOf),
        MetricTable::add,
        MetricTable::merge,
        MetricTable::metrics,
        Collector.Characteristics.UNORDERED);
  }

  /**
   * Combines the metrics of several currencies into one reporting currency. Each sum of each
   * currency is converted and rounded once. Quotients are computed from the rounded sums, so that
   * they agree with the printed figures.
   *
   * @param all the metrics of one day, by currency
   * @param currency the reporting currency
   * @param rates how many units of each other currency one unit of the reporting currency buys
   * @param rounding how each converted sum is rounded
   * @return the metrics in the reporting currency; empty if there is nothing to convert
   * @throws IllegalArgumentException if a rate is missing or not above zero, or if the metrics are
   *     of several days; the message names all such currencies or days
   */
  public static Optional<CollectionMetrics> converted(
      SortedMap<CurrencyUnit, CollectionMetrics> all,
      CurrencyUnit currency,
      Map<CurrencyUnit, BigDecimal> rates,
      Rounding rounding) {
    Objects.requireNonNull(all, "all");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(rounding, "rounding");
    Map<CurrencyUnit, BigDecimal> used = ConvertedAging.requireRates(all.keySet(), currency, rates);
    List<LocalDate> days = all.values().stream().map(CollectionMetrics::asOf).distinct().toList();
    if (days.size() > 1) {
      throw new IllegalArgumentException("metrics are of several days: " + days);
    }
    MetricSums sums = new MetricSums();
    for (CollectionMetrics each : all.values()) {
      int shift = currency.decimals() - each.currency.decimals();
      BigDecimal rate = used.get(each.currency);
      sums.add(
          each.sums.map(
              sum ->
                  rounding
                      .round(new BigDecimal(sum).movePointRight(shift).divide(rate, EXACT), 0)
                      .toBigIntegerExact()));
    }
    return days.stream().findFirst().map(day -> new CollectionMetrics(day, currency, sums));
  }

  /**
   * Combines these metrics with those of other accounts, for example from another machine.
   *
   * @param other metrics of other accounts, on the same day and in the same currency
   * @return the metrics of the accounts of both
   * @throws IllegalArgumentException if they are of different days
   * @throws io.dunning.money.CurrencyMismatchException if they are in different currencies
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public CollectionMetrics plus(CollectionMetrics other) {
    Objects.requireNonNull(other, "other");
    if (!asOf.equals(other.asOf)) {
      throw new IllegalArgumentException(
          "cannot add metrics of different days: " + asOf + " and " + other.asOf);
    }
    // only amounts of one currency compare
    receivables().compareTo(other.receivables());
    MetricSums both = new MetricSums();
    both.add(sums);
    both.add(other.sums);
    return new CollectionMetrics(asOf, currency, both);
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> of(parts()));
  }

  /** {@return the day at whose end the metrics are taken} */
  public LocalDate asOf() {
    return asOf;
  }

  /** {@return the currency of all amounts} */
  public CurrencyUnit currency() {
    return currency;
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  /** {@return the open receivables} */
  public Money receivables() {
    return money(sums.open);
  }

  /** {@return the open receivables that are not past their due date} */
  public Money notDue() {
    return money(sums.open - sums.overdue);
  }

  /** {@return the open receivables that are past their due date} */
  public Money overdue() {
    return money(sums.overdue);
  }

  /** {@return the amount that was invoiced in the month} */
  public Money salesOfMonth() {
    return money(sums.sales(YearMonth.from(asOf)));
  }

  /** {@return the amount that was invoiced in the last 90 days, including the day} */
  public Money salesOf90Days() {
    return money(sums.salesOf90Days);
  }

  /**
   * {@return days sales outstanding over the month: receivables × days of the month so far ÷ sales
   * of the month}
   */
  public Optional<BigDecimal> dsoOfMonth() {
    return quotient(sums.open, asOf.getDayOfMonth(), sums.sales(YearMonth.from(asOf)));
  }

  /** {@return days sales outstanding over 90 days: receivables × 90 ÷ sales of the last 90 days} */
  public Optional<BigDecimal> dsoOf90Days() {
    return quotient(sums.open, SPAN, sums.salesOf90Days);
  }

  /** {@return best possible days sales outstanding over 90 days, as if nothing were overdue} */
  public Optional<BigDecimal> bestPossibleDso() {
    return quotient(sums.open - sums.overdue, SPAN, sums.salesOf90Days);
  }

  /**
   * {@return average days delinquent over 90 days: days sales outstanding less the best possible}
   */
  public Optional<BigDecimal> averageDaysDelinquent() {
    return quotient(sums.overdue, SPAN, sums.salesOf90Days);
  }

  /**
   * Returns days sales outstanding by the count-back method. It subtracts the sales of the month
   * from the receivables, then those of the month before, and so on. Each month that is subtracted
   * in full counts with all its days, the last one in proportion. A month without sales counts in
   * full.
   *
   * @return days; a lower bound if {@link #isCountBackExhausted}
   */
  public BigDecimal dsoByCountBack() {
    return CountBack.days(asOf, sums);
  }

  /**
   * {@return whether the receivables exceed all known sales, so that {@link #dsoByCountBack} is
   * only a lower bound}
   */
  public boolean isCountBackExhausted() {
    return sums.open > sums.allSales();
  }

  /**
   * {@return the collection effectiveness index of the month, in percent; 100 if nothing is
   * overdue} It is the share collected of what could have been collected: {@code (receivables at
   * the start + sales − receivables) ÷ (receivables at the start + sales − not due)}.
   */
  public Optional<BigDecimal> collectionEffectiveness() {
    long all = Math.addExact(sums.openingBalance, sums.sales(YearMonth.from(asOf)));
    return quotient(all - sums.open, 100, all - (sums.open - sums.overdue));
  }

  /**
   * {@return the share of receivables that is not overdue, in percent; 100 if nothing is overdue}
   */
  public Optional<BigDecimal> percentCurrent() {
    return quotient(sums.open - sums.overdue, 100, sums.open);
  }

  /**
   * {@return what was written off in the month as a share of the sales of the month, in percent}
   */
  public Optional<BigDecimal> badDebtToSales() {
    return quotient(sums.writtenOff, 100, sums.sales(YearMonth.from(asOf)));
  }

  /** {@return the average days past due of overdue receivables, weighted by amount} */
  public Optional<BigDecimal> overdueDays() {
    return quotient(sums.overdueDays, BigInteger.valueOf(sums.overdue));
  }

  /** {@return how many payments arrived in the month} */
  public long payments() {
    return sums.payments;
  }

  /** {@return the amount that was paid in the month} */
  public Money paid() {
    return money(sums.paid);
  }

  /** {@return the average days late of the payments of the month, early payments counting as 0} */
  public Optional<BigDecimal> averageDaysLatePaid() {
    return quotient(sums.daysLate, 1, sums.payments);
  }

  /**
   * {@return the average days from the due date to the payments of the month, early payments
   * counting as negative}
   */
  public Optional<BigDecimal> averageDaysVsDuePaid() {
    return quotient(sums.daysVsDue, 1, sums.payments);
  }

  /**
   * {@return the average days late of the payments of the month, weighted by the amount paid, early
   * payments counting as 0}
   */
  public Optional<BigDecimal> weightedDaysLatePaid() {
    return quotient(sums.weightedDaysLate, BigInteger.valueOf(sums.paid));
  }

  /**
   * {@return the average days from the invoice date to the payments of the month, weighted by the
   * amount paid} A payment before the invoice date counts as negative.
   */
  public Optional<BigDecimal> weightedDaysToPay() {
    return quotient(sums.weightedDaysToPay, BigInteger.valueOf(sums.paid));
  }

  /**
   * {@return the share of the invoices settled in the month that were settled by their due date, in
   * percent} Only invoices that were settled by money count, and none that was ever disputed: a
   * customer who waits for an answer does not pay late.
   */
  public Optional<BigDecimal> onTimeShare() {
    return quotient(sums.settledOnTime, 100, sums.settled);
  }

  /** {@return the receivables of the calendar month up to and including the day} */
  public ReceivablePeriod month() {
    return period(sums.openingBalance, asOf.withDayOfMonth(1));
  }

  /**
   * {@return the receivables of the calendar quarter up to and including the day} It gives the
   * quarterly collection effectiveness index, and days sales outstanding on average receivables.
   */
  public ReceivablePeriod quarter() {
    return period(sums.openingOfQuarter, quarterStart(asOf));
  }

  private ReceivablePeriod period(long opening, LocalDate first) {
    long sales = sums.sales(YearMonth.from(first), YearMonth.from(asOf));
    int days = Math.toIntExact(asOf.toEpochDay() - first.toEpochDay() + 1);
    return new ReceivablePeriod(money(opening), money(sales), receivables(), notDue(), days);
  }

  /** Returns the first day of the calendar quarter in which a day lies. */
  static LocalDate quarterStart(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  private static Optional<BigDecimal> quotient(long amount, long times, long divisor) {
    return quotient(
        BigInteger.valueOf(amount).multiply(BigInteger.valueOf(times)),
        BigInteger.valueOf(divisor));
  }

  private static Optional<BigDecimal> quotient(BigInteger sum, BigInteger divisor) {
    return ReceivablePeriod.quotient(sum, divisor);
  }

  /** Returns a quotient to twenty decimals, enough for the final rounding to be exact. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CollectionMetrics that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /**
   * Returns the main figures, such as {@code 2026-06-30 EUR: 1200.00 EUR open, 300.00 EUR overdue,
   * DSO 36.0000}.
   */
  @Override
  public String toString() {
    return asOf
        + " "
        + currency
        + ": "
        + receivables()
        + " open, "
        + overdue()
        + " overdue"
        + dsoOf90Days().map(d -> ", DSO " + d).orElse("");
  }
}
