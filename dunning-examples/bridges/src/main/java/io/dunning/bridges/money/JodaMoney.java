package io.dunning.bridges.money;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.IllegalCurrencyException;

/**
 * Converts between the amounts of this library and those of joda-money. Nothing is rounded: {@code
 * from(to(amount))} is the amount.
 */
public final class JodaMoney {
  private JodaMoney() {}

  /**
   * {@return the same amount as a joda-money {@code Money}}
   *
   * @param amount an amount whose currency has the decimals that joda-money knows
   * @throws IllegalArgumentException if joda-money does not know the currency, or gives it another
   *     number of decimals; {@link #toBig} takes any decimals
   */
  public static org.joda.money.Money to(Money amount) {
    Objects.requireNonNull(amount, "amount");
    CurrencyUnit own = amount.currency();
    org.joda.money.CurrencyUnit currency = currency(own.code());
    if (currency.getDecimalPlaces() != own.decimals()) {
      throw new IllegalArgumentException(
          own
              + " has "
              + own.decimals()
              + " decimals here, and "
              + currency.getDecimalPlaces()
              + " in joda-money: "
              + amount
              + "\nMaybe convert it to a BigMoney, which can have any decimals");
    }
    return org.joda.money.Money.ofMinor(currency, amount.minorUnits());
  }

  /**
   * {@return the same amount as a joda-money {@code BigMoney}; its scale is the number of decimals
   * of the currency here}
   *
   * @param amount any amount in a currency that joda-money knows
   * @throws IllegalArgumentException if joda-money does not know the currency
   */
  public static BigMoney toBig(Money amount) {
    Objects.requireNonNull(amount, "amount");
    return BigMoney.of(currency(amount.currency().code()), amount.amount());
  }

  /**
   * {@return an amount of joda-money, in a currency with the decimals that joda-money gives it}
   *
   * @param amount a {@code Money}, a {@code BigMoney} or another provider of one
   * @throws IllegalArgumentException if a {@code BigMoney} has more decimals than its currency, or
   *     the amount does not fit into a {@code long} of minor units
   */
  public static Money from(BigMoneyProvider amount) {
    Objects.requireNonNull(amount, "amount");
    org.joda.money.CurrencyUnit currency = amount.toBigMoney().getCurrencyUnit();
    return from(amount, CurrencyUnit.of(currency.getCode(), currency.getDecimalPlaces()));
  }

  /**
   * {@return an amount of joda-money, in a currency with decimals of your choice}
   *
   * @param amount a {@code Money}, a {@code BigMoney} or another provider of one
   * @param currency a currency with the code of the amount
   * @throws IllegalArgumentException if the codes differ, the amount has more decimals than the
   *     currency, or it does not fit into a {@code long} of minor units
   */
  public static Money from(BigMoneyProvider amount, CurrencyUnit currency) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    BigMoney big = amount.toBigMoney();
    Codes.requireSame(currency, big.getCurrencyUnit().getCode());
    BigDecimal number = big.getAmount();
    return Money.of(number, currency);
  }

  private static org.joda.money.CurrencyUnit currency(String code) {
    try {
      return org.joda.money.CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw new IllegalArgumentException("joda-money does not know the currency: " + code, e);
    }
  }
}
