package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;
import static io.dunning.compiled.Packing.NONE;

/**
 * What is owed by a packed standing at the end of a day: which items are issued, held, free and
 * overdue, what they come to, and when that can change. The counterpart of {@code Debt} of the
 * readable decider.
 */
abstract sealed class PackedDebt permits PackedHolds {
  private static final int BEFORE_ALL = -Packing.MOST_DAYS - 1;

  final CompiledPolicy policy;

  long[] row;
  int rowStart;
  int firstInvoice;
  int endInvoice;
  int firstStep;
  int endStep;
  int flags;
  int currency;
  int contact;

  /** The day on which the promise was made; it is about no invoice that was issued later. */
  int promisedOn;

  int promiseUntil;
  int held;

  /** The day of the last event. */
  int lastDay;

  /** To which of the {@link CustomerGroups} the customer belongs. */
  int group;

  /** The last day of the promise, tolerance included. */
  long promised;

  /** Whether the promise holds what it is about through its last day. */
  private boolean promiseHolds;

  long day;

  /** The first later day on which the decision can come out otherwise. */
  long changesOn;

  /** Whether it does come out otherwise on that day, so that nobody need try. */
  boolean certain;

  /** Whether no item can be released or issued later, so that the oldest overdue one stays it. */
  boolean nothingReleased;

  long lateThrough;
  long lateSum;
  long freeSum;
  long oldestDue;
  long nextDue;

  /** The first later day on which an invoice is issued; only if not all are. */
  long firstIssue;

  /** Whether an item is held from the day on which it becomes overdue. */
  boolean anyHeldOnceOverdue;

  boolean anyFree;
  boolean anyHeld;
  boolean anyHeldLate;
  boolean anyLate;

  PackedDebt(CompiledPolicy policy) {
    this.policy = policy;
  }

  /** Reads the row of an account. */
  final void open(long[] rows, int at) {
    row = rows;
    rowStart = at;
    long head = rows[at];
    currency = Packing.currency(head);
    contact = (int) (rows[at + 1] >> 32);
    promiseUntil = (int) rows[at + 1];
    promised = promiseUntil == NONE ? NONE : policy.promiseThrough(promiseUntil);
    held = (int) (rows[at + 2] >> 32);
    lastDay = (int) rows[at + 2];
    promisedOn = (int) (rows[at + 3] >> 32);
    flags = (int) rows[at + 3];
    firstInvoice = at + Packing.HEAD;
    firstStep = firstInvoice + Packing.WIDTH * Packing.invoices(head);
    endInvoice = firstStep;
    endStep = firstStep + Packing.steps(head);
    group = Packing.group(head);
    promiseHolds = policy.holdsPromises && isPromiseOwed();
  }

  /** Leaves only one of the open invoices. */
  final void only(int invoice) {
    firstInvoice += Packing.WIDTH * invoice;
    endInvoice = firstInvoice + Packing.WIDTH;
  }

  /** Whether nothing is open. */
  final boolean isEmpty() {
    return firstInvoice == endInvoice;
  }

  /** Looks at all items at the end of a day. */
  final void look(long asOfDay) {
    day = asOfDay;
    changesOn = NEVER;
    certain = false;
    nothingReleased = held < day && promised < day;
    lateThrough = policy.lateThrough(day);
    if (!isPlain() || !lookTogether()) {
      lookClosely();
    }
  }

  /** Whether no item was ever held. */
  final boolean isPlain() {
    return held == NONE && promised == NONE && (flags & Packing.DISPUTED) == 0;
  }

  /** Whether a promise may hold items, and nobody knows from the row whether it was kept. */
  final boolean isPromiseUnclear(long asOfDay) {
    return policy.holdsPromises
        && promised >= asOfDay
        && (flags & Packing.MOVED_SINCE_PROMISE) != 0;
  }

