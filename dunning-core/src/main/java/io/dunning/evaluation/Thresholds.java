package io.dunning.evaluation;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.SettlementRule;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The amounts in a currency from which on, in minor units, a policy can decide otherwise. */
final class Thresholds {
  private final PreparedPolicy policy;
  private final CurrencyUnit unit;
  private final Set<Long> found = new TreeSet<>();

  Thresholds(PreparedPolicy policy, CurrencyUnit unit) {
    this.policy = policy;
    this.unit = unit;
  }

  Set<Long> all() {
    add(policy.minimums.values());
    for (PreparedStep each : policy.steps) {
      add(each.minimums.values());
    }
    policy.conditions().forEach(c -> add(c.needs().amounts()));
    if (policy.settlement != null) {
      addOffers(policy.settlement);
    }
    if (policy.nets) {
      // one unit more than the credits is owed
      found.add(1L);
    }
    return found;
  }

  private void addOffers(SettlementRule rule) {
    add(rule.minimumAmounts().values());
    Money most = rule.maximumAmounts().get(unit);
    if (most != null) {
      found.add(most.minorUnits() + 1);
    }
  }

  private void add(Collection<Money> amounts) {
    for (Money each : amounts) {
      if (each.currency().equals(unit)) {
        found.add(each.minorUnits());
      }
    }
  }
}
