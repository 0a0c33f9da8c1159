package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;
import static io.dunning.compiled.Packing.NONE;

/**
 * Decides about packed standings by a compiled policy. The rules are those of {@code Decider}, in
 * its order; each method that is one of them names its number. An answer is one {@code long}: what
 * was decided in the low half, the review date in the high half.
 *
 * <p>For one thread.
 */
public final class CompiledDecider {
  /** The tables do not cover the account or the day: ask the readable decider. */
  public static final int UNCOVERED = 0;

  /** Rule 1. */
  public static final int CLOSED = 1;

  /** Rule 2, by a hold in the ledger. */
  public static final int HELD = 2;

  /** Rule 2, by a dispute. */
  public static final int DISPUTED = 3;

  /** Rule 2, by a promise. */
  public static final int PROMISED = 4;

  /** Rule 3. */
  public static final int NOT_ISSUED = 5;

  /** Rule 3. */
  public static final int NOT_DUE = 6;

  /** Rule 3. */
  public static final int IN_GRACE = 7;

  /** Rule 5. */
  public static final int BELOW_MINIMUM = 8;

  /** Rule 6. */
  public static final int LADDER_DONE = 9;

  /** Rule 7. */
  public static final int TOO_EARLY = 10;

  /** Rule 8. */
  public static final int STEP_BELOW_MINIMUM = 11;

  /** Rule 10. */
  public static final int CONTACT_TOO_SOON = 12;

  /** Rule 12. */
  public static final int DUE = 13;

  /** Rule 12, once a person has approved it. */
  public static final int DUE_ONCE_APPROVED = 14;

  private static final int STEP_SHIFT = 4;

  private final CompiledPolicy policy;

  private long[] row;
  private int rowStart;
  private int firstInvoice;
  private int endInvoice;
  private int firstStep;
  private int endStep;
  private int flags;
  private int currency;
  private int contact;
  private int promiseUntil;
  private int held;

  /** The last day of the promise, tolerance included. */
  private long promised;

  private long day;

  /** The first later day on which the decision can come out otherwise. */
  private long changesOn;

  /** Whether it does come out otherwise on that day, so that nobody need try. */
  private boolean certain;

  /** Whether no item can be released or issued later, so that the oldest overdue one stays it. */
  private boolean nothingReleased;

  private long lateThrough;
  private long lateSum;
  private long freeSum;
  private long oldestDue;
  private long nextDue;
  private boolean anyFree;
  private boolean anyHeld;
  private boolean anyHeldLate;
  private boolean anyLate;

  private long overdueFrom;
  private long lastContact;
  private long lastOwnContact;
  private int lastOwnStep;
  private int level;

  /**
   * A decider.
   *
   * @param policy the policy
   */
  public CompiledDecider(CompiledPolicy policy) {
    this.policy = policy;
  }

  /**
   * What was decided.
   *
   * @param answer an answer
   * @return one of the constants of this class
   */
  public static int outcome(long answer) {
    return (int) answer & (1 << STEP_SHIFT) - 1;
  }

  /**
   * The step that is taken or waited for.
   *
   * @param answer an answer
   * @return its place in the ladder; -1 if no step is in question
   */
  public static int step(long answer) {
    return ((int) answer >> STEP_SHIFT) - 1;
  }

  /**
   * The first later day on which the decision differs, if nothing happens until then.
   *
   * @param answer an answer
   * @return the epoch day; {@link Integer#MAX_VALUE} if it never differs
   */
  public static int reviewDay(long answer) {
    return (int) (answer >> 32);
  }

  /**
   * Decides about all invoices of an account, at the end of a day, and says when to look again.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @param asOfDay the day
   * @return the answer
   */
  public long decide(long[] rows, int at, long asOfDay) {
    open(rows, at);
    return decide(rows, at, asOfDay, firstInvoice, endInvoice);
  }

  /**
   * Whether an account never had an invoice.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @return true if it has no currency
   */
  public static boolean isWithoutInvoices(long[] rows, int at) {
    return ((int) rows[at] >> 8 & 0xFF) == Names.NO_CURRENCY;
  }

  /**
   * How many invoices of an account are open.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @return their number
   */
  public static int invoices(long[] rows, int at) {
    return (int) rows[at] >>> 16;
  }

  /**
   * Decides about one open invoice of an account, as {@link #decide(long[], int, long)}.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @param asOfDay the day
   * @param invoice which of its open invoices, from 0
   * @return the answer
   */
  public long decide(long[] rows, int at, long asOfDay, int invoice) {
    open(rows, at);
    int from = firstInvoice + Packing.WIDTH * invoice;
    return decide(rows, at, asOfDay, from, from + Packing.WIDTH);
  }

