package io.dunning.letters;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes amounts, dates and rates as readers of a locale expect. Used by one letter at a time. */
final class LetterFormat {
  private final Phrases phrases;
  private final Locale locale;
  private final DateTimeFormatter longDate;
  private final DateTimeFormatter shortDate;
  private final Map<CurrencyUnit, NumberFormat> currencies = new HashMap<>();

  LetterFormat(Phrases phrases, Locale locale) {
    this.phrases = phrases;
    this.locale = locale;
    longDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    shortDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  Locale locale() {
    return locale;
  }

  /** Such as {@code 9 March 2026}. */
  String date(LocalDate day) {
    return first(day, longDate.format(day));
  }

  /** Such as {@code 09.03.2026}, for tables. */
  String dateInTable(LocalDate day) {
    return first(day, shortDate.format(day));
  }

  /** French calls the first day of a month the first one, which the JDK does not. */
  private String first(LocalDate day, String written) {
    return day.getDayOfMonth() == 1 && written.startsWith("1 ") && phrases.has("date.first")
        ? phrases.text("date.first") + written.substring(1)
        : written;
  }

  /** Such as {@code 1.234,50 €}. */
  String money(Money amount) {
    String phrase = "money." + amount.currency().code();
    if (phrases.has(phrase)) {
      NumberFormat number = NumberFormat.getNumberInstance(locale);
      number.setMinimumFractionDigits(amount.currency().decimals());
      return phrases.text(phrase, Map.of("number", number.format(amount.amount())));
    }
    NumberFormat format = currencies.computeIfAbsent(amount.currency(), this::currency);
    return format.format(amount.amount());
  }

  private NumberFormat currency(CurrencyUnit unit) {
    NumberFormat format;
    try {
      format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(Currency.getInstance(unit.code()));
    } catch (IllegalArgumentException e) { // a code of the host's own
      format = NumberFormat.getNumberInstance(locale);
      if (format instanceof java.text.DecimalFormat plain) {
        plain.setPositiveSuffix(" " + unit.code());
        plain.setNegativeSuffix(" " + unit.code());
      }
    }
    format.setMinimumFractionDigits(unit.decimals());
    format.setMaximumFractionDigits(unit.decimals());
    return format;
  }

  /** Amounts of several currencies in a sentence, such as {@code 5,00 € und 7,00 $}. */
  String money(List<Money> amounts) {
    return list(amounts.stream().map(this::money).toList());
  }

  /** Such as {@code 9.12%}; as exact as the rate is. */
  String percent(Percentage rate) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    BigDecimal value = rate.value().stripTrailingZeros();
    int decimals = value.scale() <= 0 ? 0 : Math.max(2, value.scale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value.movePointLeft(2));
  }

  /** Several things in a sentence, such as {@code A, B and C}. */
  String list(List<String> all) {
    return list(all, "list.and");
  }

  /** One of several things in a sentence, such as {@code A, B or C}. */
  String either(List<String> all) {
    return list(all, "list.or");
  }

  private String list(List<String> all, String phrase) {
    if (all.size() < 2) {
      return String.join("", all);
    }
    int last = all.size() - 1;
    String comma = phrases.text("list.comma") + " ";
    String first = String.join(comma, all.subList(0, last));
    return phrases.text(phrase, Map.of("first", first, "last", all.get(last)));
  }
}
