package io.dunning.money;

import io.dunning.text.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Reads an amount of major units, such as euros, as a whole number of minor units. */
final class MinorUnits {
  /** The most digits that a {@code long} can have. */
  private static final int LONG_DIGITS = 19;

  private MinorUnits() {}

  /**
   * Returns the minor units, never rounded.
   *
   * @throws IllegalArgumentException if the amount has more decimals than the currency, or does not
   *     fit into a {@code long} of minor units
   */
  static long of(BigDecimal amount, CurrencyUnit currency) {
    if (amount.signum() == 0) {
      return 0;
    }
    // Check the size first: setScale would write out 1E+999999999 digit by digit.
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
    return minor.longValue();
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
}
