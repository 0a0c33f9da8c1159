package io.dunning.benchmarks;

import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.ledger.InvoiceHistory;
import java.util.List;

/** Late interest beside loops by hand. */
final class CostOfInterest {
  private CostOfInterest() {}

  /** Times of the ways to find the interest of so many debts. */
  static String table(int count) {
    List<LateDebts.Debt> debts = LateDebts.debts(count);
    List<InvoiceHistory> histories = LateDebts.histories(debts);
    LateInterest rule = LateDebts.rule();
    ChargeRules rules = ChargeRules.of(rule).paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS);
    return new CpuTimes()
        .add("by hand, 128-bit products", count, () -> byHand(debts))
        .add("`LateInterest.interestMinor`", count, () -> interest(rule, debts))
        .add("as a statement with all its lines", count, () -> statements(rules, histories))
        .table();
  }

  private static long byHand(List<LateDebts.Debt> debts) {
    long sum = 0;
    for (LateDebts.Debt each : debts) {
      sum += LateDebts.byHand(each);
    }
    return sum;
  }

  private static long interest(LateInterest rule, List<LateDebts.Debt> debts) {
    long sum = 0;
    for (LateDebts.Debt each : debts) {
      long[] days = each.days();
      sum +=
          rule.interestMinor(
              each.amount(), each.due(), Draws.AS_OF, days, each.payments(), days.length);
    }
    return sum;
  }

  private static long statements(ChargeRules rules, List<InvoiceHistory> histories) {
    long sum = 0;
    for (InvoiceHistory each : histories) {
      sum += rules.accrue(each, Draws.AS_OF_DATE).interest().minorUnits();
    }
    return sum;
  }
}
