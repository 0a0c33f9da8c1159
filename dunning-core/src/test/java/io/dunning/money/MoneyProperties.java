package io.dunning.money;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class MoneyProperties {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  @Property
  void printingAndParsingAreOpposites(@ForAll long minor) {
    Money money = Money.ofMinor(minor, EUR);
    assertThat(Money.parse(money.toString())).isEqualTo(money);
  }

  @Property
  void subtractionUndoesAddition(
      @ForAll @LongRange(min = -1L << 61, max = 1L << 61) long a,
      @ForAll @LongRange(min = -1L << 61, max = 1L << 61) long b) {
    Money sum = Money.ofMinor(a, EUR).plus(Money.ofMinor(b, EUR));
    assertThat(sum.minus(Money.ofMinor(b, EUR))).isEqualTo(Money.ofMinor(a, EUR));
  }
}
