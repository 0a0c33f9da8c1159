package io.dunning.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import org.junit.jupiter.api.Test;

class AmountTestTest {
  private static final Condition LARGE =
      Condition.overdueAtLeast(Money.eur("500.00"))
          .or(Condition.overdueAtLeast(Money.usd("600.00")))
          .or(Condition.balanceAtLeast(Money.eur("900.00")));

  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final CurrencyUnit USD = CurrencyUnit.of("USD");

  private static boolean holds(long open, long overdue, CurrencyUnit in) {
    AmountTest test = AmountTest.of(LARGE, true);
    return test.holds(open, overdue, 0, Names.currency(in));
  }

  @Test
  void oneOfSeveralSumsIsEnough() {
    assertThat(holds(50_000, 50_000, EUR)).isTrue();
    assertThat(holds(90_000, 0, EUR)).isTrue();
    assertThat(holds(60_000, 60_000, USD)).isTrue();
  }

  @Test
  void eachSumIsOfItsOwnCurrency() {
    assertThat(holds(89_999, 49_999, EUR)).isFalse();
    assertThat(holds(90_000, 59_999, USD)).isFalse();
  }

  @Test
  void doesNotKnowOtherCombinations() {
    Condition euros = Condition.overdueAtLeast(Money.eur("500.00"));
    Condition dollars = Condition.overdueAtLeast(Money.usd("500.00"));
    assertThat(AmountTest.of(euros.and(dollars), true).isUnknown()).isTrue();
    assertThat(AmountTest.of(euros.or(dollars).not(), true).isUnknown()).isTrue();
    assertThat(AmountTest.of(euros.or(Condition.customerTagged("good")), true).isUnknown())
        .isTrue();
    assertThat(AmountTest.of(euros.or(Condition.always()), true).isUnknown()).isTrue();
    Condition charged = Condition.chargesAtLeast(Money.eur("1.00"));
    assertThat(AmountTest.of(euros.or(charged), true).isUnknown()).isTrue();
  }
}
