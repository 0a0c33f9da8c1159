package io.dunning.charge;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.DebtOrder.Debt;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DebtOrderTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
  private static final List<Debt> DEBTS =
      List.of(Debt.of("A", DUE, eur("10.00")), Debt.of("B", DUE, eur("10.00")));

  @Test
  void fillsADebtOnceThatThePayerNamedTwice() {
    DebtOrder.Allocation found =
        DebtOrder.OLDEST_DUE_FIRST.allocate(eur("20.00"), DUE, DEBTS, List.of("A", "A"));
    assertThat(found.parts()).hasToString("{A=10.00 EUR, B=10.00 EUR}");
    assertThat(found.unapplied()).isEqualTo(eur("0.00"));
  }

  @Test
  void countsADebtThatIsNamedTwiceWhereItIsNamedFirst() {
    DebtOrder.Allocation found =
        DebtOrder.OLDEST_DUE_FIRST.allocate(eur("15.00"), DUE, DEBTS, List.of("B", "A", "B"));
    assertThat(found.parts()).hasToString("{A=5.00 EUR, B=10.00 EUR}");
  }
}
