package io.dunning.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  /** Generous: before the limit these took minutes, or did not end. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(strings = {"12.40", "-0.88", "+1", "1E+2", "1e99", "1e-100", "0", "0.00"})
  void readsNumbersOfASensibleSize(String text) {
    assertThat(Decimals.parse("rate", text)).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1e100 | 1E+100
          -1e20000000 | -1E+20000000
          1e999999999 | 1E+999999999
          1e2147483647 | 1E+2147483647
          100e2147483647 | 1.00E+2147483649
          1e-101 | 1E-101
          1e-999999999 | 1E-999999999
          """)
  void refusesNumbersOfManyDigits(String text, String shown) {
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.parse("rate", text))
                .withMessage(
                    "rate has more than 100 digits before or behind the decimal point: " + shown));
  }

  @Test
  void readsZeroWhateverItsExponent() {
    assertThat(Decimals.parse("rate", "0e999999999")).isEqualTo(BigDecimal.ZERO);
    assertThat(Decimals.parse("rate", "0e-999999999")).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void refusesLongTextUnread() {
    String digits = "9".repeat(10_000_000);
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.parse("rate", digits))
                .withMessage(
                    "rate has more than 220 characters: "
                        + "9".repeat(60)
                        + "... (10000000 characters)"));
  }

  @Test
  void shortensWhatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.parse("rate", "x".repeat(220)))
        .withMessage("rate is not a decimal number: " + "x".repeat(60) + "... (220 characters)");
  }

  @Test
  void boundsNumbersThatWereReadElsewhere() {
    BigDecimal fine = new BigDecimal(BigInteger.ONE, 101);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.bounded("base amount", fine))
        .withMessageStartingWith("base amount has more than 100 digits");
    assertThat(Decimals.bounded("base amount", BigDecimal.TEN)).isEqualTo(BigDecimal.TEN);
  }
}
