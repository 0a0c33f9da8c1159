package io.dunning.settlement;

import io.dunning.settlement.SettlementRule.Tier;
import java.util.ArrayList;
import java.util.List;

/** A rule for settlements in words. */
final class SettlementText {
  private SettlementText() {}

  /** Returns text such as {@code settle for 70% from 75 days past due, valid for 14 days}. */
  static String of(SettlementRule rule) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "settle for " + String.join(", ", rule.tiers().stream().map(Tier::toString).toList()));
    rule.minimumAmounts().values().forEach(m -> parts.add("from " + m));
    rule.maximumAmounts().values().forEach(m -> parts.add("up to " + m));
    rule.fromRisk().ifPresent(r -> parts.add("risk at least " + r));
    rule.floor().ifPresent(f -> parts.add("floor " + f));
    rule.approvalBelow()
        .ifPresent(a -> parts.add("below " + a + " approved by " + rule.authority()));
    parts.add(
        rule.throughDayOfMonth() == 0
            ? "valid for " + rule.validity()
            : "valid through day " + rule.throughDayOfMonth() + " of the month");
    if (rule.instalments() > 1) {
      parts.add("in " + rule.instalments() + " instalments");
    }
    rule.alternatives().forEach(a -> parts.add(a.toString()));
    parts.add("not again within " + rule.notAgainWithinDays() + " days");
    return String.join(", ", parts);
  }
}
