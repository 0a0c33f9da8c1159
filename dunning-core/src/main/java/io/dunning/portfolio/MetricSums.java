package io.dunning.portfolio;

import java.io.Serializable;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The sums from which the metrics of a currency are computed. Sums of several accounts can be
 * added.
 */
final class MetricSums implements Serializable {
  private static final long serialVersionUID = 1L;

  long open;
  long overdue;

  /** The open receivables at the end of the month before. */
  long openingBalance;

  /** The open receivables at the end of the quarter before. */
  long openingOfQuarter;

  long salesOf90Days;
  long writtenOff;
  BigInteger overdueDays = BigInteger.ZERO;
  long payments;
  long paid;
  long daysLate;
  long daysVsDue;
  BigInteger weightedDaysLate = BigInteger.ZERO;
  BigInteger weightedDaysToPay = BigInteger.ZERO;

  /** How many invoices that were never disputed were settled in the month, and how many on time. */
  long settled;

  long settledOnTime;
  private final SortedMap<YearMonth, Long> sales = new TreeMap<>();

  void addSales(YearMonth month, long minor) {
    sales.merge(month, minor, Math::addExact);
  }

  SortedMap<YearMonth, Long> salesByMonth() {
    return Collections.unmodifiableSortedMap(sales);
  }

  long sales(YearMonth month) {
    return sales.getOrDefault(month, 0L);
  }

  /** Returns the sales of some months, the first and the last included. */
  long sales(YearMonth first, YearMonth last) {
    long sum = 0;
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      sum = Math.addExact(sum, sales(each));
    }
    return sum;
  }

  /** Returns the first month with sales; the month after the given one if there is none. */
  YearMonth firstMonth(YearMonth month) {
    return sales.isEmpty() ? month.plusMonths(1) : sales.firstKey();
  }

  long allSales() {
    long sum = 0;
    for (long each : sales.values()) {
      sum = Math.addExact(sum, each);
    }
    return sum;
  }

  /** Returns the product of an amount and a number of days. */
  static BigInteger times(long amount, long days) {
    return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(days));
  }

  /** Returns these sums with all amounts changed; counts and days of payments stay the same. */
  MetricSums map(UnaryOperator<BigInteger> change) {
    LongUnaryOperator amount = sum -> change.apply(BigInteger.valueOf(sum)).longValueExact();
    MetricSums all = new MetricSums();
    all.overdue = amount.applyAsLong(overdue);
    // convert in two parts, so that what is not due and what is overdue add up to what is open
    all.open = Math.addExact(amount.applyAsLong(open - overdue), all.overdue);
    all.openingBalance = amount.applyAsLong(openingBalance);
    all.openingOfQuarter = amount.applyAsLong(openingOfQuarter);
    all.salesOf90Days = amount.applyAsLong(salesOf90Days);
    all.writtenOff = amount.applyAsLong(writtenOff);
    all.overdueDays = change.apply(overdueDays);
    all.payments = payments;
    all.paid = amount.applyAsLong(paid);
    all.daysLate = daysLate;
    all.daysVsDue = daysVsDue;
    all.weightedDaysLate = change.apply(weightedDaysLate);
    all.weightedDaysToPay = change.apply(weightedDaysToPay);
    all.settled = settled;
    all.settledOnTime = settledOnTime;
    sales.forEach((month, sum) -> all.addSales(month, amount.applyAsLong(sum)));
    return all;
  }

  void add(MetricSums more) {
    open = Math.addExact(open, more.open);
    overdue = Math.addExact(overdue, more.overdue);
    openingBalance = Math.addExact(openingBalance, more.openingBalance);
    openingOfQuarter = Math.addExact(openingOfQuarter, more.openingOfQuarter);
    salesOf90Days = Math.addExact(salesOf90Days, more.salesOf90Days);
    writtenOff = Math.addExact(writtenOff, more.writtenOff);
    overdueDays = overdueDays.add(more.overdueDays);
    payments += more.payments;
    paid = Math.addExact(paid, more.paid);
    daysLate = Math.addExact(daysLate, more.daysLate);
    daysVsDue = Math.addExact(daysVsDue, more.daysVsDue);
    weightedDaysLate = weightedDaysLate.add(more.weightedDaysLate);
    weightedDaysToPay = weightedDaysToPay.add(more.weightedDaysToPay);
    settled += more.settled;
    settledOnTime += more.settledOnTime;
    more.sales.forEach(this::addSales);
  }
}
