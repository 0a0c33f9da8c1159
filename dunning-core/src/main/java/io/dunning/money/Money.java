package io.dunning.money;

import io.dunning.text.Decimals;
import io.dunning.text.Excerpt;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact amount of one currency: a whole number of minor units (cents for EUR, yen for JPY).
 *
 * <p>May be negative. Arithmetic is exact and throws {@link ArithmeticException} where the result
 * does not fit into a {@code long} of minor units (about 92 quadrillion euros); amounts of unlike
 * currencies throw {@link CurrencyMismatchException}. Prints as {@code 12.40 EUR} and parses what
 * it prints. Immutable and thread-safe.
 */
public final class Money implements Comparable<Money>, Serializable {
  private static final long serialVersionUID = 1L;

  /** No {@code long} has more digits. */
  private static final int LONG_DIGITS = 19;

  private final long minorUnits;
  private final CurrencyUnit currency;

  private Money(long minorUnits, CurrencyUnit currency) {
    this.minorUnits = minorUnits;
    this.currency = currency;
  }

  /**
   * An amount in minor units.
   *
   * @param minorUnits such as 1240 for 12.40 EUR
   * @param currency the currency
   * @return the amount
   */
  public static Money ofMinor(long minorUnits, CurrencyUnit currency) {
    return new Money(minorUnits, Objects.requireNonNull(currency, "currency"));
  }

  /**
   * An amount in major units.
   *
   * @param amount such as {@code 12.40}
   * @param currency the currency
   * @return the amount
   * @throws IllegalArgumentException if the amount has more decimals than the currency, or does not
   *     fit
   */
  public static Money of(BigDecimal amount, CurrencyUnit currency) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    if (amount.signum() == 0) {
      return zero(currency);
    }
    // these two come first: to write out 1E+999999999 would take for ever
    long wholeDigits = Decimals.wholeDigits(amount);
    if (wholeDigits > LONG_DIGITS) {
      throw tooLarge(amount, currency);
    }
    if (wholeDigits <= -currency.decimals()) {
      throw tooFine(amount, currency);
    }
    BigDecimal scaled;
    try {
      scaled = amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw tooFine(amount, currency);
    }
    BigInteger minor = scaled.unscaledValue();
    if (minor.bitLength() >= Long.SIZE) {
      throw tooLarge(amount, currency);
    }
    return new Money(minor.longValue(), currency);
  }

  private static IllegalArgumentException tooLarge(BigDecimal amount, CurrencyUnit currency) {
    return new IllegalArgumentException(
        "amount is too large for " + currency + ": " + Decimals.brief(amount));
  }

  private static IllegalArgumentException tooFine(BigDecimal amount, CurrencyUnit currency) {
    return new IllegalArgumentException(
        "amount has more decimals than "
            + currency
            + ", which has "
            + currency.decimals()
            + ": "
            + Decimals.brief(amount));
  }

  /**
   * An amount in major units, written with a decimal point.
   *
   * @param amount such as {@code "12.40"}
   * @param currency the currency
   * @return the amount
   * @throws IllegalArgumentException if the text is not a decimal number, has more decimals than
   *     the currency, or does not fit
   */
  public static Money of(String amount, CurrencyUnit currency) {
    Objects.requireNonNull(amount, "amount");
    return of(Decimals.parse("amount", amount), currency);
  }

  /**
   * Reads an amount as it prints.
   *
   * @param text such as {@code "12.40 EUR"}
   * @return the amount
   * @throws IllegalArgumentException if the text is not an amount, a space and an ISO code
   */
  public static Money parse(String text) {
    Objects.requireNonNull(text, "text");
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException(
          "money is not an amount, a space and a currency code: " + Excerpt.of(text));
    }
    return of(text.substring(0, space), CurrencyUnit.of(text.substring(space + 1)));
  }

  /**
   * Nothing, in a currency.
   *
   * @param currency the currency
   * @return zero
   */
  public static Money zero(CurrencyUnit currency) {
    return ofMinor(0, currency);
  }

  /**
   * Euros.
   *
   * @param amount such as {@code "12.40"}
   * @return the amount
   */
  public static Money eur(String amount) {
    return of(amount, CurrencyUnit.of("EUR"));
  }

  /**
   * US dollars.
   *
   * @param amount such as {@code "12.40"}
   * @return the amount
   */
  public static Money usd(String amount) {
    return of(amount, CurrencyUnit.of("USD"));
  }

  /**
   * Pounds sterling.
   *
   * @param amount such as {@code "12.40"}
   * @return the amount
   */
  public static Money gbp(String amount) {
    return of(amount, CurrencyUnit.of("GBP"));
  }

  /**
   * The amount in minor units.
   *
   * @return such as 1240 for 12.40 EUR
   */
  public long minorUnits() {
    return minorUnits;
  }

  /**
   * The currency.
   *
   * @return the currency
   */
  public CurrencyUnit currency() {
    return currency;
  }

  /**
   * The amount in major units.
   *
   * @return such as 12.40, with the currency's decimals as its scale
   */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minorUnits, currency.decimals());
  }

  /**
   * The sum.
   *
   * @param other an amount of the same currency
   * @return this plus the other
   */
  public Money plus(Money other) {
    requireSame(other, "addition");
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /**
   * The difference.
   *
   * @param other an amount of the same currency
   * @return this minus the other
   */
  public Money minus(Money other) {
    requireSame(other, "subtraction");
    return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
  }

  /**
   * A multiple.
   *
   * @param factor a whole number
   * @return this, so many times
   */
  public Money times(long factor) {
    return new Money(Math.multiplyExact(minorUnits, factor), currency);
  }

  /**
   * A share, rounded once.
   *
   * @param share the share
   * @param rounding how to round to minor units
   * @return the share of this amount
   */
  public Money times(Percentage share, Rounding rounding) {
    return share.of(this, rounding);
  }

  /**
   * The opposite amount.
   *
   * @return this with the other sign
   */
  public Money unaryMinus() {
    return new Money(Math.negateExact(minorUnits), currency);
  }

  /**
   * Whether this is nothing.
   *
   * @return true at zero
   */
  public boolean isZero() {
    return minorUnits == 0;
  }

  /**
   * Whether this is more than nothing.
   *
   * @return true above zero
   */
  public boolean isPositive() {
    return minorUnits > 0;
  }

  /**
   * Whether this is less than nothing.
   *
   * @return true below zero
   */
  public boolean isNegative() {
    return minorUnits < 0;
  }

  private void requireSame(Money other, String where) {
    if (currency != other.currency && !currency.equals(other.currency)) {
      throw new CurrencyMismatchException(where, currency, other.currency);
    }
  }

  /**
   * By amount.
   *
   * @throws CurrencyMismatchException if the currencies are unlike
   */
  @Override
  public int compareTo(Money other) {
    requireSame(other, "comparison");
    return Long.compare(minorUnits, other.minorUnits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money that
        && minorUnits == that.minorUnits
        && currency.equals(that.currency);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(minorUnits) * 31 + currency.hashCode();
  }

  /** Such as {@code 12.40 EUR}. */
  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency;
  }
}
