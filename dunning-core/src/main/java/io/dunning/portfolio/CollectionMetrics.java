package io.dunning.portfolio;

import io.dunning.aging.ConvertedAging;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collector;

/**
 * How collecting went in a currency, at the end of a day: days sales outstanding and its kin.
 * Amounts are exact; quotients are exact, rounded once to four decimals, half up, and empty where
 * the divisor is zero. Credits are no receivables; voided invoices are no sales. "The month" is the
 * calendar month of the day, from its first day through the day. Immutable and thread-safe.
 */
public final class CollectionMetrics implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int QUARTER = 90;
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
   * The metrics of accounts.
   *
   * @param accounts the accounts
   * @param asOf the day at whose end they are taken; later events do not exist
   * @return metrics by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static SortedMap<CurrencyUnit, CollectionMetrics> of(
      Iterable<Account> accounts, LocalDate asOf) {
    MetricTable table = new MetricTable(asOf);
    accounts.forEach(table::add);
    return table.metrics();
  }

  /**
   * The metrics of a stream of accounts, in parallel if the stream is.
   *
   * @param asOf the day at whose end they are taken
   * @return a collector
   */
  public static Collector<Account, ?, SortedMap<CurrencyUnit, CollectionMetrics>> collector(
      LocalDate asOf) {
    return Collector.of(
        () -> new MetricTable(asOf),
        MetricTable::add,
        MetricTable::merge,
        MetricTable::metrics,
        Collector.Characteristics.UNORDERED);
  }

  /**
   * The metrics of several currencies as one. Each sum of each currency is converted and rounded
   * once; quotients are of those sums, so that they fit what is printed.
   *
   * @param all metrics of one day, by currency
   * @param currency the reporting currency
   * @param rates how many units of each other currency one unit of the reporting currency buys
   * @param rounding how sums are rounded
   * @return the metrics in the reporting currency; empty if there are none to convert
   * @throws IllegalArgumentException if a rate is missing or not above zero; all of them are named;
   *     or if the metrics are of several days
   */
  public static Optional<CollectionMetrics> converted(
      SortedMap<CurrencyUnit, CollectionMetrics> all,
      CurrencyUnit currency,
      Map<CurrencyUnit, BigDecimal> rates,
      Rounding rounding) {
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
   * The day.
   *
   * @return the day at whose end it is looked at
   */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * The currency.
   *
   * @return the currency of all amounts
   */
  public CurrencyUnit currency() {
    return currency;
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  /**
   * What is open.
   *
   * @return the amount
   */
  public Money receivables() {
    return money(sums.open);
  }

  /**
   * What is open and not past its due date.
   *
   * @return the amount
   */
  public Money notDue() {
    return money(sums.open - sums.overdue);
  }

  /**
   * What is open past its due date.
   *
   * @return the amount
   */
  public Money overdue() {
    return money(sums.overdue);
  }

  /**
   * What was invoiced in the month.
   *
   * @return the amount
   */
  public Money salesOfMonth() {
    return money(sums.sales(YearMonth.from(asOf)));
  }

  /**
   * What was invoiced in the 90 days that end with the day.
   *
   * @return the amount
   */
  public Money salesOf90Days() {
    return money(sums.salesOf90Days);
  }

  /**
   * Days sales outstanding over the month: receivables × days of the month ÷ its sales.
   *
   * @return days
   */
  public Optional<BigDecimal> dsoOfMonth() {
    return quotient(sums.open, asOf.getDayOfMonth(), sums.sales(YearMonth.from(asOf)));
  }

  /**
   * Days sales outstanding over 90 days.
   *
   * @return days
   */
  public Optional<BigDecimal> dsoOf90Days() {
    return quotient(sums.open, QUARTER, sums.salesOf90Days);
  }

  /**
   * Best possible days sales outstanding over 90 days: if nothing were overdue.
   *
   * @return days
   */
  public Optional<BigDecimal> bestPossibleDso() {
    return quotient(sums.open - sums.overdue, QUARTER, sums.salesOf90Days);
  }

  /**
   * Average days delinquent over 90 days: days sales outstanding less the best possible.
   *
   * @return days
   */
  public Optional<BigDecimal> averageDaysDelinquent() {
    return quotient(sums.overdue, QUARTER, sums.salesOf90Days);
  }

  /**
   * Days sales outstanding by counting back: receivables are used up by the sales of the month,
   * then of the month before, and so on; the last month counts in part. A month without sales
   * counts in whole.
   *
   * @return days; a lower bound if {@link #isCountBackExhausted}
   */
  public BigDecimal dsoByCountBack() {
    long rest = sums.open;
    long days = 0;
    YearMonth month = YearMonth.from(asOf);
    int length = asOf.getDayOfMonth();
    while (rest > 0 && !month.isBefore(sums.firstMonth(month))) {
      long sales = sums.sales(month);
      if (rest < sales) {
        return BigDecimal.valueOf(days)
            .add(exact(BigInteger.valueOf(rest), length, BigInteger.valueOf(sales)))
            .setScale(4, RoundingMode.HALF_UP);
      }
      days += length;
      rest -= Math.max(0, sales);
      month = month.minusMonths(1);
      length = month.lengthOfMonth();
    }
    return BigDecimal.valueOf(days).setScale(4);
  }

  /**
   * Whether counting back used up all sales, so that receivables are older than they.
   *
   * @return true if the days are a lower bound
   */
  public boolean isCountBackExhausted() {
    return sums.open > sums.allSales();
  }

  /**
   * Collection effectiveness in the month, in percent: what was collected of what could have been,
   * {@code (begin + sales − receivables) ÷ (begin + sales − not due)}.
   *
   * @return 100 if nothing is overdue
   */
  public Optional<BigDecimal> collectionEffectiveness() {
    long all = Math.addExact(sums.begin, sums.sales(YearMonth.from(asOf)));
    return quotient(all - sums.open, 100, all - (sums.open - sums.overdue));
  }

  /**
   * How much of the receivables is not overdue, in percent.
   *
   * @return 100 if nothing is overdue
   */
  public Optional<BigDecimal> percentCurrent() {
    return quotient(sums.open - sums.overdue, 100, sums.open);
  }

  /**
   * How much of the sales of the month was written off in it, in percent.
   *
   * @return the share
   */
  public Optional<BigDecimal> badDebtToSales() {
    return quotient(sums.writtenOff, 100, sums.sales(YearMonth.from(asOf)));
  }

  /**
   * The days past due of what is overdue, weighted by amount.
   *
   * @return days
   */
  public Optional<BigDecimal> overdueDays() {
    return quotient(sums.overdueDays, BigInteger.valueOf(sums.overdue));
  }

  /**
   * How many payments came in the month.
   *
   * @return the number
   */
  public long payments() {
    return sums.payments;
  }

  /**
   * What was paid in the month.
   *
   * @return the amount
   */
  public Money paid() {
    return money(sums.paid);
  }

  /**
   * The average days late of the payments of the month, early ones counting 0.
   *
   * @return days
   */
  public Optional<BigDecimal> averageDaysLatePaid() {
    return quotient(sums.daysLate, 1, sums.payments);
  }

  /**
   * The average days of the payments of the month against the due date, early ones negative.
   *
   * @return days
   */
  public Optional<BigDecimal> averageDaysVsDuePaid() {
    return quotient(sums.daysVsDue, 1, sums.payments);
  }

  /**
   * The days late of the payments of the month, early ones counting 0, weighted by what was paid.
   *
   * @return days
   */
  public Optional<BigDecimal> weightedDaysLatePaid() {
    return quotient(sums.weightedDaysLate, BigInteger.valueOf(sums.paid));
  }

  private static Optional<BigDecimal> quotient(long amount, long times, long divisor) {
    return quotient(
        BigInteger.valueOf(amount).multiply(BigInteger.valueOf(times)),
        BigInteger.valueOf(divisor));
  }

  private static Optional<BigDecimal> quotient(BigInteger sum, BigInteger divisor) {
    return divisor.signum() == 0
        ? Optional.empty()
        : Optional.of(new BigDecimal(sum).divide(new BigDecimal(divisor), 4, RoundingMode.HALF_UP));
  }

  /** To twenty decimals, so that rounding it once more is rounding it once. */
  private static BigDecimal exact(BigInteger amount, long times, BigInteger divisor) {
    return new BigDecimal(amount.multiply(BigInteger.valueOf(times)))
        .divide(new BigDecimal(divisor), 20, RoundingMode.DOWN);
  }

  /** Such as {@code 2026-06-30 EUR: 1200.00 EUR open, 300.00 EUR overdue, DSO 36.0000}. */
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
