package io.dunning.bridges.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.money.CurrencyUnit;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCurrenciesTest {
  @ParameterizedTest
  @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3", "CLF, 4", "XXX, 2"})
  void keepsCodeAndDecimals(String code, int decimals) {
    CurrencyUnit unit = JavaCurrencies.from(Currency.getInstance(code));
    assertThat(unit).isEqualTo(CurrencyUnit.of(code, decimals));
  }

  @Test
  void leadsBackForEveryCurrencyOfTheJdk() {
    for (Currency each : Currency.getAvailableCurrencies()) {
      assertThat(JavaCurrencies.to(JavaCurrencies.from(each))).isEqualTo(each);
    }
  }

  @Test
  void refusesOtherDecimals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JavaCurrencies.to(CurrencyUnit.of("EUR", 4)))
        .withMessage("EUR has 4 decimals here, and 2 in java.util.Currency");
  }

  @Test
  void refusesACodeThatIso4217DoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JavaCurrencies.to(CurrencyUnit.of("BTC", 8)))
        .withMessage("no such currency: BTC");
  }
}
