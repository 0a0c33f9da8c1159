package io.dunning.charge;

import io.dunning.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number of minor units, as a fraction. */
record Exact(BigInteger numerator, BigInteger denominator) {
  static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

  static Exact of(long minorUnits) {
    return new Exact(BigInteger.valueOf(minorUnits), BigInteger.ONE);
  }

  Exact plus(Exact other) {
    if (other.numerator.signum() == 0) {
      return this;
    }
    if (numerator.signum() == 0) {
      return other;
    }
    if (denominator.equals(other.denominator)) {
      return new Exact(numerator.add(other.numerator), denominator);
    }
    BigInteger common = denominator.gcd(other.denominator);
    BigInteger factor = other.denominator.divide(common);
    return new Exact(
        numerator.multiply(factor).add(other.numerator.multiply(denominator.divide(common))),
        denominator.multiply(factor));
  }

  Exact minus(Exact other) {
    return plus(new Exact(other.numerator.negate(), other.denominator));
  }

  Exact times(BigInteger factor, BigInteger divisor) {
    return new Exact(numerator.multiply(factor), denominator.multiply(divisor));
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  boolean isAbove(Exact other) {
    return minus(other).numerator.signum() > 0;
  }

  /**
   * As a whole number.
   *
   * @throws ArithmeticException if it does not fit
   */
  long rounded(Rounding rounding) {
    RoundingMode mode = RoundingMode.valueOf(rounding.name());
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, mode).longValueExact();
  }
}
