package io.dunning.check;

import static io.dunning.check.PolicyFinding.warning;

import io.dunning.charge.ChargeCap;
import io.dunning.charge.FeeBand;
import io.dunning.charge.LateFee;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.policy.DunningPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds fees that are above the cap of all charges, whatever is owed. */
final class CapFaults {
  /** The largest debts that are tried are so many times a typical one. */
  private static final long MOST = 10_000;

  private final DunningPolicy policy;
  private final Boundary boundary;
  private final ChargeCap cap;
  private final List<PolicyFinding> all = new ArrayList<>();

  private CapFaults(DunningPolicy policy, Boundary boundary, ChargeCap cap) {
    this.policy = policy;
    this.boundary = boundary;
    this.cap = cap;
  }

  /** Each band of a fee in a currency that is above the cap for all debts in it. */
  static List<PolicyFinding> of(
      DunningPolicy policy, Boundary boundary, String place, LateFee fee, CurrencyUnit currency) {
    Optional<ChargeCap> cap = policy.charges().cap();
    if (cap.isEmpty()) {
      return List.of();
    }
    CapFaults found = new CapFaults(policy, boundary, cap.get());
    found.fee(place, fee, currency);
    return found.all;
  }

  private void fee(String place, LateFee fee, CurrencyUnit currency) {
    long least = smallest(currency);
    long typical = boundary.typical(currency).minorUnits();
    long most = Math.min(typical, Long.MAX_VALUE / 100 / MOST) * MOST;
    SortedSet<Long> begins = new TreeSet<>(List.of(0L));
    for (FeeBand each : fee.bands()) {
      if (each.from().currency().equals(currency)) {
        begins.add(each.from().minorUnits());
      }
    }
    for (long begin : begins) {
      long end = begins.tailSet(begin + 1).stream().findFirst().orElse(Math.max(most, begin + 1));
      band(place, fee, currency, Math.max(least, begin), end);
    }
  }

  /** The least debt that the policy does anything about, and at least one of the currency. */
  private long smallest(CurrencyUnit currency) {
    Money one = Money.of("1", currency);
    Money minimum = policy.minimumAmounts().getOrDefault(currency, one);
    Money settled = policy.account().tolerance().amounts().get(currency);
    long open = settled == null ? 1 : settled.minorUnits() + 1;
    return Math.max(one.minorUnits(), Math.max(minimum.minorUnits(), open));
  }

  /** A debt that does not bear the fee says nothing. */
  private void band(String place, LateFee fee, CurrencyUnit currency, long from, long end) {
    Money shown = null;
    boolean lowest = from == smallest(currency);
    Money typical = boundary.typical(currency);
    for (Money debt : debts(currency, from, end)) {
      Money charged = fee.of(debt);
      if (charged.isPositive() && !isAbove(charged, debt)) {
        return;
      }
      boolean first = shown == null || lowest && debt.equals(typical);
      shown = charged.isPositive() && first ? debt : shown;
    }
    if (shown != null) {
      all.add(
          warning(
              FindingKind.FEE_ABOVE_CAP,
              place,
              "the fee of %s for %s is above the cap of %s, and is never charged in full"
                  .formatted(fee.of(shown), shown, limit(shown).orElseThrow())));
    }
  }

  /** Debts from the least to the largest of a band, each about a tenth larger than the last. */
  private List<Money> debts(CurrencyUnit currency, long from, long end) {
    List<Money> debts = new ArrayList<>();
    for (long minor = from; minor < end; minor += Math.max(1, minor / 10)) {
      debts.add(Money.ofMinor(minor, currency));
    }
    long typical = boundary.typical(currency).minorUnits();
    for (long each : List.of(typical, end - 1)) {
      if (each >= from && each < end) {
        debts.add(Money.ofMinor(each, currency));
      }
    }
    return debts;
  }

  private boolean isAbove(Money charged, Money debt) {
    return limit(debt).map(l -> charged.compareTo(l) > 0).orElse(false);
  }

  private Optional<Money> limit(Money debt) {
    Optional<Money> share = cap.share().map(s -> debt.times(s, Rounding.DOWN));
    Optional<Money> amount =
        cap.amounts().stream()
            .filter(a -> a.currency().equals(debt.currency()))
            .min(Money::compareTo);
    return share.isPresent() && amount.isPresent() && amount.get().compareTo(share.get()) < 0
        ? amount
        : share.or(() -> amount);
  }
}
