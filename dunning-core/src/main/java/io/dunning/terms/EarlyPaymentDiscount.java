package io.dunning.terms;

import io.dunning.money.Percentage;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A reward for paying soon: {@code 2/10} is two per cent off when paid within ten days of the
 * invoice, the tenth day included. Immutable and thread-safe.
 *
 * @param rate the share taken off, more than 0 and less than 100 per cent
 * @param days how many calendar days after the invoice date the discount can be taken, 0 or more
 */
public record EarlyPaymentDiscount(Percentage rate, int days) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A discount.
   *
   * @param rate the share taken off, more than 0 and less than 100 per cent
   * @param days how many calendar days after the invoice date the discount can be taken, 0 or more
   * @throws IllegalArgumentException if the rate or the days are out of range
   */
  public EarlyPaymentDiscount {
    Objects.requireNonNull(rate, "rate");
    if (rate.value().signum() <= 0 || rate.compareTo(Percentage.percent("100")) >= 0) {
      throw new IllegalArgumentException("discount is not between 0% and 100%: " + rate);
    }
    if (days < 0) {
      throw new IllegalArgumentException("discount days are negative: " + days);
    }
  }

  /**
   * The last day on which the discount can be taken.
   *
   * @param issued the invoice date
   * @return the day, included
   */
  public LocalDate lastDay(LocalDate issued) {
    return issued.plusDays(days);
  }

  /** Such as {@code 2/10}. */
  @Override
  public String toString() {
    return rate.value().toPlainString() + "/" + days;
  }
}
