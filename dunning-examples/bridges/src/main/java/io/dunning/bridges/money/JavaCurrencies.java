package io.dunning.bridges.money;

import io.dunning.money.CurrencyUnit;
import java.util.Currency;
import java.util.Objects;

/** Converts between the currencies of this library and {@link Currency} of the JDK. */
public final class JavaCurrencies {
  private JavaCurrencies() {}

  /**
   * {@return the currency with the code and the decimals of one of the JDK} A currency for which
   * ISO 4217 defines no decimals, such as XXX or gold, gets two, as {@link CurrencyUnit#of(String)}
   * gives it.
   *
   * @param currency a currency of the JDK
   */
  public static CurrencyUnit from(Currency currency) {
    Objects.requireNonNull(currency, "currency");
    return CurrencyUnit.of(currency.getCurrencyCode());
  }

  /**
   * {@return the currency of the JDK with the same code}
   *
   * @param currency a currency with the decimals that ISO 4217 defines
   * @throws IllegalArgumentException if ISO 4217 has no such code, or another number of decimals:
   *     an amount would change its meaning
   */
  public static Currency to(CurrencyUnit currency) {
    Objects.requireNonNull(currency, "currency");
    CurrencyUnit iso = CurrencyUnit.of(currency.code());
    if (!iso.equals(currency)) {
      throw new IllegalArgumentException(
          currency
              + " has "
              + currency.decimals()
              + " decimals here, and "
              + iso.decimals()
              + " in java.util.Currency");
    }
    return Currency.getInstance(currency.code());
  }
}
