package io.dunning.charge;

import io.dunning.charge.LateFee.Banding;
import io.dunning.money.Money;
import java.util.List;

/** Works out what a late fee comes to on a base. */
final class FeeAmount {
  private FeeAmount() {}

  /** The fee on a base, in its currency; zero if no band and no share applies. */
  static Money of(LateFee rule, Money base) {
    Money fee = Money.zero(base.currency());
    if (!base.isPositive()) {
      return fee;
    }
    List<FeeBand> reached =
        rule.bands().stream()
            .filter(b -> b.from().currency().equals(base.currency()))
            .filter(b -> base.compareTo(b.from()) >= 0)
            .toList();
    if (rule.own().isPresent()) {
      return withinEnds(rule, rule.own().get().of(base));
    }
    if (rule.share().isEmpty() && reached.isEmpty()) {
      return fee;
    }
    if (rule.share().isPresent()) {
      fee = rule.share().get().of(base, rule.rounding());
    }
    return withinEnds(rule, fee.plus(ofBands(rule, base, reached)));
  }

  /** What the bands that a base reaches ask of it: the highest, or each of its own part. */
  private static Money ofBands(LateFee rule, Money base, List<FeeBand> reached) {
    Money fee = Money.zero(base.currency());
    for (int i = 0; i < reached.size(); i++) {
      FeeBand band = reached.get(i);
      boolean highest = i + 1 == reached.size();
      if (rule.banding() == Banding.MARGINAL) {
        Money top = highest ? base : reached.get(i + 1).from();
        fee = fee.plus(band.of(top.minus(band.from()), rule.rounding()));
      } else if (highest) {
        fee = band.of(base, rule.rounding());
      }
    }
    return fee;
  }

  private static Money withinEnds(LateFee rule, Money amount) {
    Money fee = amount;
    for (Money least : rule.minimums()) {
      fee = least.currency().equals(fee.currency()) && fee.compareTo(least) < 0 ? least : fee;
    }
    for (Money most : rule.maximums()) {
      fee = most.currency().equals(fee.currency()) && fee.compareTo(most) > 0 ? most : fee;
    }
    return fee;
  }
}
