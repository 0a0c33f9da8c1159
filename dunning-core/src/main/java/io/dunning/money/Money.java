package io.dunning.money;

import io.dunning.serial.Checked;
import io.dunning.text.Decimals;
import io.dunning.text.Excerpt;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An exact amount of money in one currency.
 *
 * <p>An amount is a whole number of minor units, which are cents for EUR and yen for JPY, and it
 * may be negative. Arithmetic is exact. It throws {@link ArithmeticException} if the result does
 * not fit into a {@code long} of minor units (about 92 quadrillion euros), and {@link
 * CurrencyMismatchException} if the currencies differ. An amount prints as {@code 12.40 EUR} and
 * parses what it prints. Immutable and thread-safe.
 */
public final class Money implements Comparable<Money>, Serializable {
  private static final long serialVersionUID = 1L;

  private final long minorUnits;
  private final CurrencyUnit currency;

  private Money(long minorUnits, CurrencyUnit currency) {
    this.minorUnits = minorUnits;
    this.currency = currency;
  }

  /**
   * {@return an amount that you give in minor units}
   *
   * @param minorUnits the number of minor units, such as 1240 for 12.40 EUR
   * @param currency the currency
   */
  public static Money ofMinor(long minorUnits, CurrencyUnit currency) {
    return new Money(minorUnits, Objects.requireNonNull(currency, "currency"));
  }

  /**
   * {@return an amount that you give in major units, such as euros} It is never rounded.
   *
   * @param amount the number of major units, such as {@code 12.40}
   * @param currency the currency
   * @throws IllegalArgumentException if the amount has more decimals than the currency, or does not
   *     fit into a {@code long} of minor units
   */
  public static Money of(BigDecimal amount, CurrencyUnit currency) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    return new Money(MinorUnits.of(amount, currency), currency);
  }

  /**
   * {@return an amount that you write in major units, with a decimal point}
   *
   * @param amount the number of major units, such as {@code "12.40"}
   * @param currency the currency
   * @throws IllegalArgumentException if the text is not a decimal number, has more decimals than
   *     the currency, or does not fit into a {@code long} of minor units
   */
  public static Money of(String amount, CurrencyUnit currency) {
    Objects.requireNonNull(amount, "amount");
    return of(Decimals.parse("amount", amount), currency);
  }

  /**
   * Reads an amount in the form in which it prints.
   *
   * @param text such as {@code "12.40 EUR"}
   * @return the amount
   * @throws IllegalArgumentException if the text is not an amount, a space and an ISO 4217 code
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
   * {@return zero, with the decimals of the currency}
   *
   * @param currency the currency
   */
  public static Money zero(CurrencyUnit currency) {
    return ofMinor(0, currency);
  }

  /**
   * {@return an amount in euros}
   *
   * @param amount the number of euros, such as {@code "12.40"}
   * @throws IllegalArgumentException if the text is not a decimal number, has more than two
   *     decimals, or does not fit
   */
  public static Money eur(String amount) {
    return of(amount, CurrencyUnit.of("EUR"));
  }

  /**
   * {@return an amount in US dollars}
   *
   * @param amount the number of dollars, such as {@code "12.40"}
   * @throws IllegalArgumentException if the text is not a decimal number, has more than two
   *     decimals, or does not fit
   */
  public static Money usd(String amount) {
    return of(amount, CurrencyUnit.of("USD"));
  }

  /**
   * {@return an amount in pounds sterling}
   *
   * @param amount the number of pounds, such as {@code "12.40"}
   * @throws IllegalArgumentException if the text is not a decimal number, has more than two
   *     decimals, or does not fit
   */
  public static Money gbp(String amount) {
    return of(amount, CurrencyUnit.of("GBP"));
  }

  /** {@return the number of minor units, such as 1240 for 12.40 EUR} */
  public long minorUnits() {
    return minorUnits;
  }

  /** {@return the currency} */
  public CurrencyUnit currency() {
    return currency;
  }

  /**
   * {@return the number of major units: a number such as 12.40; its scale is the number of decimals
   * of the currency}
   */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minorUnits, currency.decimals());
  }

  /**
   * {@return the sum of this amount and another}
   *
   * @param other an amount in the same currency
   * @throws CurrencyMismatchException if the currencies differ
   * @throws ArithmeticException if the sum does not fit into a {@code long} of minor units
   */
  public Money plus(Money other) {
    Objects.requireNonNull(other, "other");
    requireSame(other, "add", "to");
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /**
   * {@return the difference between this amount and another}
   *
   * @param other an amount in the same currency
   * @throws CurrencyMismatchException if the currencies differ
   * @throws ArithmeticException if the difference does not fit into a {@code long} of minor units
   */
  public Money minus(Money other) {
    Objects.requireNonNull(other, "other");
    requireSame(other, "subtract", "from");
    return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
  }

  /**
   * {@return a multiple of this amount}
   *
   * @param factor a whole number; may be negative
   * @throws ArithmeticException if the product does not fit into a {@code long} of minor units
   */
  public Money times(long factor) {
    return new Money(Math.multiplyExact(minorUnits, factor), currency);
  }

  /**
   * {@return a percentage of this amount} The result is rounded once.
   *
   * @param share the percentage
   * @param rounding how to round to minor units
   * @throws ArithmeticException if the result does not fit into a {@code long} of minor units
   */
  public Money times(Percentage share, Rounding rounding) {
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(rounding, "rounding");
    return share.of(this, rounding);
  }

  /**
   * {@return this amount with the opposite sign} In Kotlin you write it as {@code -amount}.
   *
   * @throws ArithmeticException if the result does not fit into a {@code long} of minor units
   */
  public Money unaryMinus() {
    return new Money(Math.negateExact(minorUnits), currency);
  }

  /** {@return whether this amount is zero} */
  public boolean isZero() {
    return minorUnits == 0;
  }

  /** {@return whether this amount is more than zero} */
  public boolean isPositive() {
    return minorUnits > 0;
  }

  /** {@return whether this amount is less than zero} */
  public boolean isNegative() {
    return minorUnits < 0;
  }

  private void requireSame(Money other, String verb, String preposition) {
    if (currency != other.currency && !currency.equals(other.currency)) {
      throw CurrencyMismatchException.cannot(verb, other.currency, preposition, currency);
    }
  }

  /**
   * Compares two amounts of the same currency.
   *
   * @throws CurrencyMismatchException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    requireSame(other, "compare", "with");
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

  /** Returns text such as {@code 12.40 EUR}. */
  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency;
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> ofMinor(minorUnits, currency));
  }
}
