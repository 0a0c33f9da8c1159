package io.dunning.money;

import io.dunning.serial.Checked;
import io.dunning.text.Decimals;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An exact percentage: {@code Percentage.percent("9.15")} is 9.15 %.
 *
 * <p>It may be negative, and it may be above 100 %. It prints as {@code 9.15%} and parses what it
 * prints. Immutable and thread-safe.
 */
public final class Percentage implements Comparable<Percentage>, Serializable {
  private static final long serialVersionUID = 1L;

  private final BigDecimal percent;

  private Percentage(BigDecimal percent) {
    BigDecimal plain = percent.stripTrailingZeros();
    this.percent = plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /**
   * {@return a percentage}
   *
   * @param value a decimal number such as {@code "2"} or {@code "9.15"}, with at most 100 digits
   *     before and 100 after the decimal point
   * @throws IllegalArgumentException if the text is not a decimal number, or has too many digits
   */
  public static Percentage percent(String value) {
    Objects.requireNonNull(value, "value");
    return new Percentage(Decimals.parse("percentage", value));
  }

  /**
   * Reads a percentage, with or without the percent sign.
   *
   * @param text such as {@code "9.15%"}, {@code "9.15 %"} or {@code "9.15"}
   * @return the percentage
   * @throws IllegalArgumentException if the text is not a decimal number, or has too many digits
   */
  public static Percentage parse(String text) {
    Objects.requireNonNull(text, "text");
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    return percent(number.strip());
  }

  /** {@return the number in front of the percent sign, without trailing zeros: 9.15 for 9.15 %} */
  public BigDecimal value() {
    return percent;
  }

  /**
   * {@return this percentage of an amount, in its currency: 4 % of 896.00 EUR is 35.84 EUR} The
   * result is rounded once.
   *
   * @param amount the whole amount
   * @param rounding how to round to minor units
   * @throws ArithmeticException if the result does not fit into a {@code long} of minor units
   */
  public Money of(Money amount, Rounding rounding) {
    BigDecimal exact = BigDecimal.valueOf(amount.minorUnits()).multiply(percent).movePointLeft(2);
    return Money.ofMinor(rounding.round(exact, 0).longValueExact(), amount.currency());
  }

  @Override
  public int compareTo(Percentage other) {
    return percent.compareTo(other.percent);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Percentage that && percent.equals(that.percent);
  }

  @Override
  public int hashCode() {
    return percent.hashCode();
  }

  /** Returns text such as {@code 9.15%}. */
  @Override
  public String toString() {
    return percent.toPlainString() + "%";
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new Percentage(Decimals.bounded("percentage", percent)));
  }
}
