package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  private static long number(String text, int decimals) {
    char[] around = ("9" + text + "9").toCharArray();
    return Digits.number(around, 1, text.length() + 1, decimals);
  }

  private static LocalDate plain(String text) {
    return Day.plain(("9" + text + "9").toCharArray(), 1, text.length() + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 0",
    "12, 2, 1200",
    "12.3, 2, 1230",
    "-0.05, 2, -5",
    "+7.00, 2, 700",
    "0012.34, 2, 1234",
    "15, 0, 15",
    "9999999999999999.99, 2, 999999999999999999",
    "999999999999999999, 0, 999999999999999999"
  })
  void readsWhatIsWrittenAsAlmostAllNumbersAre(String text, int decimals, long expected) {
    assertThat(number(text, decimals)).isEqualTo(expected);
  }

  /** The full reader decides about these. */
  @ParameterizedTest
  @CsvSource({
    "'', 2",
    "-, 2",
    ".5, 2",
    "5., 2",
    "1.2.3, 2",
    "1.005, 2",
    "1.5, 0",
    "1e3, 2",
    "'1,5', 2",
    "١٢, 2",
    "10000000000000000, 3",
    "1000000000000000000, 0",
    "99999999999999999999999999999999, 0"
  })
  void leavesTheRestToTheFullReader(String text, int decimals) {
    assertThat(number(text, decimals)).isEqualTo(Digits.NOT_PLAIN);
  }

  /** Whatever is read in the short way is what the full reader of amounts makes of it. */
  @Test
  void readsAmountsAsTheFullReaderDoes() {
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      String text = random(random, "00123456789.-+ e", 1 + random.nextInt(21));
      CurrencyUnit unit = CurrencyUnit.of("EUR", random.nextInt(5));
      long found = number(text, unit.decimals());
      if (found != Digits.NOT_PLAIN) {
        assertThat(text).matches("[+-]?\\d{1,18}(\\.\\d{1,9})?");
        assertThat(Money.of(text, unit)).isEqualTo(Money.ofMinor(found, unit));
        read++;
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @Test
  void readsEveryDayOfTheCalendarAndNoOther() {
    for (int year : new int[] {1, 4, 1900, 2000, 2023, 2024, 9999}) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          String text = String.format("%04d-%02d-%02d", year, month, day);
          assertThat(plain(text)).as(text).isEqualTo(full(text));
        }
      }
    }
  }

  private static LocalDate full(String text) {
    try {
      return Day.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "0000-01-01",
    "-999-01-01",
    "2026/01/31",
    "2026-1-031",
    "2026-01-3",
    "+2026-01-31",
    "31.01.2026",
    "２０26-01-31",
    "2026-01-31T"
  })
  void leavesOtherDatesToTheFullReader(String text) {
    assertThat(plain(text)).isNull();
  }

  private static String random(Random random, String from, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }
}
