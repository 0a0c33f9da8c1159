package io.dunning.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.DebtOrder.Debt;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class DebtOrderProperties {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
  private static final List<DebtOrder> ORDERS =
      List.of(DebtOrder.GERMANY, DebtOrder.KOREA, DebtOrder.PRO_RATA, DebtOrder.OLDEST_DUE_FIRST);

  /** The payer may name any debts, in any order and as often as they like. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void noDebtReceivesMoreThanItOwesWhateverThePayerNames(
      @ForAll @LongRange(max = 1_000) long payment,
      @ForAll @Size(min = 1, max = 5) List<@LongRange(max = 300) Long> owed,
      @ForAll @Size(max = 8) List<@IntRange(max = 4) Integer> named,
      @ForAll @IntRange(max = 3) int order) {
    List<Debt> debts = new ArrayList<>();
    long total = 0;
    for (long minor : owed) {
      LocalDate due = DUE.plusDays(minor % 3);
      debts.add(Debt.of("D" + debts.size(), due, Money.ofMinor(minor, EUR)));
      total += minor;
    }
    List<String> designated = named.stream().map(i -> "D" + i % debts.size()).toList();
    DebtOrder.Allocation found =
        ORDERS.get(order).allocate(Money.ofMinor(payment, EUR), DUE, debts, designated);
    long sum = 0;
    for (Debt each : debts) {
      Money part = found.parts().get(each.id());
      assertThat(part).isBetween(Money.zero(EUR), each.open());
      sum += part.minorUnits();
    }
    assertThat(sum).isEqualTo(Math.min(payment, total));
    assertThat(found.unapplied().minorUnits()).isEqualTo(payment - sum);
  }
}
