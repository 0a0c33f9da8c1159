package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;
import static io.dunning.compiled.Packing.NONE;

import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;

/**
 * Decides about packed standings by a compiled policy. The rules are those of {@code Decider}, in
 * its order; each method that is one of them names its number. An answer is one {@code long}: what
 * was decided in the low half, the review date in the high half.
 *
 * <p>For one thread.
 */
public final class CompiledDecider extends PackedDebt {
  /** The tables do not cover the account or the day. */
  static final int UNCOVERED = 0;

  /** Bits of an answer below the review date: one more than the verdict, rule, holder, step. */
  private static final int VERDICT_BITS = 7;

  private static final int RULE_SHIFT = 3;
  private static final int RULE_BITS = 31;
  private static final int HOLDER_SHIFT = 8;
  private static final int HOLDER_BITS = 3;
  private static final int STEP_SHIFT = 10;

  static final int HELD = held(Holder.RECORDED);
  static final int DISPUTED = held(Holder.DISPUTE);
  static final int PROMISED = held(Holder.PROMISE);

  private static final int CLOSED = answer(Verdict.CLOSED, Rule.CLOSED);
  private static final int NOT_ISSUED = answer(Verdict.NOT_DUE, Rule.NOT_ISSUED);
  private static final int NOT_DUE = answer(Verdict.NOT_DUE, Rule.NOT_DUE);
  private static final int IN_GRACE = answer(Verdict.NOT_DUE, Rule.IN_GRACE);
  private static final int BELOW_MINIMUM = answer(Verdict.WAIT, Rule.BELOW_MINIMUM);
  private static final int LADDER_DONE = answer(Verdict.EXHAUSTED, Rule.LADDER_DONE);
  private static final int TOO_EARLY = answer(Verdict.WAIT, Rule.TOO_EARLY);
  private static final int STEP_BELOW_MINIMUM = answer(Verdict.WAIT, Rule.STEP_BELOW_MINIMUM);
  private static final int CONTACT_TOO_SOON = answer(Verdict.WAIT, Rule.CONTACT_TOO_SOON);
  private static final int DUE = answer(Verdict.ACT, Rule.DUE);
  private static final int DUE_ONCE_APPROVED = answer(Verdict.AWAIT_APPROVAL, Rule.DUE);

  private static final Verdict[] VERDICTS = Verdict.values();
  private static final Rule[] RULES = Rule.values();
  private static final Holder[] HOLDERS = Holder.values();

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
    super(policy);
  }

  private static int answer(Verdict verdict, Rule rule) {
    return verdict.ordinal() + 1 | rule.ordinal() << RULE_SHIFT;
  }

  private static int held(Holder by) {
    return answer(Verdict.HOLD, Rule.HELD) | by.ordinal() << HOLDER_SHIFT;
  }

  /**
   * Whether the tables cover the account and the day. If not, ask the readable decider: the answer
   * says nothing else.
   *
   * @param answer an answer
   * @return false if nothing was decided
   */
  public static boolean isCovered(long answer) {
    return answer != UNCOVERED;
  }

  /**
   * What is to be done.
   *
   * @param answer an answer that is covered
   * @return the verdict
   */
  public static Verdict verdict(long answer) {
    return VERDICTS[((int) answer & VERDICT_BITS) - 1];
  }

  /**
   * The rule that decided.
   *
   * @param answer an answer that is covered
   * @return the rule
   */
  public static Rule rule(long answer) {
    return RULES[(int) answer >> RULE_SHIFT & RULE_BITS];
  }

  /**
   * What holds the debt.
   *
   * @param answer an answer whose verdict is {@link Verdict#HOLD}
   * @return what holds it
   */
  public static Holder holder(long answer) {
    return HOLDERS[(int) answer >> HOLDER_SHIFT & HOLDER_BITS];
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
    only(from, to);
    if (!CompiledPolicy.isCovered(asOfDay) || isUncovered((int) rows[at + 2], asOfDay)) {
      return UNCOVERED;
    }
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

  private boolean isUncovered(int lastDay, long asOfDay) {
    return asOfDay < lastDay
        || policy.anyApproval && (flags & Packing.DECIDED) != 0
        || policy.anyAddressee && (flags & Packing.PERSONS) != 0;
  }

  /** The decision at the end of a day. */
  private int on(long asOfDay) {
    look(asOfDay);
    if (isEmpty()) {
      return CLOSED; // rule 1
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
