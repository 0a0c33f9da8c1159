package io.dunning.terms;

import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What it costs a customer to pay the full amount later instead of taking a discount. */
record DiscountCost(int daysLater, int daysPerYear) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  static DiscountCost over(int daysLater, int daysPerYear) {
    if (daysLater < 1) {
      throw new IllegalArgumentException("days later are less than 1: " + daysLater);
    }
    return new DiscountCost(daysLater, daysPerYear);
  }

  /** The yearly rate at simple interest. */
  Optional<Percentage> simple(Optional<Percentage> discount) {
    return discount.map(
        d ->
            percentage(
                d.value()
                    .multiply(BigDecimal.valueOf(100L * daysPerYear))
                    .divide(
                        HUNDRED.subtract(d.value()).multiply(BigDecimal.valueOf(daysLater)),
                        DECIMALS,
                        RoundingMode.HALF_UP)));
  }

  /** The yearly rate at compound interest. */
  Optional<Percentage> compounded(Optional<Percentage> discount) {
    return discount.map(
        p -> {
          double d = p.value().doubleValue() / 100;
          double rate = Math.pow(1 + d / (1 - d), (double) daysPerYear / daysLater) - 1;
          return percentage(
              BigDecimal.valueOf(rate * 100).setScale(DECIMALS, RoundingMode.HALF_UP));
        });
  }

  private static Percentage percentage(BigDecimal value) {
    return Percentage.percent(value.toPlainString());
  }
}
