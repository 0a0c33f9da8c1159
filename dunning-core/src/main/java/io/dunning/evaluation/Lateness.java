package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is overdue, and since when.
 *
 * @param amounts an amount a currency, by currency, without zeros
 * @param since the day from which the ladder counts the age of the oldest item, an epoch day;
 *     {@link EpochDay#NONE} if nothing is overdue
 */
record Lateness(List<Money> amounts, long since) implements Serializable {
  private static final long serialVersionUID = 1L;
  static final Lateness NONE = new Lateness(List.of(), EpochDay.NONE);

  Lateness {
    amounts = List.copyOf(amounts);
  }

  /** What is overdue and not held. */
  static Lateness of(Debt debt) {
    return debt.isOverdue() ? new Lateness(debt.sums().overdue(), debt.oldest().due()) : NONE;
  }

  /** What is overdue and held. A sum that is too large counts as the largest amount there is. */
  static Lateness held(Debt debt) {
    if (debt.holds() == Holds.NONE) {
      return NONE;
    }
    SortedMap<CurrencyUnit, Money> amounts = new TreeMap<>();
    long since = EpochDay.NEVER;
    for (int i = debt.scope().from(); i < debt.scope().to(); i++) {
      if (debt.isHeld(i) && debt.isLate(i)) {
        Item item = debt.item(i);
        since = Math.min(since, item.due());
        amounts.merge(
            item.currency(), Money.ofMinor(item.overdueOpen(), item.currency()), Lateness::plus);
      }
    }
    amounts.values().removeIf(Money::isZero);
    return since == EpochDay.NEVER ? NONE : new Lateness(List.copyOf(amounts.values()), since);
  }

  /** All that is overdue, of a debt whose step is held. */
  static Lateness whole(Debt debt) {
    Lateness free = of(debt);
    Lateness held = held(debt);
    if (free == NONE || held == NONE) {
      return free == NONE ? held : free;
    }
    SortedMap<CurrencyUnit, Money> amounts = new TreeMap<>();
    free.amounts.forEach(m -> amounts.merge(m.currency(), m, Lateness::plus));
    held.amounts.forEach(m -> amounts.merge(m.currency(), m, Lateness::plus));
    return new Lateness(List.copyOf(amounts.values()), Math.min(free.since, held.since));
  }

  /** The sum, or the largest amount there is. */
  private static Money plus(Money sum, Money next) {
    long all = sum.minorUnits() + next.minorUnits();
    return all < 0
        ? Money.ofMinor(Long.MAX_VALUE, sum.currency())
        : Money.ofMinor(all, sum.currency());
  }
}
