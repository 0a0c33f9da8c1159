package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Balances;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

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

  /** What is overdue and not held on some of the invoices, by place. */
  static Lateness of(Debt debt, IntPredicate which) {
    Scope scope = debt.scope();
    Balances balances = debt.books().balances;
    return sum(
        debt,
        i ->
            scope.contains(i)
                && balances.openMinor(i) > 0
                && balances.issuedDay(i) <= debt.day()
                && !debt.isHeld(i)
                && debt.item(i).isOverdue()
                && which.test(i));
  }

  /** What is overdue and held. A sum that is too large counts as the largest amount there is. */
  static Lateness held(Debt debt) {
    return debt.holds() == Holds.NONE ? NONE : sum(debt, i -> debt.isHeld(i) && debt.isLate(i));
  }

  private static Lateness sum(Debt debt, IntPredicate which) {
    SortedMap<CurrencyUnit, Money> amounts = new TreeMap<>();
    long since = EpochDay.NEVER;
    for (int i = debt.scope().from(); i < debt.scope().to(); i++) {
      if (which.test(i)) {
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
    return of(debt).plus(held(debt));
  }

  /** Both, since the earlier day. */
  Lateness plus(Lateness other) {
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>();
    amounts.forEach(m -> all.merge(m.currency(), m, Lateness::plus));
    other.amounts.forEach(m -> all.merge(m.currency(), m, Lateness::plus));
    return new Lateness(List.copyOf(all.values()), Math.min(since, other.since));
  }

  /** The sum, or the largest amount there is. */
  private static Money plus(Money sum, Money next) {
    long all = sum.minorUnits() + next.minorUnits();
    return all < 0
        ? Money.ofMinor(Long.MAX_VALUE, sum.currency())
        : Money.ofMinor(all, sum.currency());
  }
}