  /** Whether something that is not disputed is open of what was promised: else it is kept. */
  private boolean isPromiseOwed() {
    if ((flags & Packing.DISPUTED) == 0 || promised == NONE) {
      return true;
    }
    for (int i = rowStart + Packing.HEAD; i < firstStep; i += Packing.WIDTH) {
      if ((int) row[i + 1] <= promisedOn && (row[i] & 1) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Something that was asked can change on a day. */
  final void watch(long change) {
    changesOn = Math.min(changesOn, change);
  }

  /** The day on which the next item falls overdue that is not yet; never without one. */
  final long nextOverdue() {
    return nextDue == NEVER ? NEVER : policy.overdueFrom(nextDue);
  }

  /** Adds up items of which none can be held; false if one of them is not issued yet. */
  private boolean lookTogether() {
    long[] words = row;
    long open = 0;
    long sum = 0;
    int oldest = NEVER;
    int next = NEVER;
    int newest = NONE;
    int through = (int) lateThrough;
    for (int i = firstInvoice, end = endInvoice; i < end; i += Packing.WIDTH) {
      long dates = words[i + 1];
      int due = (int) (dates >> 32);
      // all bits if it is overdue, else none
      int late = due - 1 - through >> 31;
      open += words[i] >>> 1;
      sum += words[i] >>> 1 & late;
      oldest = Math.min(oldest, due);
      next = Math.min(next, orNever(due, ~late));
      newest = Math.max(newest, (int) dates);
    }
    summed(open, sum, oldest, next);
    anyHeld = false;
    anyHeldLate = false;
    anyHeldOnceOverdue = false;
    return newest <= day;
  }

  /** Adds up items that may be held or not issued yet, and notes when that can change. */
  private void lookClosely() {
    long[] words = row;
    int through = (int) lateThrough;
    int today = (int) day;
    int heldAll = held >= day ? -1 : 0;
    int promisedIssue = promiseHolds && promised >= day ? promisedOn : BEFORE_ALL;
    int byDispute = policy.holdsDisputes ? -1 : 0;
    int early = policy.holdsOnlyOverdue ? 0 : -1;
    long open = 0;
    long sum = 0;
    int oldest = NEVER;
    int next = NEVER;
    int nextClaimed = NEVER;
    int issue = NEVER;
    int helds = 0;
    int heldsLate = 0;
    for (int i = firstInvoice, end = endInvoice; i < end; i += Packing.WIDTH) {
      int issued = (int) words[i + 1];
      int due = (int) (words[i + 1] >> 32);
      // of each of these all bits are set, or none
      int exists = issued - 1 - today >> 31;
      int late = due - 1 - through >> 31;
      int byPromise = issued - 1 - promisedIssue >> 31;
      int claimed = heldAll | byPromise | byDispute & -((int) words[i] & 1);
      int holds = exists & (heldAll | claimed & (late | early));
      int free = exists & ~holds;
      helds |= holds;
      heldsLate |= holds & late;
      open += words[i] >>> 1 & free;
      sum += words[i] >>> 1 & (free & late);
      oldest = Math.min(oldest, orNever(due, free));
      next = Math.min(next, orNever(due, ~late & exists));
      nextClaimed = Math.min(nextClaimed, orNever(due, ~late & claimed & exists));
      issue = Math.min(issue, orNever(issued, ~exists));
    }
    summed(open, sum, oldest, next);
    anyHeld = helds != 0;
    anyHeldLate = heldsLate != 0;
    watchReleases(issue, nextClaimed);
  }

  /** The day where all bits of a mask are set, and never where none is. */
  private static int orNever(int day, int mask) {
    return day & mask | NEVER & ~mask;
  }

  private void summed(long open, long sum, int oldest, int next) {
    freeSum = open;
    lateSum = sum;
    oldestDue = oldest;
    nextDue = next;
    anyFree = oldest != NEVER;
    anyLate = oldest <= lateThrough;
  }

  /** Notes when the next item is issued, falls overdue while it is claimed, or is released. */
  private void watchReleases(int issue, int nextClaimed) {
    firstIssue = issue;
    anyHeldOnceOverdue = nextClaimed != NEVER;
    nothingReleased &= issue == NEVER;
    watch(issue);
    watch(nextClaimed == NEVER ? NEVER : policy.overdueFrom(nextClaimed));
    if (held >= day && held != NEVER) {
      watch(held + 1L);
    }
    if (promised >= day) {
      watch(promised + 1);
    }
  }

  /** The first day on which an open invoice of the account is long overdue, held or not. */
  final long longOverdueFrom() {
    long first = NEVER;
    for (int i = rowStart + Packing.HEAD; i < firstStep; i += Packing.WIDTH) {
      long dates = row[i + 1];
      first = Math.min(first, Math.max((int) dates, (dates >> 32) + BandTest.SEVERE_FROM));
    }
    return first;
  }

  /** The place of the oldest free item. */
  final int oldest() {
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      if (row[i + 1] >> 32 == oldestDue && isFree(i)) {
        return (i - rowStart - Packing.HEAD) / Packing.WIDTH + 1;
      }
    }
    return Packing.ELSEWHERE;
  }

  final boolean isFree(int i) {
    return (int) row[i + 1] <= day && held < day && !isClaimed(i);
  }

  /** Whether a dispute or the promise holds an item. */
  final boolean isClaimed(int i) {
    boolean claimed =
        promiseHolds && promised >= day && isPromised(i)
            || policy.holdsDisputes && (row[i] & 1) != 0;
    return claimed && (isLate(i) || !policy.holdsOnlyOverdue);
  }

  /** Whether the promise, if there is one, is about an item. */
  final boolean isPromised(int i) {
    return (int) row[i + 1] <= promisedOn;
  }

  /** Whether the promise, if there is one, is about all items. */
  final boolean areAllPromised() {
    boolean all = true;
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      all &= isPromised(i);
    }
    return all;
  }

  final boolean isLate(int i) {
    return row[i + 1] >> 32 <= lateThrough;
  }
}
