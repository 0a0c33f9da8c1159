package io.dunning.check;

import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.LateFee;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The debts at which charges change, and the currencies in which charges are given. */
final class ChargeEdges {
  private ChargeEdges() {}

  /** Where the bands of fees begin. */
  static List<Money> begins(ChargeRules rules) {
    List<Money> all = new ArrayList<>();
    for (LateFee each : rules.fees()) {
      each.bands().forEach(b -> all.add(b.from()));
    }
    return all;
  }

  /**
   * Whatever is given in a currency: bands of fees, their least and highest amounts, caps, and the
   * least interest. No decision about a debt changes at these amounts, so that only their
   * currencies matter.
   */
  static List<Money> of(ChargeRules rules) {
    List<Money> all = begins(rules);
    for (LateFee each : rules.fees()) {
      all.addAll(each.minimums());
      all.addAll(each.maximums());
    }
    rules.cap().ifPresent(c -> all.addAll(c.amounts()));
    rules.interest().ifPresent(i -> all.addAll(i.minimums().values()));
    return all;
  }

  /**
   * The debts of which a fee is just a share.
   *
   * @param fee the fee
   * @param share the share
   * @param debts usual debts, at which the fee is looked at, as it is where each band begins
   */
  static List<Money> atShare(LateFee fee, Percentage share, List<Money> debts) {
    List<Money> all = new ArrayList<>();
    if (share.value().signum() > 0) {
      debts.forEach(d -> add(all, fee.of(d), share));
      for (FeeBand each : fee.bands()) {
        long from = Math.max(1, each.from().minorUnits());
        add(all, fee.of(Money.ofMinor(from, each.from().currency())), share);
      }
    }
    return all;
  }

  private static void add(List<Money> all, Money fee, Percentage share) {
    if (fee.isPositive()) {
      long debt =
          BigDecimal.valueOf(fee.minorUnits())
              .movePointRight(2)
              .divide(share.value(), 0, RoundingMode.CEILING)
              .min(BigDecimal.valueOf(Long.MAX_VALUE / 100))
              .longValueExact();
      all.add(Money.ofMinor(debt, fee.currency()));
    }
  }
}
