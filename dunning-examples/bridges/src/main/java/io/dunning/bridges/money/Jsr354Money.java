package io.dunning.bridges.money;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.util.Objects;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryException;

/**
 * Converts between the amounts of this library and those of JSR 354, the Java Money API, by any
 * implementation. Nothing is rounded: an implementation that would change the number is refused.
 */
public final class Jsr354Money {
  private Jsr354Money() {}

  /**
   * {@return the same amount as the default implementation makes it}
   *
   * @param amount any amount in a currency that the implementation knows
   * @throws IllegalArgumentException if the implementation does not know the currency, or cannot
   *     hold the number exactly
   */
  public static MonetaryAmount to(Money amount) {
    return to(amount, Monetary.getDefaultAmountFactory());
  }

  /**
   * {@return the same amount as an implementation of your choice makes it}
   *
   * @param amount any amount in a currency that the implementation knows
   * @param factory makes the amount, such as {@code Monetary.getAmountFactory(FastMoney.class)}
   * @param <T> the implementation
   * @throws IllegalArgumentException if the implementation does not know the currency, or cannot
   *     hold the number exactly
   */
  public static <T extends MonetaryAmount> T to(Money amount, MonetaryAmountFactory<T> factory) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(factory, "factory");
    T made;
    try {
      made = factory.setCurrency(amount.currency().code()).setNumber(amount.amount()).create();
    } catch (MonetaryException | ArithmeticException e) {
      throw new IllegalArgumentException("JSR 354 cannot hold the amount: " + amount, e);
    }
    if (number(made).compareTo(amount.amount()) != 0) {
      throw new IllegalArgumentException("JSR 354 would round the amount: " + amount);
    }
    return made;
  }

  /**
   * {@return an amount of JSR 354, in a currency with the default fraction digits of its own}
   *
   * @param amount an amount in a currency with a code of three letters
   * @throws IllegalArgumentException if the code is another, or its fraction digits are not between
   *     0 and 9; if the amount has more decimals than that, or does not fit into a {@code long} of
   *     minor units
   */
  public static Money from(MonetaryAmount amount) {
    Objects.requireNonNull(amount, "amount");
    String code = amount.getCurrency().getCurrencyCode();
    int digits = amount.getCurrency().getDefaultFractionDigits();
    return from(amount, digits < 0 ? CurrencyUnit.of(code) : CurrencyUnit.of(code, digits));
  }

  /**
   * {@return an amount of JSR 354, in a currency with decimals of your choice}
   *
   * @param amount the amount
   * @param currency a currency with the code of the amount
   * @throws IllegalArgumentException if the codes differ, the amount has more decimals than the
   *     currency, or it does not fit into a {@code long} of minor units
   */
  public static Money from(MonetaryAmount amount, CurrencyUnit currency) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    Codes.requireSame(currency, amount.getCurrency().getCurrencyCode());
    return Money.of(number(amount), currency);
  }

  private static BigDecimal number(MonetaryAmount amount) {
    return amount.getNumber().numberValueExact(BigDecimal.class);
  }
}
