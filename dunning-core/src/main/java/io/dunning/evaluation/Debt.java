package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Balances;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.HashMap;
import java.util.Map;

/**
 * What is decided about, as it is at the end of a day: how many items are open, free and overdue,
 * their sums, what is held, and the oldest free item. Immutable.
 */
final class Debt {
  private final Scope scope;
  private final long day;
  private final Holds holds;

  /** What the items came to; nothing is added any more. */
  private final DebtTally tally;

  Debt(Scope scope, long day, DebtTally tally, Holds holds) {
    this.scope = scope;
    this.day = day;
    this.tally = tally;
    this.holds = holds;
  }

  /** The debt of some invoices at the end of a day, given the events known to the books. */
  static Debt on(Scope scope, long day) {
    return new DebtTally(scope, day).debt();
  }

  Scope scope() {
    return scope;
  }

  Books books() {
    return scope.books();
  }

  long day() {
    return day;
  }

  /** Whether the item at a place is held; false for an item without dealings. */
  boolean isHeld(int place) {
    return (tally.state(place) & DebtTally.HELD) != 0;
  }

  /** Whether the item at a place is overdue; false for an item without dealings. */
  boolean isLate(int place) {
    return (tally.state(place) & DebtTally.LATE) != 0;
  }

  /** How many items are open, held and not issued ones included. */
  int open() {
    return tally.open;
  }

  /** How many items are issued and not held. */
  int free() {
    return tally.free;
  }

  boolean isOverdue() {
    return tally.overdueCount > 0;
  }

  int overdueCount() {
    return tally.overdueCount;
  }

  /** The place of one of the overdue items; only where the one that has come furthest leads. */
  int overdueItem(int n) {
    return tally.overdue[n];
  }

  Holds holds() {
    return holds;
  }

  /** The oldest free item; null if none is free. */
  LeadingItem oldest() {
    return tally.oldest;
  }

  long daysPastDue() {
    return tally.oldest == null ? 0 : day - tally.oldest.due();
  }

  boolean anyDisputed() {
    return tally.anyDisputed;
  }

  /** The last day of a promise for any item; {@link EpochDay#NONE} without. */
  long promisedThrough() {
    return tally.promisedThrough;
  }

  /** The first later day on which amounts or counts can change by the passing of time. */
  long amountsChangeOn() {
    return Math.min(tally.amountsChangeOn, holds.itemsChangeOn());
  }

  /** The first later day on which less can be overdue though nothing happens; mostly never. */
  long shrinksOn() {
    return tally.shrinksOn;
  }

  /** The first later day on which an invoice is issued. */
  long firstIssue() {
    return tally.firstIssue;
  }

  Sums sums() {
    return tally.sums;
  }

  /** Whether the oldest item cannot be held as long as nothing happens. */
  boolean oldestStaysFree() {
    Books books = books();
    return books.plainIsFree && books.balances.isPlain(tally.oldest.place());
  }

  /** The invoice at a place, as it is on the day. */
  Item item(int place) {
    return Item.at(books(), place, day, scope.supposedMinor(place));
  }

  /** One of the overdue items, as one that may lead. */
  LeadingItem leading(int place) {
    return LeadingItem.of(item(place));
  }

  /** The first overdue sum and the credit that covers it, if credits cover all; else null. */
  Money[] covered() {
    return isOverdue() ? tally.sums.covered() : null;
  }

  /** The overdue sum and the minimum it misses; null if a currency reaches its minimum. */
  Money[] shortOf(Map<CurrencyUnit, Money> minimums) {
    if (minimums.isEmpty()) {
      return null;
    }
    Sums sums = tally.sums;
    Money[] shortOf = shortOf(minimums, sums.currency());
    boolean reached = shortOf == null && minimumBase(sums.currency()) > 0;
    if (sums.others().isEmpty()) {
      return shortOf;
    }
    for (CurrencyUnit unit : sums.others()) {
      if (minimumBase(unit) > 0) {
        Money[] own = shortOf(minimums, unit);
        reached |= own == null;
        shortOf = shortOf == null ? own : shortOf;
      }
    }
    return reached ? null : shortOf;
  }

  private Money[] shortOf(Map<CurrencyUnit, Money> minimums, CurrencyUnit unit) {
    Money minimum = minimums.get(unit);
    long base = minimumBase(unit);
    return minimum == null || base >= minimum.minorUnits()
        ? null
        : new Money[] {Money.ofMinor(base, unit), minimum};
  }

  /** The overdue sum counts against minimum amounts; before the due date, the oldest item. */
  long minimumBase(CurrencyUnit unit) {
    if (isOverdue()) {
      return tally.sums.overdue(unit);
    }
    Balances balances = books().balances;
    return balances.currency(tally.oldest.place()).equals(unit) ? tally.oldest.open() : 0;
  }

  /**
   * The debts of all invoices together that were asked for. Each invoice asks about much the same
   * days, so that each day is added up once, and not once an invoice. Not thread-safe.
   */
  static final class Kept {
    /** Beyond so many items of all kept days together, further days are added up each time. */
    private static final long MOST = 4_000_000;

    private final Map<ScopeOnDay, Debt> known = new HashMap<>();

    private record ScopeOnDay(Scope scope, long day) {}

    Debt on(Scope scope, long day) {
      ScopeOnDay key = new ScopeOnDay(scope, day);
      Debt debt = known.get(key);
      if (debt == null) {
        debt = Debt.on(scope, day);
        if ((known.size() + 1L) * (scope.to() - scope.from()) <= MOST) {
          known.put(key, debt);
        }
      }
      return debt;
    }
  }
}
