package io.dunning.evaluation;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.HashMap;
import java.util.Map;

/**
 * What an agency or a court would get of a debt that has several items: what had its notices. The
 * others are left out; if too little is left without them, nothing is handed over.
 */
final class HandOver {
  private final PreparedStep step;
  private final Debt debt;
  private final int lead;

  /**
   * A step that may need notices.
   *
   * @param lead the place of the leading item, which is never left out
   */
  HandOver(PreparedStep step, Debt debt, int lead) {
    this.step = step;
    this.debt = debt;
    this.lead = lead;
  }

  /** Whether notices have to come first, and there is more than the leading item. */
  private boolean mayLeaveOut() {
    return step.before != null && debt.books().asksConduct && !debt.scope().isSingle();
  }

  /** Whether an item that is free and overdue is left out. */
  boolean leavesOut(int place) {
    return mayLeaveOut()
        && place != lead
        && !debt.books().check().isAnnounced(place, step.before, debt.day());
  }

  /** Whether it matters how much is left: there are minimum amounts, or credits to take off. */
  boolean asksHowMuch() {
    PreparedPolicy policy = debt.books().policy;
    return mayLeaveOut() && (policy.nets || !policy.minimums.isEmpty() || !step.minimums.isEmpty());
  }

  /**
   * The place of the first item without its notices, if without all of these nothing would be owed
   * or a minimum missed; -1 if enough is left.
   */
  int missing() {
    int first = -1;
    Map<CurrencyUnit, Long> leftOut = new HashMap<>();
    Scope scope = debt.scope();
    for (int i = scope.from(); i < scope.to(); i++) {
      if (isOverdue(i) && leavesOut(i)) {
        first = first < 0 ? i : first;
        Item item = debt.item(i);
        leftOut.merge(item.currency(), item.overdueOpen(), Long::sum);
      }
    }
    return first < 0 || isEnough(leftOut) ? -1 : first;
  }

  private boolean isOverdue(int place) {
    Books books = debt.books();
    return debt.scope().contains(place)
        && books.balances.openMinor(place) > 0
        && books.balances.issuedDay(place) <= debt.day()
        && !debt.isHeld(place)
        && debt.item(place).isOverdue();
  }

  /** Whether what is overdue, and not left out, reaches each minimum in some currency. */
  private boolean isEnough(Map<CurrencyUnit, Long> leftOut) {
    Sums sums = debt.sums();
    Map<CurrencyUnit, Long> rest = new HashMap<>();
    rest.put(sums.currency(), sums.overdue(sums.currency()));
    sums.others().forEach(unit -> rest.put(unit, sums.overdue(unit)));
    leftOut.forEach((unit, less) -> rest.merge(unit, -less, Long::sum));
    rest.values().removeIf(minor -> minor <= 0);
    return reaches(debt.books().policy.minimums, rest) && reaches(step.minimums, rest);
  }

  private static boolean reaches(Map<CurrencyUnit, Money> minimums, Map<CurrencyUnit, Long> rest) {
    return rest.entrySet().stream()
        .anyMatch(
            e -> {
              Money least = minimums.get(e.getKey());
              return least == null || e.getValue() >= least.minorUnits();
            });
  }
}
