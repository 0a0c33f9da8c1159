package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.money.Money;
import io.dunning.sentence.SentenceException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much may be left of an invoice that counts as settled. */
class ToleranceTest {

  // the smaller of amount and share counts; all of an invoice is never a difference
  @ParameterizedTest
  @CsvSource({
    "up to 1.00 EUR, 100.00 EUR, 0.01, true",
    "up to 1.00 EUR, 100.00 EUR, 1.00, true",
    "up to 1.00 EUR, 100.00 EUR, 1.01, false",
    "up to 1.00 EUR, 100.00 EUR, 0.00, false",
    "up to 1.00 EUR, 1.00 EUR, 0.99, true",
    "up to 1.00 EUR, 1.00 EUR, 1.00, false",
    "up to 1.00 USD, 100.00 EUR, 0.01, false",
    "none, 100.00 EUR, 0.01, false",
    "'up to 1.00 EUR, at most 0.5% of the invoice', 100.00 EUR, 0.50, true",
    "'up to 1.00 EUR, at most 0.5% of the invoice', 100.00 EUR, 0.51, false",
    "'up to 1.00 EUR, at most 0.5% of the invoice', 101.99 EUR, 0.51, false",
    "'up to 1.00 EUR, at most 0.5% of the invoice', 900.00 EUR, 1.01, false"
  })
  void coversWhatIsWithinAmountAndShare(String words, String amount, String open, boolean covers) {
    Invoice invoice = Fixtures.invoice("I", Money.parse(amount), LocalDate.of(2026, 3, 1));
    assertThat(Tolerance.parse(words).covers(invoice, eur(open).minorUnits())).isEqualTo(covers);
  }

  @Test
  void readsWhatItPrints() {
    Tolerance both = Tolerance.upTo(eur("1.00"), usd("2.00")).atMost(percent("0.5"));
    assertThat(both).hasToString("up to 1.00 EUR or 2.00 USD, at most 0.5% of the invoice");
    assertThat(Tolerance.parse(both.toString())).isEqualTo(both);
    assertThat(Tolerance.parse("none")).isEqualTo(Tolerance.NONE).hasToString("none");
    assertThat(Tolerance.parse("up to 1.00 EUR")).isEqualTo(Tolerance.upTo(eur("1.00")));
  }

  @Test
  void nothingMayBeLeftOfAShareOrAnAmountOfNothing() {
    assertThat(Tolerance.NONE.isNone()).isTrue();
    assertThat(Tolerance.upTo(eur("0.00"))).isEqualTo(Tolerance.NONE);
    assertThat(Tolerance.upTo(eur("1.00")).atMost(percent("0"))).isEqualTo(Tolerance.NONE);
    assertThat(Tolerance.upTo(eur("1.00")).atMost(percent("100")).isNone()).isFalse();
    assertThat(Tolerance.upTo(eur("1.00"), usd("0.00"))).isEqualTo(Tolerance.upTo(eur("1.00")));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> Tolerance.upTo(eur("-0.01")))
        .hasMessage("tolerance is negative: -0.01 EUR");
    assertThatThrownBy(() -> Tolerance.upTo(eur("1.00"), eur("2.00")))
        .hasMessage("tolerance has two amounts in one currency: 1.00 EUR and 2.00 EUR");
    assertThatThrownBy(() -> Tolerance.upTo(eur("1.00")).atMost(percent("100.01")))
        .hasMessage("tolerance is not between 0% and 100%: 100.01%");
    assertThatThrownBy(() -> Tolerance.upTo(eur("1.00")).atMost(percent("-0.01")))
        .hasMessage("tolerance is not between 0% and 100%: -0.01%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.00 EUR", "up to", "up to 1.00 EUR, at most 1%", "none or 1.00 EUR", ""})
  void refusesOtherWords(String words) {
    assertThatThrownBy(() -> Tolerance.parse(words)).isInstanceOf(SentenceException.class);
  }
}
