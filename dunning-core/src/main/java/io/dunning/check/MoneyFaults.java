package io.dunning.check;

import static io.dunning.check.PolicyFinding.note;
import static io.dunning.check.PolicyFinding.warning;
import static io.dunning.check.StepKinds.quoted;

import io.dunning.action.DunningAction;
import io.dunning.charge.LateFee;
import io.dunning.charge.ReferenceRates;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds amounts, fees and interest that do not fit together. */
final class MoneyFaults {
  private static final CurrencyUnit WON = CurrencyUnit.of("KRW");
  private static final String WON_MAXIMUM = "KR-CAP";
  private static final int DAYS_OF_YEAR = 365;
  private static final LocalDate ANY_DAY = LocalDate.of(2025, 2, 5);

  private final DunningPolicy policy;
  private final Boundary boundary;
  private final List<PolicyFinding> all = new ArrayList<>();

  private MoneyFaults(DunningPolicy policy, Boundary boundary) {
    this.policy = policy;
    this.boundary = boundary;
  }

  static List<PolicyFinding> of(DunningPolicy policy, Boundary boundary) {
    MoneyFaults found = new MoneyFaults(policy, boundary);
    found.currencies();
    found.tolerance();
    found.assessing();
    int own = 0;
    for (LateFee each : policy.charges().fees()) {
      found.fee(each.isCompensation() ? "interest" : Place.item("late fees", own), each);
      own += each.isCompensation() ? 0 : 1;
    }
    found.interest();
    return found.all;
  }

  private void currencies() {
    Map<String, SortedSet<CurrencyUnit>> places = new LinkedHashMap<>();
    name(places, "minimum amount", policy.minimumAmounts().values());
    name(places, "tolerance", policy.account().tolerance().amounts().values());
    for (int i = 0; i < policy.ladder().steps().size(); i++) {
      EscalationStep step = policy.ladder().steps().get(i);
      name(places, Place.of(i, "minimum amount"), step.minimumAmounts().values());
    }
    for (Map.Entry<String, Condition> each : boundary.conditions.entrySet()) {
      name(places, each.getKey(), each.getValue().needs().amounts());
    }
    SortedSet<CurrencyUnit> named = new TreeSet<>();
    places.values().forEach(named::addAll);
    places.forEach(
        (place, currencies) -> {
          SortedSet<CurrencyUnit> missing = new TreeSet<>(named);
          missing.removeAll(currencies);
          if (!missing.isEmpty()) {
            all.add(
                warning(
                    FindingKind.CURRENCY_MISSING,
                    place,
                    "%s is given in %s but not in %s; debts in %s have none"
                        .formatted(
                            noun(place), words(currencies), words(missing), words(missing))));
          }
        });
  }

  /** A place such as {@code ladder[2].minimum amount} in words. */
  private static String noun(String place) {
    String key = place.substring(place.lastIndexOf('.') + 1);
    boolean condition = !key.equals("minimum amount") && !key.equals("tolerance");
    return condition ? "the amount of the condition" : "the " + key;
  }

  private static String words(Collection<CurrencyUnit> currencies) {
    return String.join(", ", currencies.stream().map(CurrencyUnit::code).toList());
  }

  private static void name(
      Map<String, SortedSet<CurrencyUnit>> places, String place, Collection<Money> amounts) {
    for (Money each : amounts) {
      places.computeIfAbsent(place, p -> new TreeSet<>()).add(each.currency());
    }
  }

  private void tolerance() {
    for (Money left : policy.account().tolerance().amounts().values()) {
      Money minimum = policy.minimumAmounts().get(left.currency());
      if (minimum != null && minimum.compareTo(left) <= 0) {
        all.add(
            warning(
                FindingKind.MINIMUM_WITHIN_TOLERANCE,
                "minimum amount",
                "a debt of %s counts as settled, so that the minimum of %s does nothing"
                    .formatted(left, minimum)));
      }
    }
  }

