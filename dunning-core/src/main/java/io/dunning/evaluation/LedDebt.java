package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * A debt as conditions see it: the sums of all its items, and the facts of the one that leads, with
 * the steps that count for it. Immutable.
 */
final class LedDebt extends View {
  final Debt debt;
  final LeadingItem lead;
  final Progress progress;

  /** What is taken off its sums; null if nothing is. */
  private final Map<CurrencyUnit, Long> less;

  LedDebt(Debt debt, LeadingItem lead) {
    this(debt, lead, Progress.of(debt.books(), lead, debt.day()), null);
  }

  private LedDebt(Debt debt, LeadingItem lead, Progress progress, Map<CurrencyUnit, Long> less) {
    super(debt.books(), lead.place(), debt.day());
    this.debt = debt;
    this.lead = lead;
    this.progress = progress;
    this.less = less;
  }

  /** The same debt, if some amounts less were owed. */
  LedDebt less(Map<CurrencyUnit, Long> amounts) {
    return new LedDebt(debt, lead, progress, amounts);
  }

  private long less(CurrencyUnit unit, long sum) {
    return less == null ? sum : Math.max(0, sum - less.getOrDefault(unit, 0L));
  }

  @Override
  public long dueDay() {
    return lead.due();
  }

  @Override
  public long daysPastDue() {
    return debt.daysPastDue();
  }

  @Override
  public long openMinor(CurrencyUnit unit) {
    return less(unit, debt.sums().open(unit));
  }

  @Override
  public long overdueMinor(CurrencyUnit unit) {
    return less(unit, debt.sums().overdue(unit));
  }

  @Override
  public int overdueCount() {
    return debt.overdueCount();
  }

  @Override
  public long amountsChangeOn() {
    return debt.amountsChangeOn();
  }

  @Override
  public boolean disputed() {
    return debt.anyDisputed();
  }

  @Override
  public long promisedThrough() {
    return debt.promisedThrough();
  }

  @Override
  public long offeredThrough() {
    return books.agreed.offeredThrough(isPlain() ? null : standing());
  }

  @Override
  public long claimEndsFrom(long from) {
    long first = EpochDay.NEVER;
    Scope scope = debt.scope();
    for (int i = scope.from(); i < scope.to(); i++) {
      boolean free =
          !books.balances.isSimple(i)
              && scope.contains(i)
              && books.balances.openMinor(i) > 0
              && books.balances.issuedDay(i) <= day
              && !debt.isHeld(i);
      long last =
          free ? books.balances.standing(i).agreements().enforceableThroughDay() : EpochDay.NEVER;
      first = last >= from ? Math.min(first, last) : first;
    }
    return first;
  }

  @Override
  public long promiseEndsOn() {
    long end = Breaches.next(books.agreed.accountPromises(), day);
    Scope scope = debt.scope();
    for (int i = scope.from(); i < scope.to(); i++) {
      if (scope.contains(i)) {
        end = Math.min(end, Breaches.next(books.agreed.promises(i), day));
      }
    }
    return end;
  }

  @Override
  public int brokenPromises() {
    int count = 0;
    Map<CurrencyUnit, Long> firstIssued = new HashMap<>();
    Scope scope = debt.scope();
    for (int i = scope.from(); i < scope.to(); i++) {
      if (scope.contains(i)) {
        count += Breaches.count(books.agreed.promises(i), day);
        firstIssued.merge(books.balances.currency(i), books.balances.issuedDay(i), Math::min);
      }
    }
    return count + books.agreed.brokenPromises(firstIssued, day);
  }

  @Override
  public long takenDay(String step) {
    return progress.takenOn(books.policy.policy.ladder().indexOf(step));
  }

  @Override
  public long lastStepDay() {
    return progress.lastStep();
  }

  @Override
  public long planThrough() {
    return planHoldsThrough();
  }
}
