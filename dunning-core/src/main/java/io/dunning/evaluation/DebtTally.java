package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Balances;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.Arrays;
import java.util.SortedMap;

/** Adds up the items of a debt on a day, one after the other. */
final class DebtTally {
  static final byte HELD = 1;
  static final byte LATE = 2;
  private static final int[] NOBODY = {};

  private final Scope scope;
  private final Books books;
  private final PreparedPolicy policy;
  private final Balances balances;
  private final long day;

  /** What is held; null while every item was free for sure. */
  private HoldTally holds;

  /** The first day on which one of those items becomes overdue. */
  private long plainOverdueFrom = EpochDay.NEVER;

  /** Of each item that was looked at closely, whether it is held and overdue; null without any. */
  private byte[] states;

  final Sums sums = new Sums();
  int open;
  int free;
  int[] overdue = NOBODY;
  int overdueCount;
  LeadingItem oldest;
  boolean anyDisputed;
  long promisedThrough = EpochDay.NONE;
  long amountsChangeOn = EpochDay.NEVER;
  long shrinksOn = EpochDay.NEVER;
  long firstIssue = EpochDay.NEVER;

  DebtTally(Scope scope, long day) {
    this.scope = scope;
    this.day = day;
    books = scope.books();
    policy = books.policy;
    balances = books.balances;
  }

  /** The state of the item at a place; 0 if it was not looked at closely. */
  byte state(int place) {
    return states == null ? 0 : states[place - scope.from()];
  }

  Debt debt() {
    boolean plainTogether =
        books.plainIsFree && policy.calendarGrace && !policy.highest && scope.isSimple();
    boolean allPlain = plainTogether && addPlainTogether();
    if (!allPlain) {
      for (int i = scope.from(); i < scope.to(); i++) {
        add(i, plainTogether);
      }
    }
    if (scope.nets() && books.credit.any()) {
      addCredits();
    }
    return new Debt(scope, day, this, holds == null ? Holds.NONE : holds.result(plainOverdueFrom));
  }

  /**
   * Adds all plain items in one loop, which is faster than one by one.
   *
   * @return whether there are no others
   */
  private boolean addPlainTogether() {
    long amounts = 0;
    long lateAmounts = 0;
    int plain = 0;
    int late = 0;
    boolean others = false;
    int first = -1;
    long firstDue = EpochDay.NEVER;
    long nextOverdue = EpochDay.NEVER;
    for (int i = scope.from(); i < scope.to(); i++) {
      long amount = balances.openMinor(i);
      if (amount == 0) {
        continue;
      }
      if (balances.issuedDay(i) > day || !balances.isPlain(i)) {
        others = true;
        continue;
      }
      long due = balances.dueDay(i);
      long overdueFrom = Math.min(due + policy.graceDays, EpochDay.LAST) + 1;
      // all bits if it is late, else none
      long isLate = (overdueFrom - 1 - day) >> (Long.SIZE - 1);
      plain++;
      amounts += amount;
      lateAmounts += amount & isLate;
      late -= (int) isLate;
      nextOverdue = Math.min(nextOverdue, overdueFrom & ~isLate | isLate & EpochDay.NEVER);
      first = due < firstDue ? i : first;
      firstDue = Math.min(firstDue, due);
    }
    open = free = plain;
    overdueCount = late;
    amountsChangeOn = nextOverdue;
    plainOverdueFrom = nextOverdue;
    if (plain > 0) {
      oldest = LeadingItem.plain(first, firstDue, balances.openMinor(first));
      sums.add(balances.currency(first), amounts, lateAmounts);
    }
    return !others;
  }

  /** Adds the item at a place, if it is open; plain ones that are issued may have been added. */
  private void add(int i, boolean plainAdded) {
    if (balances.openMinor(i) == 0 || !scope.contains(i)) {
      return;
    }
    long issued = balances.issuedDay(i);
    boolean plain = books.plainIsFree && balances.isPlain(i);
    if (issued > day) {
      open++;
      firstIssue = Math.min(firstIssue, issued);
      amountsChangeOn = Math.min(amountsChangeOn, issued);
    } else if (plain && !plainAdded) {
      open++;
      addPlain(i);
    } else if (!plain) {
      open++;
      addClosely(debtItem(i));
    }
  }

  private Item debtItem(int i) {
    return Item.at(books, i, day, scope.supposedMinor(i));
  }

  /** Nothing to know but amount and due date. */
  private void addPlain(int i) {
    long due = balances.dueDay(i);
    long overdueFrom = policy.overdueFrom(due);
    long amount = balances.openMinor(i) + scope.supposedMinor(i);
    free++;
    if (oldest == null || due < oldest.due()) {
      oldest = LeadingItem.plain(i, due, amount);
    }
    boolean late = day >= overdueFrom;
    if (late) {
      addOverdue(i);
    } else {
      amountsChangeOn = Math.min(amountsChangeOn, overdueFrom);
      plainOverdueFrom = Math.min(plainOverdueFrom, overdueFrom);
    }
    sums.add(balances.currency(i), amount, late ? amount : 0);
  }

  private void addOverdue(int i) {
    if (policy.highest) {
      if (overdue.length <= overdueCount) {
        overdue = Arrays.copyOf(overdue, 2 * overdueCount + 4);
      }
      overdue[overdueCount] = i;
    }
    overdueCount++;
  }

  private void addClosely(Item item) {
    anyDisputed |= item.disputed();
    promisedThrough = Math.max(promisedThrough, item.promisedThrough());
    if (holds == null) {
      holds = new HoldTally(policy, day);
      states = new byte[scope.to() - scope.from()];
    }
    boolean held = holds.holds(item);
    states[item.place - scope.from()] = (byte) ((held ? HELD : 0) | (item.isOverdue() ? LATE : 0));
    if (!held) {
      addFree(item);
    }
  }

  private void addFree(Item item) {
    free++;
    if (oldest == null || !oldest.isOlderThan(item.due(), item.place)) {
      oldest = LeadingItem.of(item);
    }
    long late = 0;
    if (item.isOverdue()) {
      addOverdue(item.place);
      late = item.overdueOpen();
    }
    shrinksOn = Math.min(shrinksOn, item.shrinksOn());
    if (!item.isOverdue()
        || item.isInInstalments()
        || item.promisedPart() > 0
        || item.shrinksOn() != EpochDay.NEVER) {
      amountsChangeOn = Math.min(amountsChangeOn, item.amountsChangeOn());
    }
    sums.add(item.currency(), item.open(), late);
  }

  /** Over-paid invoices and credit notes that exist, and payments that wait. */
  private void addCredits() {
    for (int i = scope.from(); i < scope.to() && balances.anyCredit(); i++) {
      long issued = balances.issuedDay(i);
      if (issued > day && scope.contains(i) && isCredit(i)) {
        firstIssue = Math.min(firstIssue, issued);
        amountsChangeOn = Math.min(amountsChangeOn, issued);
      }
    }
    SortedMap<CurrencyUnit, Money> credits =
        books.credit.of(scope.from(), scope.to(), scope::contains, day);
    if (scope.currency() != null) {
      credits.keySet().removeIf(c -> !c.equals(scope.currency()));
    }
    sums.net(credits);
  }

  private boolean isCredit(int i) {
    return balances.standing(i).balance().credit().isPositive();
  }
}
