package io.dunning.money;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # two decimals, none, three
          12.40 EUR, 1240
          -0.01 USD, -1
          1500 JPY, 1500
          1.234 KWD, 1234
          # a currency for which ISO 4217 names no decimals gets two
          35305.10 XXX, 3530510
          # the ends of a long
          92233720368547758.07 EUR, 9223372036854775807
          -92233720368547758.08 EUR, -9223372036854775808
          """)
  void parsesWhatItPrints(String text, long minor) {
    assertThat(Money.parse(text).minorUnits()).isEqualTo(minor);
    assertThat(Money.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.405 EUR | amount has more decimals than EUR, which has 2: 12.405
          1.5 JPY | amount has more decimals than JPY, which has 0: 1.5
          twelve EUR | amount is not a decimal number: twelve
          92233720368547758.08 EUR | amount is too large for EUR: 92233720368547758.08
          12.40 | money is not an amount, a space and a currency code: 12.40
          12.40 QQQ | no such currency: QQQ
          """)
  void refusesWhatItCannotHold(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text)).withMessage(message);
  }

  /** Generous: before numbers were bounded these took seconds, or did not end. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(
      strings = {"1e20000000", "-1e20000000", "1e999999999", "1e-999999999", "1e2147483647"})
  void refusesAmountsAndPercentagesWithAHugeExponentAtOnce(String text) {
    String many = " has more than 100 digits before or behind the decimal point: ";
    assertTimeoutPreemptively(
        SOON,
        () -> {
          assertThatIllegalArgumentException()
              .isThrownBy(() -> eur(text))
              .withMessageStartingWith("amount" + many);
          assertThatIllegalArgumentException()
              .isThrownBy(() -> Money.parse(text + " EUR"))
              .withMessageStartingWith("amount" + many);
          assertThatIllegalArgumentException()
              .isThrownBy(() -> percent(text))
              .withMessageStartingWith("percentage" + many);
          assertThatIllegalArgumentException()
              .isThrownBy(() -> Percentage.parse(text + "%"))
              .withMessageStartingWith("percentage" + many);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1e20000000 | amount is too large for EUR: 1E+20000000
          -1e999999999 | amount is too large for EUR: -1E+999999999
          1e19 | amount is too large for EUR: 1E+19
          1e-999999999 | amount has more decimals than EUR, which has 2: 1E-999999999
          0.001 | amount has more decimals than EUR, which has 2: 0.001
          """)
  void refusesDecimalNumbersThatItCannotHoldAtOnce(String number, String message) {
    BigDecimal amount = new BigDecimal(number);
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(amount, CurrencyUnit.of("EUR")))
                .withMessage(message));
  }

  @Test
  void holdsNumbersThatAreWrittenWithAnExponentOrZeros() {
    assertThat(eur("1.5e1")).isEqualTo(eur("15.00")).isEqualTo(eur("15.00000"));
    assertThat(eur("0e999999999")).isEqualTo(eur("0.00"));
    assertThat(percent("0e999999999")).isEqualTo(percent("0"));
    assertThat(Money.of(new BigDecimal("1e16"), CurrencyUnit.of("EUR")))
        .hasToString("10000000000000000.00 EUR");
  }

  @Test
  void shortensWhatItQuotes() {
    String digits = "9".repeat(1_000_000);
    String shown = "9".repeat(60) + "... (1000000 characters)";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> eur(digits))
        .withMessage("amount has more than 220 characters: " + shown);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> percent(digits))
        .withMessage("percentage has more than 220 characters: " + shown);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.parse(digits))
        .withMessage("money is not an amount, a space and a currency code: " + shown);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurrencyUnit.of(digits))
        .withMessage("no such currency: " + shown);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CurrencyUnit(digits, 2))
        .withMessageEndingWith(shown);
  }

  @Test
  void neverMixesCurrencies() {
    assertThatThrownBy(() -> eur("1.00").plus(usd("1.00")))
        .isInstanceOfSatisfying(
            CurrencyMismatchException.class,
            e -> {
              assertThat(e.expected()).hasToString("EUR");
              assertThat(e.found()).hasToString("USD");
            })
        .hasMessage("cannot add USD to EUR");
    assertThatThrownBy(() -> eur("1.00").compareTo(usd("1.00")))
        .isInstanceOf(CurrencyMismatchException.class);
    Money finer = Money.of("1.0000", CurrencyUnit.of("EUR", 4));
    assertThatThrownBy(() -> eur("1.00").minus(finer))
        .hasMessage("cannot subtract EUR with 4 decimals from EUR with 2 decimals");
  }

  @Test
  void overflowsLoudly() {
    Money most = Money.ofMinor(Long.MAX_VALUE, CurrencyUnit.of("EUR"));
    assertThatThrownBy(() -> most.plus(eur("0.01"))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofMinor(Long.MIN_VALUE, CurrencyUnit.of("EUR")).unaryMinus())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void takesSharesRoundedOnce() {
    assertThat(eur("896.00").times(percent("4"), Rounding.HALF_UP)).isEqualTo(eur("35.84"));
    assertThat(eur("0.10").times(percent("25"), Rounding.HALF_UP)).isEqualTo(eur("0.03"));
    assertThat(eur("0.10").times(percent("25"), Rounding.HALF_EVEN)).isEqualTo(eur("0.02"));
    assertThat(eur("0.10").times(percent("21"), Rounding.UP)).isEqualTo(eur("0.03"));
    assertThat(eur("0.10").times(percent("29"), Rounding.DOWN)).isEqualTo(eur("0.02"));
    assertThat(eur("-0.10").times(percent("25"), Rounding.HALF_UP)).isEqualTo(eur("-0.03"));
  }

  @Test
  void knowsItsSign() {
    assertThat(eur("0.00").isZero()).isTrue();
    assertThat(eur("0.01").isPositive()).isTrue();
    assertThat(eur("-0.01").isNegative()).isTrue();
    assertThat(eur("2.00").minus(eur("2.01")).isNegative()).isTrue();
    assertThat(eur("1.00")).isNotEqualTo(usd("1.00")).isLessThan(eur("1.01"));
    assertThat(eur("1.00")).hasSameHashCodeAs(Money.parse("1.00 EUR"));
  }

  @Test
  void percentagesPrintAsTheyParse() {
    assertThat(Percentage.parse("9.15%")).hasToString("9.15%").isEqualTo(percent("9.150"));
    assertThat(Percentage.parse("100 %")).hasToString("100%").hasSameHashCodeAs(percent("100"));
    assertThat(percent("-0.88")).isLessThan(percent("0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> percent("high"))
        .withMessage("percentage is not a decimal number: high");
  }

  @Test
  void currenciesHaveACodeAndDecimals() {
    assertThat(CurrencyUnit.of("EUR")).isSameAs(CurrencyUnit.of("EUR", 2));
    assertThat(CurrencyUnit.of("EUR", 4)).isNotEqualTo(CurrencyUnit.of("EUR"));
    assertThat(CurrencyUnit.of("EUR", 4)).isGreaterThan(CurrencyUnit.of("EUR"));
    assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyUnit("eur", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyUnit("EUR", 10));
  }

  @Test
  void addsTakesAwayAndTurnsRound() {
    assertThat(eur("1.00").plus(eur("0.25"))).isEqualTo(eur("1.25"));
    assertThat(eur("1.00").times(-3)).isEqualTo(eur("-3.00"));
    assertThat(eur("1.00").unaryMinus()).isEqualTo(eur("-1.00"));
    assertThat(Money.zero(CurrencyUnit.of("GBP"))).isEqualTo(Money.gbp("0.00"));
    assertThat(Money.gbp("4.10").amount()).isEqualByComparingTo("4.1");
  }

  @Test
  void zeroHasNoSignAndACentHasOneOnly() {
    assertThat(eur("0.00").isPositive() || eur("0.00").isNegative()).isFalse();
    assertThat(eur("0.01").isZero() || eur("0.01").isNegative()).isFalse();
    assertThat(eur("-0.01").isZero() || eur("-0.01").isPositive()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(" EUR"));
  }

  /** Unlike values should not all fall on one place. */
  @Test
  void hashesByAmountAndCurrency() {
    assertThat(eur("1.00").hashCode())
        .isNotEqualTo(eur("1.01").hashCode())
        .isNotEqualTo(usd("1.00").hashCode())
        .isEqualTo(100 * 31 + CurrencyUnit.of("EUR").hashCode());
    assertThat(CurrencyUnit.of("EUR").hashCode()).isEqualTo("EUR".hashCode() * 31 + 2);
    assertThat(percent("1").hashCode()).isNotEqualTo(percent("2").hashCode());
  }

  @Test
  void percentagesAreEqualByValue() {
    assertThat(percent("1")).isNotEqualTo(percent("2")).isNotEqualTo("1%");
    assertThat(percent("1200").value()).isEqualByComparingTo("1200");
    assertThat(percent("1200")).hasToString("1200%");
    assertThat(percent("1E+2")).hasToString("100%");
    assertThat(percent("0.10").value()).hasToString("0.1");
  }

  @Test
  void currenciesFromElsewhereAreTheSame() throws java.io.IOException, ClassNotFoundException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(CurrencyUnit.of("EUR"));
    }
    try (var in =
        new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isSameAs(CurrencyUnit.of("EUR"));
    }
    assertThat(new CurrencyUnit("AAZ", 0)).hasToString("AAZ");
    assertThat(new CurrencyUnit("ZZA", 9).decimals()).isEqualTo(9);
    assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyUnit("A@A", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyUnit("A[A", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyUnit("EUR", -1));
    assertThat(CurrencyUnit.of("JPY").decimals()).isZero();
  }
}
