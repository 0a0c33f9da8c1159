package io.dunning.bridges.money;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JodaMoneyTest {
  @ParameterizedTest
  @CsvSource({
    "12.40 EUR, EUR 12.40",
    "-0.01 EUR, EUR -0.01",
    "1240 JPY, JPY 1240",
    // the smallest and the largest amount
    "-92233720368547758.08 EUR, EUR -92233720368547758.08",
    "92233720368547758.07 EUR, EUR 92233720368547758.07",
  })
  void isTheSameBothWays(String own, String joda) {
    assertThat(JodaMoney.to(Money.parse(own))).isEqualTo(org.joda.money.Money.parse(joda));
    assertThat(JodaMoney.from(org.joda.money.Money.parse(joda))).isEqualTo(Money.parse(own));
  }

  @Test
  void takesDecimalsOfYourOwnAsBigMoney() {
    Money fine = Money.of("1.2345", CurrencyUnit.of("EUR", 4));
    assertThat(JodaMoney.toBig(fine)).isEqualTo(BigMoney.parse("EUR 1.2345"));
    assertThat(JodaMoney.from(JodaMoney.toBig(fine), CurrencyUnit.of("EUR", 4))).isEqualTo(fine);
  }

  @Test
  void refusesOtherDecimalsAsMoneyEvenOfZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JodaMoney.to(Money.zero(CurrencyUnit.of("EUR", 4))))
        .withMessageStartingWith("EUR has 4 decimals here, and 2 in joda-money: 0.0000 EUR\nMaybe");
  }

  @Test
  void refusesToRound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JodaMoney.from(BigMoney.parse("EUR 1.005")))
        .withMessage("amount has more decimals than EUR, which has 2: 1.005");
  }

  @Test
  void takesZerosBehindTheDecimals() {
    assertThat(JodaMoney.from(BigMoney.parse("EUR 1.5000"))).isEqualTo(eur("1.50"));
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JodaMoney.from(BigMoney.parse("EUR 92233720368547758.08")))
        .withMessageStartingWith("amount is too large for EUR");
  }

  @Test
  void refusesAnUnknownCurrencyAndAnotherOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JodaMoney.to(Money.of("1", CurrencyUnit.of("BTC", 8))))
        .withMessage("joda-money does not know the currency: BTC");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JodaMoney.from(BigMoney.parse("EUR 1"), CurrencyUnit.of("USD")))
        .withMessage("amount is not in USD: EUR");
  }
}
