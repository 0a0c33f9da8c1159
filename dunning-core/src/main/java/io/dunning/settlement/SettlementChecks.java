package io.dunning.settlement;

import io.dunning.money.Percentage;
import io.dunning.settlement.SettlementRule.Tier;
import io.dunning.terms.Instalment;
import java.util.ArrayList;
import java.util.List;

/** Finds everything in a rule for settlements that cannot be. */
final class SettlementChecks {
  private SettlementChecks() {}

  /** Throws {@link IllegalArgumentException} with all that is wrong. */
  static void check(SettlementRule rule) {
    List<String> problems = new ArrayList<>();
    tiers(rule, problems);
    if (rule.throughDayOfMonth() < 0 || rule.throughDayOfMonth() > 31) {
      problems.add("day of the month is not between 1 and 31: " + rule.throughDayOfMonth());
    }
    if (rule.instalments() < 1 || rule.notAgainWithinDays() < 0) {
      problems.add(
          "instalments are below 1 or days between offers are negative: "
              + rule.instalments()
              + ", "
              + rule.notAgainWithinDays());
    }
    if (rule.instalments() > Instalment.MOST) {
      problems.add("more than " + Instalment.MOST + " instalments: " + rule.instalments());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("settlement rule: " + String.join("; ", problems));
    }
  }

  private static void tiers(SettlementRule rule, List<String> problems) {
    Tier before = null;
    for (Tier each : rule.tiers()) {
      Percentage share = each.share();
      if (share.value().signum() <= 0 || share.compareTo(SettlementOffer.ALL) > 0) {
        problems.add("share is not above 0% and up to 100%: " + share);
      }
      if (before != null && each.fromDaysPastDue() <= before.fromDaysPastDue()) {
        problems.add("tier does not start later than the one before it: " + each);
      }
      before = each;
    }
    for (Tier each : rule.tiers()) {
      if (rule.floor().filter(f -> f.compareTo(each.share()) > 0).isPresent()) {
        problems.add("floor of " + rule.floor().get() + " is above the offer of " + each.share());
      }
    }
  }
}
