package io.dunning.evaluation;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is open and what is overdue on some items, and the credits against it, by currency. Most
 * debts are in one, which is kept apart.
 */
final class Sums {
  private CurrencyUnit currency;
  private long open;
  private long overdue;
  private SortedMap<CurrencyUnit, long[]> others;
  private SortedMap<CurrencyUnit, Money> credits;

  void add(CurrencyUnit unit, long openAmount, long lateAmount) {
    if (currency == null) {
      currency = unit;
    }
    if (currency.equals(unit)) {
      open += openAmount;
      overdue += lateAmount;
      return;
    }
    if (others == null) {
      others = new TreeMap<>();
    }
    long[] sums = others.computeIfAbsent(unit, u -> new long[2]);
    sums[0] += openAmount;
    sums[1] += lateAmount;
  }

  /** Takes credits off what is owed, never below nothing. */
  void net(SortedMap<CurrencyUnit, Money> against) {
    credits = against;
  }

  /** The currency seen first; null if nothing is owed. */
  CurrencyUnit currency() {
    return currency;
  }

  /** The other currencies, in order. */
  Set<CurrencyUnit> others() {
    return others == null ? Set.of() : others.keySet();
  }

  boolean isOnly(CurrencyUnit unit) {
    return others == null && unit.equals(currency);
  }

  /** What is open, less credits. */
  long open(CurrencyUnit unit) {
    return net(unit, gross(unit, open, 0));
  }

  /** What is overdue, less credits. */
  long overdue(CurrencyUnit unit) {
    return net(unit, gross(unit, overdue, 1));
  }

  private long gross(CurrencyUnit unit, long own, int which) {
    if (unit.equals(currency)) {
      return own;
    }
    long[] sums = others == null ? null : others.get(unit);
    return sums == null ? 0 : sums[which];
  }

  private long net(CurrencyUnit unit, long owed) {
    Money credit = credits == null ? null : credits.get(unit);
    return credit == null ? owed : Math.max(0, owed - credit.minorUnits());
  }

  /** What is overdue, credits not taken off, without zeros. */
  List<Money> overdue() {
    if (others == null) {
      return overdue == 0 ? List.of() : List.of(Money.ofMinor(overdue, currency));
    }
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    sums.put(currency, Money.ofMinor(overdue, currency));
    others.forEach((unit, each) -> sums.put(unit, Money.ofMinor(each[1], unit)));
    sums.values().removeIf(Money::isZero);
    return List.copyOf(sums.values());
  }

  /** Adds what is open and overdue, with and without what falls due later and with credits. */
  void addCompared(List<Long> all, CurrencyUnit unit, long dueLater) {
    Money credit = credits == null ? null : credits.get(unit);
    long less = credit == null ? 0 : credit.minorUnits();
    long late = gross(unit, overdue, 1);
    all.add(gross(unit, open, 0) - less);
    all.add(late - less);
    all.add(late + dueLater - less);
  }

  /** The first overdue sum and the credit that covers it, if credits cover all; else null. */
  Money[] covered() {
    if (credits == null) {
      return null;
    }
    Money[] first = null;
    for (Money sum : overdue()) {
      Money credit = credits.get(sum.currency());
      if (credit == null || credit.compareTo(sum) < 0) {
        return null;
      }
      first = first == null ? new Money[] {sum, credit} : first;
    }
    return first;
  }
}
