package io.dunning.reports;

import io.dunning.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes numbers as readers of a locale expect: {@code 1,234.50} or {@code 1.234,50}. Digits are
 * grouped by three. Dates are not its business: a report writes them as {@code 2026-06-30}, which
 * nobody misreads. Immutable and thread-safe.
 */
public final class Figures {
  private static final int GROUP = 3;

  private final Locale locale;
  private final DecimalFormatSymbols symbols;

  private Figures(Locale locale) {
    this.locale = locale;
    symbols = DecimalFormatSymbols.getInstance(locale);
  }

  /**
   * {@return figures as readers of a locale expect them}
   *
   * @param locale the language and region
   */
  public static Figures in(Locale locale) {
    return new Figures(Objects.requireNonNull(locale, "locale"));
  }

  Locale locale() {
    return locale;
  }

  /** What stands before decimals, between groups of digits, before a negative number; and zero. */
  String[] symbols() {
    return new String[] {
      String.valueOf(symbols.getDecimalSeparator()),
      String.valueOf(symbols.getGroupingSeparator()),
      String.valueOf(symbols.getMinusSign()),
      String.valueOf(symbols.getZeroDigit())
    };
  }

  /**
   * {@return an amount without its currency, such as {@code 1,234.50}}
   *
   * @param amount the amount
   */
  public String amount(Money amount) {
    return number(amount.amount());
  }

  /**
   * {@return an amount and its currency, such as {@code 1,234.50 EUR}}
   *
   * @param amount the amount
   */
  public String money(Money amount) {
    return amount(amount) + "\u00a0" + amount.currency().code();
  }

  /**
   * {@return amounts, such as {@code 5.00 EUR + 7.00 USD}}
   *
   * @param amounts the amounts
   */
  public String money(Collection<Money> amounts) {
    return amounts.stream().map(this::money).collect(Collectors.joining(" + "));
  }

  /**
   * {@return a whole number, such as {@code 12,345}}
   *
   * @param count the number
   */
  public String count(long count) {
    return number(BigDecimal.valueOf(count));
  }

  /**
   * {@return a number with as many decimals as asked for, rounded half up}
   *
   * @param number the number
   * @param decimals how many decimals, 0 or more
   */
  public String decimal(BigDecimal number, int decimals) {
    return number(number.setScale(decimals, RoundingMode.HALF_UP));
  }

  /**
   * {@return a number of percent, such as {@code 12.5%}}
   *
   * @param percent 100 for a whole
   * @param decimals how many decimals, 0 or more
   */
  public String percent(BigDecimal percent, int decimals) {
    return decimal(percent, decimals) + "%";
  }

  private String number(BigDecimal number) {
    String plain = number.abs().toPlainString();
    int point = plain.indexOf('.');
    int whole = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder();
    if (number.signum() < 0) {
      text.append(symbols.getMinusSign());
    }
    for (int i = 0; i < plain.length(); i++) {
      if (i == point) {
        text.append(symbols.getDecimalSeparator());
        continue;
      }
      if (i > 0 && i < whole && (whole - i) % GROUP == 0) {
        text.append(symbols.getGroupingSeparator());
      }
      text.append((char) (symbols.getZeroDigit() + plain.charAt(i) - '0'));
    }
    return text.toString();
  }
}
