package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;

import io.dunning.money.CurrencyUnit;

/**
 * Decides about packed standings by a compiled policy. The rules are those of {@code Decider}, in
 * its order; each method that is one of them names its number. The answer is an {@link Answer}. Who
 * wants to know more than that {@linkplain #begin begins} a decision, reads {@linkplain PackedFacts
 * what was found}, and {@linkplain #finish finishes} it.
 *
 * <p>For one thread.
 */
public final class CompiledDecider extends PackedFacts {
  static final int ON_HOLD = held(Holder.RECORDED);
  static final int DISPUTED = held(Holder.DISPUTE);
  static final int PROMISED = held(Holder.PROMISE);

  private static final int CLOSED = Answer.of(Finding.CLOSED);
  private static final int NOT_ISSUED = Answer.of(Finding.NOT_ISSUED);
  private static final int NOT_DUE = Answer.of(Finding.NOT_DUE);
  private static final int IN_GRACE = Answer.of(Finding.IN_GRACE);
  private static final int BELOW_MINIMUM = Answer.of(Finding.BELOW_MINIMUM);
  private static final int LADDER_DONE = Answer.of(Finding.LADDER_DONE);
  private static final int TOO_EARLY = Answer.of(Finding.TOO_EARLY);
  private static final int STEP_BELOW_MINIMUM = Answer.of(Finding.STEP_BELOW_MINIMUM);
  private static final int CONTACT_TOO_SOON = Answer.of(Finding.CONTACT_TOO_SOON);
  private static final int DUE = Answer.of(Finding.DUE);
  private static final int DUE_ONCE_APPROVED = Answer.of(Finding.DUE_ONCE_APPROVED);
  private static final int UNCOVERED = Answer.UNCOVERED;

  /** A step may or may not apply: its condition is not known. Stands for no answer. */
  private static final int ASKS_CONDITION = -1;

  /** A step is reached, and asks for more before it is taken. Stands for no answer. */
  private static final int ASKS_MORE = -2;

  /** What was decided for the day asked about, while the decision is not finished. */
  private int begun;

  private long begunOn;

  /** The day on which the step in question is reached. */
  private long reachedOn;

  /** The first day on which the step in question is far enough from the last contact. */
  private long allowedOn;

  /**
   * A decider.
   *
   * @param policy the policy
   */
  public CompiledDecider(CompiledPolicy policy) {
    super(policy);
  }

  private static int held(Holder by) {
    return Answer.of(Finding.HELD) | by.ordinal() << Answer.HOLDER_SHIFT;
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
    return decide(asOfDay);
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
    return Packing.invoices(rows[at]);
  }

  /**
   * The currency of an account that has an invoice.
   *
   * @param row the row of the account, which begins at 0
   * @return the currency of all invoices
   */
  public static CurrencyUnit currency(long[] row) {
    return Names.currency((int) row[0] >> 8 & 0xFF);
  }

  /**
   * The place in the account of an open invoice, for a row that is {@linkplain KeptRow kept}.
   *
   * @param row the row of the account, which begins at 0
   * @param invoice which of its open invoices, from 0
   * @return the place
   */
  public static int place(long[] row, int invoice) {
    int end = Packing.HEAD + Packing.WIDTH * invoices(row, 0) + (int) (row[0] >> 32);
    return (int) (row[end + (invoice >> 1)] >>> ((invoice & 1) << 5));
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
    only(invoice);
    return decide(asOfDay);
  }

  /**
   * Decides about each open invoice of an account on its own, as {@link #decide(long[], int, long,
   * int)}.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @param asOfDay the day
   * @param answers takes an answer for each open invoice; as long as there are invoices, or longer
   */
  public void decideEach(long[] rows, int at, long asOfDay, long[] answers) {
    open(rows, at);
    int first = firstInvoice;
    int end = endInvoice;
    boolean uncovered = isUncovered(asOfDay);
    boolean earlySteps = policy.repeats || policy.anyAnchored;
    boolean plain = isPlain() && !(earlySteps && firstStep < endStep);
    for (int i = first, k = 0; i < end; i += Packing.WIDTH, k++) {
      long due = rows[i + 1] >> 32;
      if (uncovered) {
        answers[k] = UNCOVERED;
      } else if (plain && asOfDay <= due && (int) rows[i + 1] <= asOfDay) {
        answers[k] = due + 1 << 32 | NOT_DUE; // rule 3, as most are
      } else {
        firstInvoice = i;
        endInvoice = i + Packing.WIDTH;
        answers[k] = reviewed(on(asOfDay), asOfDay);
      }
    }
  }

  private long decide(long asOfDay) {
    return isUncovered(asOfDay) ? UNCOVERED : reviewed(on(asOfDay), asOfDay);
  }

  /**
   * Decides about all invoices of an account, at the end of a day. Until the decision is finished,
   * the other methods say what was found.
   *
   * @param row the row of the account, which begins at 0
   * @param asOfDay the day
   * @return an answer without its review date
   */
  public long begin(long[] row, long asOfDay) {
    open(row, 0);
    return begin(asOfDay);
  }

  /**
   * Decides about one open invoice of an account, as {@link #begin(long[], long)}.
   *
   * @param row the row of the account, which begins at 0
   * @param asOfDay the day
   * @param invoice which of its open invoices, from 0
   * @return an answer without its review date
   */
  public long begin(long[] row, long asOfDay, int invoice) {
    open(row, 0);
    only(invoice);
    return begin(asOfDay);
  }

