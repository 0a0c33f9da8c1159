package io.dunning.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Fractions are exact, whether they fit into 64 bits or not. */
class ExactProperties {
  @Provide
  Arbitrary<Long> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-1_000, 1_000),
        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L),
        Arbitraries.longs());
  }

  @Provide
  Arbitrary<BigInteger> divisors() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(1, 1_000_000_000),
            Arbitraries.longs().between(1, Long.MAX_VALUE))
        .map(BigInteger::valueOf)
        .flatMap(d -> Arbitraries.of(d, d.multiply(BigInteger.valueOf(1L << 40))));
  }

  @Property(tries = 5_000)
  void addsMultipliesAndRoundsLikeFractions(
      @ForAll("numbers") long first,
      @ForAll("numbers") long second,
      @ForAll("numbers") long factor,
      @ForAll("numbers") long other,
      @ForAll("divisors") BigInteger divisor,
      @ForAll("divisors") BigInteger next,
      @ForAll Rounding rounding) {
    Exact sum =
        Exact.of(first)
            .times(factor, other, divisor)
            .plus(Exact.of(second).times(other, 1, next))
            .minus(Exact.of(factor));
    BigInteger top =
        product(first, factor, other)
            .multiply(next)
            .add(product(second, other, 1).multiply(divisor))
            .subtract(BigInteger.valueOf(factor).multiply(divisor).multiply(next));
    BigInteger bottom = divisor.multiply(next);
    assertThat(sum.isZero()).isEqualTo(top.signum() == 0);
    assertThat(sum.isAbove(Exact.ZERO)).isEqualTo(top.signum() > 0);
    BigInteger whole =
        new BigDecimal(top)
            .divide(new BigDecimal(bottom), 0, RoundingMode.valueOf(rounding.name()))
            .toBigIntegerExact();
    if (whole.bitLength() < Long.SIZE) {
      assertThat(sum.rounded(rounding)).isEqualTo(whole.longValueExact());
    }
  }

  @Property(tries = 2_000)
  void aProductIsThatOfTheNumberAsAFraction(
      @ForAll("numbers") long number,
      @ForAll("numbers") long factor,
      @ForAll("numbers") long other,
      @ForAll("divisors") BigInteger divisor) {
    long by = divisor.bitLength() < Long.SIZE - 1 ? divisor.longValue() : 0;
    assertThat(Exact.product(number, factor, other, by, divisor))
        .hasToString(Exact.of(number).times(factor, other, divisor).toString());
  }

  private static BigInteger product(long first, long second, long third) {
    return BigInteger.valueOf(first)
        .multiply(BigInteger.valueOf(second))
        .multiply(BigInteger.valueOf(third));
  }
}
