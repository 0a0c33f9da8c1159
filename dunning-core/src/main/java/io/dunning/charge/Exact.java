package io.dunning.charge;

import io.dunning.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number of minor units, as a fraction. Most fit into two numbers of 64 bits; {@link
 * BigInteger} takes over where they do not.
 */
final class Exact {
  static final Exact ZERO = new Exact(0, 1);

  private final long numerator;
  private final long denominator;

  /** The fraction where it does not fit; null where it does. */
  private final BigInteger wideNumerator;

  private final BigInteger wideDenominator;

  private Exact(long numerator, long denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    wideNumerator = null;
    wideDenominator = null;
  }

  private Exact(BigInteger numerator, BigInteger denominator) {
    this.numerator = 0;
    this.denominator = 0;
    wideNumerator = numerator;
    wideDenominator = denominator;
  }

  private static Exact of(BigInteger numerator, BigInteger denominator) {
    boolean fits = numerator.bitLength() < Long.SIZE - 1 && denominator.bitLength() < Long.SIZE - 1;
    return fits
        ? new Exact(numerator.longValue(), denominator.longValue())
        : new Exact(numerator, denominator);
  }

  static Exact of(long minorUnits) {
    return minorUnits == 0 ? ZERO : new Exact(minorUnits, 1);
  }

  private BigInteger numerator() {
    return wideNumerator == null ? BigInteger.valueOf(numerator) : wideNumerator;
  }

  private BigInteger denominator() {
    return wideDenominator == null ? BigInteger.valueOf(denominator) : wideDenominator;
  }

  private int signum() {
    return wideNumerator == null ? Long.signum(numerator) : wideNumerator.signum();
  }

  Exact plus(Exact other) {
    if (other.isZero()) {
      return this;
    }
    if (isZero()) {
      return other;
    }
    if (isNarrow(other) && denominator == other.denominator) {
      long sum = numerator + other.numerator;
      // both have the sign that the sum lacks if it does not fit
      if (((numerator ^ sum) & (other.numerator ^ sum)) >= 0) {
        return new Exact(sum, denominator);
      }
    }
    BigInteger common = denominator().gcd(other.denominator());
    BigInteger factor = other.denominator().divide(common);
    return of(
        numerator().multiply(factor).add(other.numerator().multiply(denominator().divide(common))),
        denominator().multiply(factor));
  }

  private boolean isNarrow(Exact other) {
    return wideNumerator == null && other.wideNumerator == null;
  }

  Exact minus(Exact other) {
    return plus(other.negated());
  }

  private Exact negated() {
    return wideNumerator == null && numerator != Long.MIN_VALUE
        ? new Exact(-numerator, denominator)
        : of(numerator().negate(), denominator());
  }

  /** Times two factors, divided by a divisor above zero. */
  Exact times(long factor, long other, BigInteger divisor) {
    return times(
        factor, other, divisor.bitLength() < Long.SIZE - 1 ? divisor.longValue() : 0, divisor);
  }

  /**
   * As {@link #times(long, long, BigInteger)}.
   *
   * @param by the divisor as a long; 0 if it does not fit
   */
  Exact times(long factor, long other, long by, BigInteger divisor) {
    long factors = factor * other;
    long product = numerator * factors;
    long parts = denominator * by;
    boolean fits =
        wideNumerator == null
            && Math.multiplyHigh(factor, other) == factors >> (Long.SIZE - 1)
            && Math.multiplyHigh(numerator, factors) == product >> (Long.SIZE - 1)
            && Math.multiplyHigh(denominator, by) == 0
            && parts > 0;
    return fits
        ? new Exact(product, parts)
        : of(
            numerator().multiply(BigInteger.valueOf(factor)).multiply(BigInteger.valueOf(other)),
            denominator().multiply(divisor));
  }

  /**
   * A number times two factors, divided by a divisor above zero: the same as {@link #times(long,
   * long, long, BigInteger)} of the number.
   */
  static Exact product(long number, long factor, long other, long by, BigInteger divisor) {
    long factors = factor * other;
    long product = number * factors;
    boolean fits =
        by > 0
            && Math.multiplyHigh(factor, other) == factors >> (Long.SIZE - 1)
            && Math.multiplyHigh(number, factors) == product >> (Long.SIZE - 1);
    return fits ? new Exact(product, by) : of(number).times(factor, other, by, divisor);
  }

  boolean isZero() {
    return signum() == 0;
  }

  boolean isAbove(Exact other) {
    return minus(other).signum() > 0;
  }

  /**
   * As a whole number.
   *
   * @throws ArithmeticException if it does not fit
   */
  long rounded(Rounding rounding) {
    if (wideNumerator == null && numerator >= 0) {
      return rounded(numerator, denominator, rounding);
    }
    RoundingMode mode = RoundingMode.valueOf(rounding.name());
    return new BigDecimal(numerator())
        .divide(new BigDecimal(denominator()), 0, mode)
        .longValueExact();
  }

  /** A number that is not negative, divided by one above zero. */
  static long rounded(long number, long divisor, Rounding rounding) {
    if (divisor == 1) {
      return number;
    }
    long whole = number / divisor;
    long rest = number - whole * divisor;
    boolean up =
        switch (rounding) {
          case HALF_UP -> rest >= divisor - rest;
          case HALF_EVEN -> rest > divisor - rest || rest == divisor - rest && (whole & 1) == 1;
          case UP -> rest > 0;
          case DOWN -> false;
        };
    return up ? whole + 1 : whole;
  }

  /** Such as {@code 7/365}. */
  @Override
  public String toString() {
    return numerator() + "/" + denominator();
  }
}