  private long begin(long asOfDay) {
    begunOn = asOfDay;
    begun = isUncovered(asOfDay) ? UNCOVERED : Math.max(UNCOVERED, on(asOfDay));
    return begun;
  }

  /**
   * Says when to look again. What was found is forgotten.
   *
   * @return the answer, which may not be covered although it was begun
   */
  public long finish() {
    return reviewed(begun, begunOn);
  }

  private long reviewed(int now, long asOfDay) {
    if (now <= UNCOVERED) {
      return UNCOVERED;
    }
    int then = now;
    long on = asOfDay;
    while (then == now) {
      on = Math.max(changesOn, on + 1);
      if (on >= NEVER) {
        return (long) NEVER << 32 | now;
      }
      if (certain) {
        return on << 32 | now;
      }
      then = on(on);
    }
    return differs(now, then) ? on << 32 | now : UNCOVERED;
  }

  /**
   * Whether what is decided on a later day certainly is another decision. It is if a step asks for
   * more: either it is taken, or a later rule keeps it waiting. A step whose condition is not known
   * can turn out not to apply; but then, too, the ladder is asked, which it was not before.
   */
  private static boolean differs(int now, int then) {
    return then != UNCOVERED && (then != ASKS_CONDITION || !isOnLadder(now));
  }

  /** Whether a decision was made by what the ladder says. */
  private static boolean isOnLadder(int answer) {
    return Answer.finding(answer).compareTo(Finding.LADDER_DONE) >= 0;
  }

  /** {@return the day on which the step in question is reached} */
  public long reachedOn() {
    return reachedOn;
  }

  /** {@return the first day on which the step in question is far enough from the last contact} */
  public long allowedOn() {
    return allowedOn;
  }

  /** {@return the day of the contact from which that distance counts} */
  public long gapFrom() {
    return gapFrom;
  }

  /**
   * {@return the place of the most severe step that counts for the oldest item; -1 if none does}
   */
  public int level() {
    return level;
  }

  private boolean isUncovered(long asOfDay) {
    return !CompiledPolicy.isCovered(asOfDay)
        || asOfDay < lastDay
        || policy.anyApproval && (flags & Packing.DECIDED) != 0
        || policy.anyAddressee && (flags & Packing.PERSONS) != 0
        || policy.charges && (flags & Packing.OVERPAID) != 0;
  }

  /** The decision at the end of a day. */
  private int on(long asOfDay) {
    look(asOfDay);
    if (isEmpty()) {
      return CLOSED; // rule 1
    }
    if (isHeld()) {
      return policy.anyAnchored && anyFree && mayStepEarly() ? UNCOVERED : held(); // rule 2
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
    if (mayStepEarly()) {
      return UNCOVERED;
    }
    // on that day the item is overdue, in grace or held: the decision is another one
    long on = day > oldestDue ? policy.overdueFrom(oldestDue) : oldestDue + 1;
    watch(on);
    certain = changesOn == on;
    return day > oldestDue ? IN_GRACE : NOT_DUE;
  }

  /**
   * Whether a step may be reached before the oldest free item is overdue: the last step again, or
   * one that counts from another step which was taken for this item already.
   */
  private boolean mayStepEarly() {
    if (firstStep == endStep || !policy.repeats && !policy.anyAnchored) {
      return false;
    }
    overdueFrom = policy.overdueFrom(oldestDue);
    lookAtSteps();
    return policy.repeats && level == policy.steps - 1 || policy.anyAnchored && level >= 0;
  }

  /** Rules 6 to 12. */
  private int onLadder() {
    overdueFrom = policy.overdueFrom(oldestDue);
    lookAtSteps();
    if (unsure) {
      return UNCOVERED;
    }
    int next = candidate();
    if (nothingReleased) {
      changesOn = NEVER; // what falls due or is held later leaves the oldest overdue item
    }
    if (next == policy.steps) {
      return policy.repeats && level == next - 1 ? UNCOVERED : LADDER_DONE; // rule 6
    }
    if (policy.isUnknown(next)) {
      return ASKS_CONDITION;
    }
    int step = next + 1 << Answer.STEP_SHIFT;
    reachedOn = onTime(next);
    if (reachedOn >= NEVER) {
      return UNCOVERED;
    }
    if (reachedOn > day) {
      watch(reachedOn); // rule 7
      certain = nothingReleased;
      return TOO_EARLY | step;
    }
    if (policy.isShort(lateSum, next, currency)) {
      watch(nextOverdue()); // rule 8
      return STEP_BELOW_MINIMUM | step;
    }
    if (policy.hasPrerequisites[next]) {
      return ASKS_MORE; // rule 9
    }
    allowedOn = allowedOn(next); // rule 10
    if (allowedOn == NEVER) {
      return UNCOVERED;
    }
    if (allowedOn > day) {
      watch(allowedOn);
      certain = nothingReleased;
      return CONTACT_TOO_SOON | step;
    }
    if (policy.asksMore[next]) {
      return ASKS_MORE; // rules 11 and 12
    }
    return (policy.needsApproval[next] ? DUE_ONCE_APPROVED : DUE) | step; // rule 12
  }

  /** The next step whose condition holds; notes if what falls due later can change that. */
  private int candidate() {
    int next = level + 1;
    if (!policy.anyCondition) {
      return next;
    }
    int found = policy.applying(next, freeSum, lateSum, currency);
    // while nothing is released or held, what is open stays, and all of it may fall overdue
    boolean stays = policy.applying(next, freeSum, freeSum, currency) == found;
    if (!stays || anyHeldOnceOverdue) {
      watch(nextOverdue());
      nothingReleased = false;
    }
    return found;
  }
}
