package io.dunning.bridges.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import javax.money.Monetary;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.RoundedMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Jsr354MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "12.40 EUR",
    "-0.01 EUR",
    "1240 JPY",
    "1.234 KWD",
    "-92233720368547758.08 EUR",
    "92233720368547758.07 EUR"
  })
  void isTheSameBothWays(String text) {
    Money amount = Money.parse(text);
    assertThat(Jsr354Money.from(Jsr354Money.to(amount))).isEqualTo(amount);
  }

  @Test
  void worksWithAnImplementationOfYourChoice() {
    Money amount = Money.parse("12.40 EUR");
    FastMoney fast = Jsr354Money.to(amount, Monetary.getAmountFactory(FastMoney.class));
    assertThat(fast).isEqualTo(FastMoney.of(12.40, "EUR"));
    assertThat(Jsr354Money.from(fast)).isEqualTo(amount);
  }

  @Test
  void refusesWhatAnImplementationCannotHold() {
    Money large = Money.parse("92233720368547758.07 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsr354Money.to(large, Monetary.getAmountFactory(FastMoney.class)))
        .withMessage("JSR 354 cannot hold the amount: 92233720368547758.07 EUR");
  }

  @Test
  void refusesAnImplementationThatRounds() {
    Money fine = Money.of("1.2345678", CurrencyUnit.of("EUR", 7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsr354Money.to(fine, Monetary.getAmountFactory(FastMoney.class)))
        .withMessageContaining("1.2345678 EUR");
    assertThat(Jsr354Money.to(fine, Monetary.getAmountFactory(RoundedMoney.class)).getNumber())
        .hasToString("1.2345678");
  }

  @Test
  void keepsDecimalsOfYourOwnIfYouAskForThem() {
    CurrencyUnit four = CurrencyUnit.of("EUR", 4);
    Money fine = Money.of("1.2345", four);
    assertThat(Jsr354Money.from(Jsr354Money.to(fine), four)).isEqualTo(fine);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsr354Money.from(Jsr354Money.to(fine)))
        .withMessage("amount has more decimals than EUR, which has 2: 1.2345");
  }

  @Test
  void refusesAnUnknownCurrencyAndAnotherOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsr354Money.to(Money.of("1", CurrencyUnit.of("BTC", 8))))
        .withMessage("JSR 354 cannot hold the amount: 1.00000000 BTC");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsr354Money.from(FastMoney.of(1, "EUR"), CurrencyUnit.of("USD")))
        .withMessage("amount is not in USD: EUR");
  }
}
