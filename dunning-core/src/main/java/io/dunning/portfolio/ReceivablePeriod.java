package io.dunning.portfolio;

import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * The receivables of a period as four sums, and the figures that follow from them. Make one from
 * sums that you have, such as those of a balance sheet; {@link CollectionMetrics#month} and {@link
 * CollectionMetrics#quarter} make one from invoices. Quotients are computed exactly and rounded
 * once to four decimals, half up; they are empty if the divisor is zero. Immutable and thread-safe.
 *
 * <pre>{@code
 * var quarter = new ReceivablePeriod(eur("1000000.00"), eur("3000000.00"), eur("1200000.00"), eur("900000.00"), 90);
 * quarter.dso();          // 36.0000
 * quarter.dsoOnAverage(); // 33.0000
 * }</pre>
 *
 * @param opening the open receivables at the end of the day before the period
 * @param sales what was invoiced on credit in the period
 * @param closing the open receivables at the end of the period
 * @param notDue the part of {@code closing} that is not past its due date
 * @param days how many days the period has, 1 or more
 */
public record ReceivablePeriod(Money opening, Money sales, Money closing, Money notDue, int days)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The receivables of a period.
   *
   * @param opening the open receivables at the end of the day before the period
   * @param sales what was invoiced on credit in the period
   * @param closing the open receivables at the end of the period
   * @param notDue the part of {@code closing} that is not past its due date
   * @param days how many days the period has, 1 or more
   * @throws CurrencyMismatchException if the sums are in several currencies
   * @throws IllegalArgumentException if the period has no days, or more is not due than is open
   */
  public ReceivablePeriod {
    Objects.requireNonNull(opening, "opening");
    Objects.requireNonNull(sales, "sales");
    Objects.requireNonNull(closing, "closing");
    Objects.requireNonNull(notDue, "notDue");
    // only sums of one currency compare
    opening.compareTo(sales);
    opening.compareTo(closing);
    if (days < 1) {
      throw new IllegalArgumentException("period must have 1 day or more: " + days);
    }
    if (notDue.compareTo(closing) > 0) {
      throw new IllegalArgumentException(
          "more is not due than is open: " + notDue + " of " + closing);
    }
  }

  /**
   * {@return days sales outstanding by the receivables at the end: {@code closing × days ÷ sales}}
   * As the Credit Research Foundation defines it.
   */
  public Optional<BigDecimal> dso() {
    return quotient(times(closing, days), minor(sales));
  }

  /**
   * {@return days sales outstanding on average receivables: {@code (opening + closing) ÷ 2 × days ÷
   * sales}} Textbooks of financial statement analysis define it so, as the inverse of {@link
   * #turnover}.
   */
  public Optional<BigDecimal> dsoOnAverage() {
    return quotient(times(opening, days).add(times(closing, days)), minor(sales).shiftLeft(1));
  }

  /**
   * {@return how often the average receivables were turned into money in the period: {@code sales ÷
   * ((opening + closing) ÷ 2)}} Textbooks of financial statement analysis call it receivables
   * turnover; multiply it by the periods of a year to compare it with yearly figures.
   */
  public Optional<BigDecimal> turnover() {
    return quotient(minor(sales).shiftLeft(1), minor(opening).add(minor(closing)));
  }

  /**
   * {@return best possible days sales outstanding, as if nothing were overdue: {@code not due ×
   * days ÷ sales}} As the Credit Research Foundation defines it.
   */
  public Optional<BigDecimal> bestPossibleDso() {
    return quotient(times(notDue, days), minor(sales));
  }

  /**
   * {@return average days delinquent: days sales outstanding less the best possible} As the Credit
   * Research Foundation defines it.
   */
  public Optional<BigDecimal> averageDaysDelinquent() {
    return quotient(times(closing.minus(notDue), days), minor(sales));
  }

  /**
   * {@return the collection effectiveness index in percent: {@code (opening + sales − closing) ÷
   * (opening + sales − not due) × 100}; 100 if nothing is overdue} As the Credit Research
   * Foundation defines it, for any period.
   */
  public Optional<BigDecimal> collectionEffectiveness() {
    BigInteger all = minor(opening).add(minor(sales));
    return quotient(
        all.subtract(minor(closing)).multiply(BigInteger.valueOf(100)),
        all.subtract(minor(notDue)));
  }

  /**
   * {@return the share of receivables that is not overdue, in percent; 100 if nothing is overdue}
   */
  public Optional<BigDecimal> percentCurrent() {
    return quotient(times(notDue, 100), minor(closing));
  }

  private static BigInteger minor(Money money) {
    return BigInteger.valueOf(money.minorUnits());
  }

  private static BigInteger times(Money money, long factor) {
    return MetricSums.times(money.minorUnits(), factor);
  }

  /** An exact quotient, rounded once to four decimals, half up; empty if the divisor is zero. */
  static Optional<BigDecimal> quotient(BigInteger sum, BigInteger divisor) {
    return divisor.signum() == 0
        ? Optional.empty()
        : Optional.of(new BigDecimal(sum).divide(new BigDecimal(divisor), 4, RoundingMode.HALF_UP));
  }

  /** Such as {@code 90 days: 1000000.00 EUR + 3000000.00 EUR sales, 1200000.00 EUR open}. */
  @Override
  public String toString() {
    return days + " days: " + opening + " + " + sales + " sales, " + closing + " open";
  }
}
