package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;

/**
 * The rules by which packed standings are decided about. They are those of {@code Decider}, in its
 * order; each method that is one of them names its number.
 */
abstract sealed class PackedRules extends PackedFacts permits CompiledDecider {
  static final int CLOSED = Answer.of(Finding.CLOSED);
  static final int NOT_ISSUED = Answer.of(Finding.NOT_ISSUED);
  static final int NOT_DUE = Answer.of(Finding.NOT_DUE);
  static final int IN_GRACE = Answer.of(Finding.IN_GRACE);
  static final int BELOW_MINIMUM = Answer.of(Finding.BELOW_MINIMUM);
  static final int LADDER_DONE = Answer.of(Finding.LADDER_DONE);
  static final int TOO_EARLY = Answer.of(Finding.TOO_EARLY);
  static final int STEP_BELOW_MINIMUM = Answer.of(Finding.STEP_BELOW_MINIMUM);
  static final int CONTACT_TOO_SOON = Answer.of(Finding.CONTACT_TOO_SOON);
  static final int CONTACT_NOT_ALLOWED = Answer.of(Finding.CONTACT_NOT_ALLOWED);
  static final int DUE = Answer.of(Finding.DUE);
  static final int DUE_ONCE_APPROVED = Answer.of(Finding.DUE_ONCE_APPROVED);
  static final int UNCOVERED = Answer.UNCOVERED;

  /** A step to be taken is in a softer tone. This stands where a hold says what holds. */
  private static final int SOFTER = 1 << Answer.HOLDER_SHIFT;

  /** A step may or may not apply: its condition is not known. Stands for no answer. */
  static final int ASKS_CONDITION = -1;

  /** A step is reached, and asks for more before it is taken. Stands for no answer. */
  static final int ASKS_MORE = -2;

  /** The day on which the step in question is reached. */
  long reachedOn;

  /** The first day on which the step in question is far enough from the last contact. */
  long allowedOn;

  /** Whether rules of contact know the customer, and all that happened is too old for them. */
  private boolean isQuiet;

  PackedRules(CompiledPolicy policy) {
    super(policy);
  }

  private static int held(Holder by) {
    return Answer.of(Finding.HELD) | by.ordinal() << Answer.HOLDER_SHIFT;
  }

  final boolean isUncovered(long asOfDay) {
    isQuiet = group != CustomerGroups.OTHERS && policy.isQuiet(lastDay, asOfDay);
    return !CompiledPolicy.isCovered(asOfDay)
        || asOfDay < lastDay
        || policy.anyApproval && (flags & Packing.DECIDED) != 0
        || policy.anyAddressee && (flags & Packing.PERSONS) != 0
        || policy.charges && (flags & Packing.OVERPAID) != 0;
  }

  /** The decision at the end of a day. */
  final int on(long asOfDay) {
    look(asOfDay);
    if (isEmpty()) {
      return CLOSED; // rule 1
    }
    if (isHeld()) {
      return held(heldBy()); // rule 2
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
    // on that day the item is overdue, in grace or held: the decision is another one
    long on = day > oldestDue ? policy.overdueFrom(oldestDue) : oldestDue + 1;
    watch(on);
    certain = changesOn == on;
    return day > oldestDue ? IN_GRACE : NOT_DUE;
  }

  /** Rules 6 to 12: which step is next. */
  private int onLadder() {
    overdueFrom = policy.overdueFrom(oldestDue);
    lookAtSteps();
    if (unsure) {
      return UNCOVERED;
    }
    int next = candidate();
    if (next < 0) {
      return ASKS_CONDITION;
    }
    if (nothingReleased) {
      changesOn = NEVER; // what falls due or is held later leaves the oldest overdue item
    }
    if (next == policy.steps) {
      return policy.repeats && level == next - 1 ? UNCOVERED : LADDER_DONE; // rule 6
    }
    if (policy.isUnknown(next) || awaitsAnchor(next)) {
      return ASKS_CONDITION;
    }
    return about(next);
  }

  /** Rules 7 to 12: whether the next step is to be taken. */
  private int about(int next) {
    int step = next + 1 << Answer.STEP_SHIFT;
    reachedOn = reachedOn(next);
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
    if (policy.asksMore[next]
        || policy.channels[next] != null && !isQuiet
        || policy.softer[next] != null && (flags & Packing.SETTLED) != 0) {
      return ASKS_MORE; // rules 11 to 13
    }
    return isPermitted(next) ? take(next) : CONTACT_NOT_ALLOWED | step;
  }

  /** Rule 11: rules of contact allow the step today, as nothing happened lately. */
  private boolean isPermitted(int next) {
    if (policy.channels[next] == null) {
      return true;
    }
    long on = policy.permittedOn(next, group, day);
    watch(on > day ? on : policy.forbiddenOn(next, group, day + 1));
    return on <= day;
  }

  /** Rule 13; the bank (rule 12) says nothing about accounts whose standing is packed. */
  private int take(int next) {
    int step = next + 1 << Answer.STEP_SHIFT;
    step |= policy.softer[next] != null && isSofter(policy.softer[next]) ? SOFTER : 0;
    return (policy.needsApproval[next] ? DUE_ONCE_APPROVED : DUE) | step;
  }

  /** Whether a tone is the softer one; no invoice of the account was ever settled. */
  private boolean isSofter(BandTest test) {
    long severeFrom = longOverdueFrom();
    boolean severe = severeFrom <= day;
    boolean now = severe ? test.ifSevere() : test.ifUnknown();
    if (now != test.ifSevere()) {
      watch(severeFrom);
    }
    return now;
  }

  /**
   * The next step whose condition holds; notes if what falls due or is charged later can change
   * that. Below zero if the row does not tell.
   */
  private int candidate() {
    int next = level + 1;
    if (!policy.anyCondition) {
      return next;
    }
    long charges = policy.meter == null ? 0 : chargesOfOldest(day);
    if (charges < 0) {
      return -1;
    }
    int found = policy.applying(next, freeSum, lateSum, charges, currency);
    // while nothing is released or held, what is open stays, and all of it may fall overdue
    boolean stays = policy.applying(next, freeSum, freeSum, charges, currency) == found;
    if (!stays || anyHeldOnceOverdue) {
      watch(nextOverdue());
      nothingReleased = false;
    }
    for (int i = next; i < found && policy.meter != null; i++) {
      watchCharges(policy.leastCharges(i, currency));
    }
    return found;
  }
}
