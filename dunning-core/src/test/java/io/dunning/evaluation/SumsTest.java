package io.dunning.evaluation;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.gbp;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is open and overdue, by currency, with and without credits. */
class SumsTest {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final CurrencyUnit GBP = CurrencyUnit.of("GBP");
  private static final CurrencyUnit USD = CurrencyUnit.of("USD");

  private static Sums sums() {
    Sums sums = new Sums();
    sums.add(USD, 500, 300);
    sums.add(EUR, 100, 40);
    sums.add(USD, 50, 0);
    sums.add(EUR, 10, 5);
    return sums;
  }

  private static SortedMap<CurrencyUnit, Money> credits(Money... all) {
    SortedMap<CurrencyUnit, Money> credits = new TreeMap<>();
    for (Money each : all) {
      credits.put(each.currency(), each);
    }
    return credits;
  }

  @Test
  void currenciesAreSummedApart() {
    Sums sums = sums();
    assertThat(List.of(sums.open(USD), sums.overdue(USD))).containsExactly(550L, 300L);
    assertThat(List.of(sums.open(EUR), sums.overdue(EUR))).containsExactly(110L, 45L);
    assertThat(List.of(sums.open(GBP), sums.overdue(GBP))).containsExactly(0L, 0L);
    assertThat(sums.overdue()).containsExactly(eur("0.45"), usd("3.00"));
    assertThat(sums.currency()).isEqualTo(USD);
    assertThat(sums.others()).containsExactly(EUR);
    assertThat(sums.isOnly(USD)).isFalse();
  }

  @Test
  void oneCurrencyIsTheOnlyOne() {
    Sums sums = new Sums();
    assertThat(sums.overdue()).isEmpty();
    assertThat(sums.isOnly(EUR)).isFalse();
    assertThat(sums.open(EUR)).isZero();
    sums.add(EUR, 100, 0);
    assertThat(sums.overdue()).isEmpty();
    assertThat(sums.isOnly(EUR)).isTrue();
    assertThat(sums.isOnly(USD)).isFalse();
    sums.add(EUR, 100, 7);
    assertThat(sums.overdue()).containsExactly(eur("0.07"));
    assertThat(sums.others()).isEmpty();
    sums.add(USD, 1, 0);
    assertThat(sums.overdue()).containsExactly(eur("0.07"));
  }

  @Test
  void creditsLowerWhatIsOwedButNeverBelowNothing() {
    Sums sums = sums();
    sums.net(credits(eur("0.50"), gbp("9.00")));
    assertThat(List.of(sums.open(EUR), sums.overdue(EUR))).containsExactly(60L, 0L);
    assertThat(List.of(sums.open(USD), sums.overdue(USD))).containsExactly(550L, 300L);
    assertThat(sums.overdue()).containsExactly(eur("0.45"), usd("3.00"));
  }

  @Test
  void creditsCoverTheDebtIfTheyCoverItInEveryCurrency() {
    Sums sums = sums();
    assertThat(sums.covered()).isNull();
    sums.net(credits(eur("0.45")));
    assertThat(sums.covered()).isNull();
    sums.net(credits(eur("0.45"), usd("2.99")));
    assertThat(sums.covered()).isNull();
    sums.net(credits(eur("0.45"), usd("3.00")));
    assertThat(sums.covered()).containsExactly(eur("0.45"), eur("0.45"));
    sums.net(credits(eur("9.00"), usd("3.00")));
    assertThat(sums.covered()).containsExactly(eur("0.45"), eur("9.00"));
  }
}
