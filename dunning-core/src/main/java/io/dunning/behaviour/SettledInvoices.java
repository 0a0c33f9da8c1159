package io.dunning.behaviour;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * Statistics about settled invoices. Averages are exact, rounded once to four decimals, half away
 * from zero. Immutable.
 */
final class SettledInvoices implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LATEST = 3;

  /** In the order in which they were settled. */
  private final List<SettledInvoice> all;

  private final int late;
  private final long totalDaysVsDue;

  /**
   * Takes the invoices over.
   *
   * @param all the invoices in the order in which they were settled; must not change any more
   */
  SettledInvoices(List<SettledInvoice> all) {
    this.all = all;
    int counted = 0;
    long days = 0;
    for (int i = 0; i < all.size(); i++) {
      SettledInvoice each = all.get(i);
      counted += each.isLate() ? 1 : 0;
      days += each.daysVsDue();
    }
    late = counted;
    totalDaysVsDue = days;
  }

  List<ProfileParts.Settled> list() {
    return all.stream()
        .map(
            s ->
                new ProfileParts.Settled(
                    LocalDate.ofEpochDay(s.settledDay()), s.daysVsDue(), s.amountMinor()))
        .toList();
  }

  int count() {
    return all.size();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  int late() {
    return late;
  }

  /** Returns the invoice that was settled last; there has to be one. */
  SettledInvoice last() {
    return all.get(all.size() - 1);
  }

  private List<SettledInvoice> latest() {
    return all.subList(Math.max(0, all.size() - LATEST), all.size());
  }

  int lateOfLatestThree() {
    return (int) latest().stream().filter(SettledInvoice::isLate).count();
  }

  LongStream daysVsDue() {
    return all.stream().mapToLong(SettledInvoice::daysVsDue);
  }

  Optional<BigDecimal> lateRatio() {
    return quotient(BigInteger.valueOf(late), BigInteger.valueOf(all.size()));
  }

  boolean isLateRatioAtLeast(BigDecimal percent) {
    BigDecimal hundredfold = BigDecimal.valueOf(100L * late);
    return !all.isEmpty()
        && hundredfold.compareTo(percent.multiply(BigDecimal.valueOf(all.size()))) >= 0;
  }

  boolean isAverageMoreThan(long days) {
    return !all.isEmpty() && totalDaysVsDue > days * all.size();
  }

  Optional<BigDecimal> average(ToLongFunction<SettledInvoice> value) {
    return average(all, value);
  }

  Optional<BigDecimal> averageDaysLateWhenLate() {
    return average(all.stream().filter(SettledInvoice::isLate).toList(), SettledInvoice::daysLate);
  }

  private static Optional<BigDecimal> average(
      List<SettledInvoice> invoices, ToLongFunction<SettledInvoice> value) {
    long sum = invoices.stream().mapToLong(value).sum();
    return quotient(BigInteger.valueOf(sum), BigInteger.valueOf(invoices.size()));
  }

  /** Returns the average weighted by the amounts of the invoices, which must share a currency. */
  Optional<BigDecimal> weighted(ToLongFunction<SettledInvoice> value) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger weights = BigInteger.ZERO;
    for (SettledInvoice each : all) {
      BigInteger weight = BigInteger.valueOf(each.amountMinor());
      sum = sum.add(weight.multiply(BigInteger.valueOf(value.applyAsLong(each))));
      weights = weights.add(weight);
    }
    return quotient(sum, weights);
  }

  Optional<BigDecimal> trend() {
    int before = all.size() - LATEST;
    if (before < 1) {
      return Optional.empty();
    }
    long late = latest().stream().mapToLong(SettledInvoice::daysVsDue).sum();
    long early = all.subList(0, before).stream().mapToLong(SettledInvoice::daysVsDue).sum();
    return quotient(
        BigInteger.valueOf(late * before - early * LATEST),
        BigInteger.valueOf((long) before * LATEST));
  }

  OptionalInt usualDayOfMonth() {
    if (all.size() < LATEST) {
      return OptionalInt.empty();
    }
    int[] times = new int[32];
    all.forEach(s -> times[LocalDate.ofEpochDay(s.settledDay()).getDayOfMonth()]++);
    int usual = 1;
    for (int day = 2; day < times.length; day++) {
      usual = times[day] > times[usual] ? day : usual;
    }
    return OptionalInt.of(usual);
  }

  private static Optional<BigDecimal> quotient(BigInteger sum, BigInteger count) {
    return count.signum() == 0
        ? Optional.empty()
        : Optional.of(new BigDecimal(sum).divide(new BigDecimal(count), 4, RoundingMode.HALF_UP));
  }
}