  private long decide(long[] rows, int at, long asOfDay, int from, int to) {
    firstInvoice = from;
    endInvoice = to;
    if (!CompiledPolicy.isCovered(asOfDay) || isUncovered((int) rows[at + 2], asOfDay)) {
      return UNCOVERED;
    }
    promised = promiseUntil == NONE ? NONE : policy.promiseThrough(promiseUntil);
    int now = on(asOfDay);
    int then = now;
    long on = asOfDay;
    while (then == now && now != UNCOVERED) {
      on = Math.max(changesOn, on + 1);
      if (on >= NEVER) {
        return (long) NEVER << 32 | now;
      }
      if (certain) {
        return on << 32 | now;
      }
      then = on(on);
    }
    return then == UNCOVERED ? UNCOVERED : on << 32 | now;
  }

  private void open(long[] rows, int at) {
    row = rows;
    rowStart = at;
    long head = rows[at];
    flags = (int) head & 0xFF;
    currency = (int) head >> 8 & 0xFF;
    contact = (int) (rows[at + 1] >> 32);
    promiseUntil = (int) rows[at + 1];
    held = (int) (rows[at + 2] >> 32);
    firstInvoice = at + Packing.HEAD;
    firstStep = firstInvoice + Packing.WIDTH * ((int) head >>> 16);
    endInvoice = firstStep;
    endStep = firstStep + (int) (head >> 32);
  }

  private boolean isUncovered(int lastDay, long asOfDay) {
    return asOfDay < lastDay
        || policy.anyApproval && (flags & Packing.DECIDED) != 0
        || policy.anyAddressee && (flags & Packing.PERSONS) != 0;
  }

  /** The decision at the end of a day. */
  private int on(long asOfDay) {
    day = asOfDay;
    changesOn = NEVER;
    certain = false;
    nothingReleased = held < day && promised < day;
    if (firstInvoice == endInvoice) {
      return CLOSED; // rule 1
    }
    lateThrough = policy.lateThrough(day);
    boolean plain = held == NONE && promised == NONE && (flags & Packing.DISPUTED) == 0;
    if (!plain || !lookTogether()) {
      lookClosely();
    }
    if (anyHeld && (!anyFree || !anyLate && anyHeldLate)) {
      return held(); // rule 2
    }
    if (!anyFree) {
      return NOT_ISSUED; // rule 3
    }
    if (!anyLate) {
      return notDue(); // rule 3
    }
    if (policy.isShort(lateSum, policy.steps, currency)) {
      watch(nextOverdue()); // rule 5
      return BELOW_MINIMUM;
    }
    return onLadder();
  }

  private void watch(long change) {
    changesOn = Math.min(changesOn, change);
  }

