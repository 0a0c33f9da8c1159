package io.dunning.text;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Reads decimal numbers of a sensible size.
 *
 * <p>A short text such as {@code 1e999999999} names a number that no machine can write out, and a
 * text of a million digits takes seconds to read. Both are refused before any arithmetic.
 */
public final class Decimals {
  /** The most digits that a number may have before the decimal point, and behind it. */
  public static final int MOST_DIGITS = 100;

  /** The longest text: all digits, a sign, a point and an exponent. */
  private static final int LONGEST = 220;

  private Decimals() {}

  /**
   * Reads a decimal number with a point, and perhaps an exponent.
   *
   * @param what what the number is, as the first word of the message
   * @param text such as {@code "12.40"}
   * @return the number, with at most {@value #MOST_DIGITS} digits on either side of the point
   * @throws IllegalArgumentException if the text is not a decimal number, or has too many digits
   */
  public static BigDecimal parse(String what, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          what + " has more than " + LONGEST + " characters: " + Excerpt.of(text));
    }
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " is not a decimal number: " + Excerpt.of(text), e);
    }
    return bounded(what, value);
  }

  /**
   * Checks that a number can be computed with and written out in no time.
   *
   * @param what what the number is, as the first word of the message
   * @param value any number
   * @return the number, with at most {@value #MOST_DIGITS} digits on either side of the point
   * @throws IllegalArgumentException if it has more digits
   */
  public static BigDecimal bounded(String what, BigDecimal value) {
    boolean many = value.scale() > MOST_DIGITS || wholeDigits(value) > MOST_DIGITS;
    if (many && value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (many) {
      throw new IllegalArgumentException(
          what
              + " has more than "
              + MOST_DIGITS
              + " digits before or behind the decimal point: "
              + brief(value));
    }
    return value;
  }

  /**
   * How many digits a number has before the decimal point, without computing it.
   *
   * @param value any number but zero
   * @return the digits; zero or less for a number with nothing but zeros there
   */
  public static long wholeDigits(BigDecimal value) {
    return (long) value.precision() - value.scale();
  }

  /**
   * A number for a message, however large or fine it is.
   *
   * @param value any number
   * @return its first digits, with an exponent where it is very large or very small
   */
  public static String brief(BigDecimal value) {
    return Excerpt.of(value.round(MathContext.DECIMAL128).toString());
  }
}
