package io.dunning.settlement;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What a route is expected to bring, at its value today: {@code amount × odds × (1 − fee) ÷ (1 +
 * rate) ^ (months ÷ 12) − cost}. Money that was already spent does not count. Immutable and
 * thread-safe.
 *
 * @param route the route
 * @param amount the amount that would be collected
 * @param odds how likely it is that the amount is collected
 * @param fee the share of the money that the collector keeps
 * @param cost what the route costs in any case: court fees, work, lost goodwill
 * @param months how many months it takes until the money arrives
 * @param rate the cost of capital per year
 * @param expected what the route is expected to bring, to the minor unit, half up; can be negative
 */
public record RecoveryEstimate(
    Route route,
    Money amount,
    Percentage odds,
    Percentage fee,
    Money cost,
    int months,
    Percentage rate,
    Money expected)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final MathContext EXACT = new MathContext(40);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Creates an estimate from its parts.
   *
   * @param route the route
   * @param amount the amount that would be collected
   * @param odds how likely it is that the amount is collected
   * @param fee the share of the money that the collector keeps
   * @param cost what the route costs in any case
   * @param months how many months it takes until the money arrives
   * @param rate the cost of capital per year
   * @param expected what the route is expected to bring
   */
  public RecoveryEstimate {
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(odds, "odds");
    Objects.requireNonNull(fee, "fee");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(rate, "rate");
  }

  /**
   * Estimates what a route brings.
   *
   * @param route the route
   * @param amount the amount that would be collected
   * @param odds how likely it is that the amount is collected
   * @param fee the share of the money that the collector keeps
   * @param cost what the route costs in any case
   * @param months how many months it takes until the money arrives, 0 or more
   * @param rate the cost of capital per year
   * @return the estimate
   */
  public static RecoveryEstimate of(
      Route route,
      Money amount,
      Percentage odds,
      Percentage fee,
      Money cost,
      int months,
      Percentage rate) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(odds, "odds");
    Objects.requireNonNull(fee, "fee");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(rate, "rate");
    return of(route, amount, odds, fee, cost, months, rate, discount(rate, months));
  }

  /**
   * Estimates what a route brings, with the present value of one unit that arrives after those
   * months.
   */
  static RecoveryEstimate of(
      Route route,
      Money amount,
      Percentage odds,
      Percentage fee,
      Money cost,
      int months,
      Percentage rate,
      BigDecimal discount) {
    BigDecimal kept =
        BigDecimal.valueOf(amount.minorUnits())
            .multiply(odds.value())
            .multiply(HUNDRED.subtract(fee.value()))
            .movePointLeft(4);
    BigDecimal worth = kept.multiply(discount, EXACT);
    BigDecimal net = worth.subtract(BigDecimal.valueOf(cost.minorUnits()));
    Money expected =
        Money.ofMinor(Rounding.HALF_UP.round(net, 0).longValueExact(), amount.currency());
    return new RecoveryEstimate(route, amount, odds, fee, cost, months, rate, expected);
  }

  /** Returns the present value of one unit that arrives after some months, to forty digits. */
  static BigDecimal discount(Percentage rate, int months) {
    if (months == 0) {
      return BigDecimal.ONE;
    }
    BigDecimal year = BigDecimal.ONE.add(rate.value().movePointLeft(2));
    return BigDecimal.ONE.divide(twelfthRoot(year).pow(months, EXACT), EXACT);
  }

  private static BigDecimal twelfthRoot(BigDecimal value) {
    BigDecimal cube = value.sqrt(EXACT).sqrt(EXACT);
    // Newton's method for the cube root; each round doubles the correct digits
    BigDecimal root = BigDecimal.valueOf(Math.cbrt(cube.doubleValue()));
    for (int i = 0; i < 4; i++) {
      BigDecimal square = root.multiply(root, EXACT);
      BigDecimal next = root.add(root, EXACT).add(cube.divide(square, EXACT), EXACT);
      root = next.divide(BigDecimal.valueOf(3), EXACT);
    }
    return root;
  }

  /**
   * {@return the payment today that would be as good as this route, at least zero} A settlement for
   * less is worth less than the route.
   */
  public Money breakEven() {
    return expected.isNegative() ? Money.zero(expected.currency()) : expected;
  }

  /**
   * {@return the expected amount as a share of the amount owed, to two decimals, half up; can be
   * negative}
   */
  public Percentage breakEvenShare() {
    BigDecimal share =
        BigDecimal.valueOf(expected.minorUnits())
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(amount.minorUnits()), 2, RoundingMode.HALF_UP);
    return Percentage.percent(share.toPlainString());
  }

  /**
   * Returns what it costs to wait for money: {@code amount × rate × days ÷ 365}.
   *
   * @param amount the amount
   * @param rate the cost of capital per year
   * @param days how many days the wait lasts
   * @return the cost to the minor unit, half up
   */
  public static Money carryingCost(Money amount, Percentage rate, int days) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(rate, "rate");
    BigDecimal cost =
        BigDecimal.valueOf(amount.minorUnits())
            .multiply(rate.value())
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(36_500), 20, RoundingMode.HALF_UP);
    return Money.ofMinor(Rounding.HALF_UP.round(cost, 0).longValueExact(), amount.currency());
  }

  /**
   * Returns the estimate as text, such as {@code agency 4977.07 EUR: 69.6% of 10000.00 EUR less 25%
   * after 6 months at 10%}.
   */
  @Override
  public String toString() {
    if (route == Route.WRITE_OFF) {
      return route + " " + expected;
    }
    StringBuilder text = new StringBuilder(route + " " + expected + ": " + odds + " of " + amount);
    if (fee.value().signum() != 0) {
      text.append(" less ").append(fee);
    }
    if (months > 0) {
      text.append(" after ").append(months).append(months == 1 ? " month" : " months");
      text.append(" at ").append(rate);
    }
    if (!cost.isZero()) {
      text.append(", less ").append(cost);
    }
    if (route == Route.SETTLE) {
      text.append(", else the best other route");
    }
    return text.toString();
  }
}