  /** The day on which the next item falls overdue that is not yet; never without one. */
  private long nextOverdue() {
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
      next = Math.min(next, due | late & NEVER);
      newest = Math.max(newest, (int) dates);
    }
    lateSum = sum;
    freeSum = open;
    oldestDue = oldest;
    nextDue = next;
    anyFree = true;
    anyHeld = false;
    anyHeldLate = false;
    anyLate = oldest <= through;
    return newest <= day;
  }

  /** Adds up items that may be held or not issued yet, and notes when that can change. */
  private void lookClosely() {
    long[] words = row;
    int through = (int) lateThrough;
    int today = (int) day;
    int heldAll = held >= day ? -1 : 0;
    int byPromise = policy.holdsPromises && promised >= day ? -1 : 0;
    int byDispute = policy.holdsDisputes ? -1 : 0;
    int early = policy.holdsOnlyOverdue ? 0 : -1;
    long open = 0;
    long sum = 0;
    int oldest = NEVER;
    int next = NEVER;
    int nextClaimed = NEVER;
    int issue = NEVER;
    int frees = 0;
    int helds = 0;
    int heldsLate = 0;
    for (int i = firstInvoice, end = endInvoice; i < end; i += Packing.WIDTH) {
      long dates = words[i + 1];
      long amount = words[i];
      int issued = (int) dates;
      int due = (int) (dates >> 32);
      // of each of these all bits are set, or none
      int exists = issued - 1 - today >> 31;
      int late = due - 1 - through >> 31;
      int claimed = heldAll | byPromise | byDispute & -((int) amount & 1);
      int holds = exists & (heldAll | claimed & (late | early));
      int free = exists & ~holds;
      frees |= free;
      helds |= holds;
      heldsLate |= holds & late;
      open += amount >>> 1 & free;
      sum += amount >>> 1 & (free & late);
      oldest = Math.min(oldest, due | ~free & NEVER);
      next = Math.min(next, (due | late & NEVER) | ~exists & NEVER);
      nextClaimed = Math.min(nextClaimed, due | (late | ~claimed | ~exists) & NEVER);
      issue = Math.min(issue, issued | exists & NEVER);
    }
    lateSum = sum;
    freeSum = open;
    oldestDue = oldest;
    nextDue = next;
    anyFree = frees != 0;
    anyHeld = helds != 0;
    anyHeldLate = heldsLate != 0;
    anyLate = anyFree && oldest <= through;
    nothingReleased &= issue == NEVER;
    watch(issue);
    watch(nextClaimed == NEVER ? NEVER : policy.overdueFrom(nextClaimed));
    if (heldAll != 0 && held != NEVER) {
      watch(held + 1L);
    }
    if (promised >= day) {
      watch(promised + 1);
    }
  }

  /**
   * Rule 2: of several items, the one decides that is overdue, then the one released first, then
   * the oldest; a hold in the ledger before a claim.
   */
  private int held() {
    boolean heldAll = held >= day;
    if (heldAll && held == NEVER) {
      changesOn = NEVER;
      return HELD;
    }
    watch(nextOverdue());
    long end = heldAll ? held + 1L : day;
    boolean byPromise = policy.holdsPromises && promised >= day;
    int by = UNCOVERED;
    boolean byLate = false;
    long byUntil = 0;
    long byDue = 0;
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      long due = row[i + 1] >> 32;
      boolean late = due <= lateThrough;
      boolean disputed = policy.holdsDisputes && (row[i] & 1) != 0;
      boolean claimed = (byPromise || disputed) && (late || !policy.holdsOnlyOverdue);
      if ((int) row[i + 1] > day || !heldAll && !claimed) {
        continue;
      }
      long claimEnds = disputed ? NEVER : promised + 1;
      boolean byClaim = claimed && (!heldAll || claimEnds > end);
      int which = !byClaim ? HELD : disputed ? DISPUTED : PROMISED;
      long until = byClaim ? claimEnds : end;
      boolean first =
          by == UNCOVERED
              || (late != byLate
                  ? late
                  : until != byUntil
                      ? until < byUntil
                      : due < byDue || due == byDue && which == HELD && by != HELD);
      if (first) {
        by = which;
        byUntil = until;
        byDue = due;
        byLate = late;
      }
    }
    if (by == PROMISED && byLate && !heldAll) {
      changesOn = promised + 1; // until then the promise holds whatever else falls due
      certain = true;
    }
    return by;
  }

  /** Rule 3: the oldest free item is not overdue. */
  private int notDue() {
    if (policy.repeats && firstStep < endStep) {
      overdueFrom = policy.overdueFrom(oldestDue);
      lookAtSteps();
      if (level == policy.steps - 1) {
        return UNCOVERED; // the last step may be repeated before the due date
      }
    }
    // on that day the item is overdue, in grace or held: the decision is another one
    long on = day > oldestDue ? policy.overdueFrom(oldestDue) : oldestDue + 1;
    watch(on);
    certain = changesOn == on;
    return day > oldestDue ? IN_GRACE : NOT_DUE;
  }

  /** Rules 6 to 12. */
  private int onLadder() {
    if (nothingReleased && !policy.anyCondition) {
      changesOn = NEVER; // what falls due or is held later leaves the oldest overdue item
    }
    overdueFrom = policy.overdueFrom(oldestDue);
    lookAtSteps();
    int next = level + 1;
    if (policy.anyCondition) {
      next = policy.applying(next, freeSum, lateSum, currency);
      watch(nextOverdue());
      nothingReleased = false;
    }
    if (next == policy.steps) {
      return policy.repeats && level == next - 1 ? UNCOVERED : LADDER_DONE; // rule 6
    }
    int step = next + 1 << STEP_SHIFT;
    long reached = onTime(next);
    if (reached >= NEVER) {
      return UNCOVERED;
    }
    if (reached > day) {
      watch(reached); // rule 7
      certain = nothingReleased;
      return TOO_EARLY | step;
    }
    if (policy.isShort(lateSum, next, currency)) {
      watch(nextOverdue()); // rule 8
      return STEP_BELOW_MINIMUM | step;
    }
    long allowed = allowedOn(next); // rule 10
    if (allowed == NEVER) {
      return UNCOVERED;
    }
    if (allowed > day) {
      watch(allowed);
      certain = nothingReleased;
      return CONTACT_TOO_SOON | step;
    }
    return (policy.needsApproval[next] ? DUE_ONCE_APPROVED : DUE) | step; // rule 12
  }

  /** The day on which a step is reached, counted from the first day of the policy at the least. */
  private long onTime(int step) {
    return Math.max(policy.reachedOn(step, Math.max(oldestDue, policy.liveFrom)), overdueFrom);
  }

  /** The most severe step that counts for the oldest item, and the days of contacts. */
  private void lookAtSteps() {
    level = -1;
    lastContact = contact;
    lastOwnContact = NONE;
    lastOwnStep = -1;
    int own = (flags & Packing.INVOICE_STEPS) == 0 ? Packing.ELSEWHERE : oldest();
    for (int i = firstStep; i < endStep; i++) {
      int which = (int) row[i];
      int on = (int) (row[i] >> 32);
      int step = policy.place(which & 0xFFFF);
      boolean contacts = (which & 1 << 16) != 0 || step < 0 || policy.contacts[step];
      if (contacts) {
        lastContact = Math.max(lastContact, on);
      }
      int place = which >>> 17;
      boolean counts =
          step >= 0
              && (place == own && own != Packing.ELSEWHERE
                  || place == Packing.ON_ACCOUNT && countsForOldest(step, on, own));
      if (!counts) {
        continue;
      }
      level = Math.max(level, step);
      if (contacts && on >= lastOwnContact) {
        lastOwnStep = on > lastOwnContact ? step : Math.max(lastOwnStep, step);
        lastOwnContact = on;
      }
    }
  }

  /** The place of the oldest free item. */
  private int oldest() {
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      if (row[i + 1] >> 32 == oldestDue && isFree(i)) {
        return (i - rowStart - Packing.HEAD) / Packing.WIDTH + 1;
      }
    }
    return Packing.ELSEWHERE;
  }

  private boolean isFree(int i) {
    boolean late = row[i + 1] >> 32 <= lateThrough;
    boolean claimed =
        policy.holdsPromises && promised >= day || policy.holdsDisputes && (row[i] & 1) != 0;
    return (int) row[i + 1] <= day
        && held < day
        && !(claimed && (late || !policy.holdsOnlyOverdue));
  }

  /** Whether a step of the account, taken on a day, counts for the oldest item. */
  private boolean countsForOldest(int step, int on, int own) {
    if (policy.countsSinceDue && on >= oldestDue) {
      return true;
    }
    if (on >= overdueFrom && on >= policy.reachedOn(step, oldestDue)) {
      return true;
    }
    for (int i = firstStep; i < endStep && own != Packing.ELSEWHERE; i++) {
      int which = (int) row[i];
      if (which >>> 17 == own
          && (int) (row[i] >> 32) <= on
          && policy.place(which & 0xFFFF) >= step) {
        return true;
      }
    }
    return false;
  }

  /**
   * Rule 10: the first day that is far enough from the last contact; never if these numbers do not
   * tell.
   */
  private long allowedOn(int next) {
    long sinceAny = policy.gap[next] == 0 ? NONE : lastContact;
    long fromAny = sinceAny == NONE ? NONE : sinceAny + policy.gap[next];
    if (fromAny > day) {
      int lifted = lifted(sinceAny);
      if (lifted < 0) {
        return NEVER;
      }
      fromAny = lifted > 0 ? NONE : fromAny;
    }
    long sinceOwn = policy.contacts[next] ? lastOwnContact : NONE;
    long fromOwn = sinceOwn == NONE ? NONE : sinceOwn + daysSinceOwn(next);
    if (fromOwn > Math.max(day, sinceOwn + 1)) {
      int lifted = lifted(sinceOwn);
      if (lifted < 0) {
        return NEVER;
      }
      fromOwn = lifted > 0 ? sinceOwn + 1 : fromOwn;
    }
    return Math.max(fromAny, fromOwn);
  }

  private long daysSinceOwn(int next) {
    int most = policy.daysBetweenSteps;
    if (most <= 1 || lastOwnStep < 0) {
      return 1;
    }
    long last = onTime(lastOwnStep);
    long then = onTime(next);
    boolean unknown = last >= NEVER || then >= NEVER;
    return unknown ? most : Math.max(1, Math.min(most, then - last));
  }

  /** Whether a promise broken since a contact ends the wait: 1 if so, 0 if not, -1 if unknown. */
  private int lifted(long sinceContact) {
    if (!policy.promiseLiftsGap || promiseUntil == NONE || promiseUntil < sinceContact) {
      return 0;
    }
    if (promised >= day) {
      watch(promised + 1);
      return 0;
    }
    return (flags & Packing.PROMISE_UNCLEAR) == 0 ? 1 : -1;
  }
}