  private void assessing() {
    List<EscalationStep> steps = policy.ladder().steps();
    boolean assessed = false;
    for (int i = 0; i < steps.size(); i++) {
      boolean does = steps.get(i).actions().contains(DunningAction.assessCharges());
      assessed |= does;
      if (does && policy.charges().isNone()) {
        all.add(
            warning(
                FindingKind.CHARGES_NOT_SET,
                Place.of(i, "take"),
                "step %s assesses charges, but the policy has none"
                    .formatted(quoted(steps.get(i)))));
      }
    }
    if (!assessed && !policy.charges().isNone()) {
      all.add(
          note(
              FindingKind.CHARGES_NEVER_ASSESSED,
              "charges",
              "charges accrue, but no step assesses them, so that no customer hears of them"));
    }
  }

  /** The compensation of the law comes with its interest; the policy does not list it. */
  private void fee(String place, LateFee fee) {
    for (CurrencyUnit each : currenciesOfDebts()) {
      Money typical = boundary.typical(each);
      Money charged = fee.of(typical);
      all.addAll(CapFaults.of(policy, boundary, place, fee, each));
      smallest(place, fee, policy.minimumAmounts().get(each));
      statute(place, fee, charged, typical);
    }
  }

  private SortedSet<CurrencyUnit> currenciesOfDebts() {
    return boundary.amounts.isEmpty()
        ? new TreeSet<>(List.of(boundary.currency()))
        : new TreeSet<>(boundary.amounts.keySet());
  }

  /** The compensation of the law may be higher than a debt. */
  private void smallest(String place, LateFee fee, Money minimum) {
    if (minimum != null && !fee.isCompensation() && fee.of(minimum).compareTo(minimum) > 0) {
      all.add(
          warning(
              FindingKind.FEE_ABOVE_MINIMUM,
              place,
              "a debt of %s, the minimum of the policy, is charged a fee of %s"
                  .formatted(minimum, fee.of(minimum))));
    }
  }

  private void statute(String place, LateFee fee, Money charged, Money typical) {
    for (LateFee law : policy.charges().fees()) {
      boolean higher = charged.compareTo(law.of(typical)) > 0;
      if (law.isCompensation() && !fee.isCompensation() && higher) {
        all.add(
            warning(
                FindingKind.FEE_ABOVE_STATUTE,
                place,
                "the fee of %s comes on top of the compensation of the law, which is only %s"
                    .formatted(charged, law.of(typical))));
      }
    }
  }

  /**
   * The only maximum that the library knows is that of the Korean Interest Limitation Act, up to
   * 2018; it has only been lowered since.
   */
  private void interest() {
    boolean korean = boundary.amounts.containsKey(WON) || boundary.countries.contains("KR");
    ReferenceRates maximum = ReferenceRates.shipped().get(WON_MAXIMUM);
    Optional<Percentage> rate = policy.charges().interest().flatMap(i -> i.rateOn(ANY_DAY));
    if (!korean || rate.isEmpty()) {
      return;
    }
    ReferenceRates.Rate most = maximum.rates().get(maximum.rates().size() - 1);
    int days = policy.charges().interest().orElseThrow().perDays();
    Percentage yearly = days == 0 ? rate.get() : yearly(rate.get(), days);
    if (yearly.compareTo(most.rate()) > 0) {
      String words =
          days == 0
              ? rate.get() + " a year"
              : "%s for %d days, that is %s a year,".formatted(rate.get(), days, yearly);
      all.add(
          warning(
              FindingKind.INTEREST_ABOVE_MAXIMUM,
              "interest",
              "interest of %s is above %s, the maximum of the Korean Interest Limitation Act"
                  .formatted(words, most.rate())));
    }
  }

  /** What a rate for some days comes to in a year, to a hundredth of a percent. */
  private static Percentage yearly(Percentage rate, int days) {
    return Percentage.percent(
        rate.value()
            .multiply(BigDecimal.valueOf(DAYS_OF_YEAR))
            .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP)
            .toPlainString());
  }
}
