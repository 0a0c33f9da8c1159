package io.dunning.bridges.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneyBridgesProperties {
  @Provide
  Arbitrary<Money> amounts() {
    Arbitrary<CurrencyUnit> currency =
        Arbitraries.of("EUR", "USD", "JPY", "KWD", "KRW", "CHF").map(CurrencyUnit::of);
    return Combinators.combine(Arbitraries.longs(), currency).as(Money::ofMinor);
  }

  @Provide
  Arbitrary<Money> fineAmounts() {
    Arbitrary<CurrencyUnit> currency =
        Arbitraries.integers().between(0, 9).map(decimals -> CurrencyUnit.of("EUR", decimals));
    return Combinators.combine(Arbitraries.longs(), currency).as(Money::ofMinor);
  }

  @Property
  void jodaMoneyLeadsBack(@ForAll("amounts") Money amount) {
    assertThat(JodaMoney.from(JodaMoney.to(amount))).isEqualTo(amount);
  }

  @Property
  void bigMoneyLeadsBackWithDecimalsOfYourOwn(@ForAll("fineAmounts") Money amount) {
    assertThat(JodaMoney.from(JodaMoney.toBig(amount), amount.currency())).isEqualTo(amount);
  }

  @Property
  void jsr354LeadsBack(@ForAll("amounts") Money amount) {
    assertThat(Jsr354Money.from(Jsr354Money.to(amount))).isEqualTo(amount);
  }

  @Property
  void jsr354LeadsBackWithDecimalsOfYourOwn(@ForAll("fineAmounts") Money amount) {
    assertThat(Jsr354Money.from(Jsr354Money.to(amount), amount.currency())).isEqualTo(amount);
  }

  @Property
  void sumsAreTheSameOnBothSides(@ForAll("amounts") Money amount, @ForAll("amounts") Money other) {
    Money half = Money.ofMinor(amount.minorUnits() / 2, amount.currency());
    Money rest = Money.ofMinor(other.minorUnits() / 2, amount.currency());
    assertThat(JodaMoney.to(half).plus(JodaMoney.to(rest)))
        .isEqualTo(JodaMoney.to(half.plus(rest)));
    assertThat(Currency.getInstance(amount.currency().code()))
        .isEqualTo(JavaCurrencies.to(amount.currency()));
  }
}
