package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepRefused;
import io.dunning.policy.Condition;

/**
 * The step of the ladder that is next for a debt: the candidate, and the day on which it is
 * reached. Found once, for the item that leads; then read only.
 */
final class Ladder {
  private static final Condition LAPSED = Condition.limitationPassed();

  private final LedDebt debt;
  private final Progress progress;
  private final PreparedPolicy policy;
  private final int closedChannels;
  private final NextChange.Watch conditions;
  private final int candidate;
  private final long reachedOn;
  private final boolean repeats;

  /** The first later day on which another step can be the candidate, conditions left aside. */
  private long othersReachedOn = EpochDay.NEVER;

  /** Looks at the ladder; notes when the conditions that it asks can change. */
  Ladder(LedDebt debt, NextChange.Watch conditions) {
    this.debt = debt;
    this.conditions = conditions;
    progress = debt.progress;
    policy = debt.books.policy;
    closedChannels = debt.books.closedChannels;
    conditions.by(progress.breach().nextOn());
    conditions.by(progress.givesUpOn());
    int found = policy.skips() ? skip() : policy.catchesUp() ? catchUp() : climb();
    repeats = found < 0 && repeatsLast();
    candidate = repeats ? policy.steps.length - 1 : found;
    reachedOn =
        repeats
            ? progress.repeatedOn(candidate, policy.repeat.orElseThrow())
            : candidate < 0 ? EpochDay.NEVER : reachedOn(candidate);
  }

  /** The next step that applies. */
  private int climb() {
    for (int i = progress.first(); i < policy.steps.length; i++) {
      if (applies(i)) {
        return i;
      }
    }
    return -1;
  }

  /** The most severe step that is reached; else the one that is reached first. */
  private int catchUp() {
    int found = -1;
    long foundOn = EpochDay.NEVER;
    for (int i = policy.steps.length - 1; i >= progress.first(); i--) {
      if (!applies(i)) {
        continue;
      }
      long on = reachedOn(i);
      if (on <= debt.day) {
        othersReachedOn = found < 0 ? EpochDay.NEVER : foundOn;
        return i;
      }
      if (found < 0 || goesBefore(on, foundOn)) {
        found = i;
        foundOn = on;
      }
    }
    return found;
  }

  /** Whether an earlier step goes before a later one: it is reached sooner, or neither ever is. */
  private static boolean goesBefore(long on, long laterStepOn) {
    return on < laterStepOn || on == EpochDay.NEVER && laterStepOn == EpochDay.NEVER;
  }

  /** The step that is reached on this very day; else the one that is reached next. */
  private int skip() {
    int found = -1;
    long foundOn = EpochDay.NEVER;
    for (int i = policy.steps.length - 1; i >= progress.first(); i--) {
      if (!applies(i)) {
        continue;
      }
      long on = reachedOn(i);
      if (on == debt.day) {
        othersReachedOn = debt.day + 1;
        return i;
      }
      if (on > debt.day && (found < 0 || goesBefore(on, foundOn))) {
        found = i;
        foundOn = on;
      }
    }
    return found;
  }

  private boolean repeatsLast() {
    int last = policy.steps.length - 1;
    return progress.level() == last && policy.repeat.isPresent() && applies(last);
  }

  /** What keeps a step from being taken at all, whatever its day. */
  private enum Bar {
    FORBIDDEN,
    WITHOUT_CHANNEL,
    REFUSED,
    CLAIM_LAPSED,
    LAPSED,
    BEHIND_OLDER,
    CONDITION_FAILS
  }

  private boolean applies(int index) {
    return bar(index) == null;
  }

  /**
   * The first thing that bars a step; null if it applies: no restriction forbids it, a channel is
   * open, nobody refused it, its claim and its time are not over, its condition holds. Notes when
   * that can change.
   */
  private Bar bar(int index) {
    PreparedStep step = policy.steps[index];
    if ((debt.lead.restrictions() & ~step.allowedDuring) != 0) {
      return Bar.FORBIDDEN;
    }
    if (closedChannels != 0 && step.contacts && step.channel(closedChannels) == null) {
      return Bar.WITHOUT_CHANNEL;
    }
    if (decision(index) instanceof StepRefused) {
      return Bar.REFUSED;
    }
    if (step.enforces && claimHasLapsed()) {
      return Bar.CLAIM_LAPSED;
    }
    Bar late = step.lapses ? tooLate(step) : null;
    if (late != null) {
      return late;
    }
    boolean holds = step.condition.isAlways() || conditions.asks(step.condition, debt);
    return holds ? null : Bar.CONDITION_FAILS;
  }

  /** What bars a step for the time before the due date: its last day is over, or older debts. */
  private Bar tooLate(PreparedStep step) {
    long last = lastDay(step);
    if (debt.day > last) {
      return Bar.LAPSED;
    }
    boolean onlyFirst = !step.step.allowedWhileOverdue();
    if (onlyFirst && debt.day >= debt.books.overdueFrom()) {
      return Bar.BEHIND_OLDER;
    }
    conditions.by(EpochDay.after(last));
    if (onlyFirst) {
      conditions.by(debt.books.overdueFrom());
    }
    return null;
  }

  private boolean claimHasLapsed() {
    conditions.by(LAPSED.changesOn(debt));
    return LAPSED.holds(debt);
  }

  /** The last day on which a step that lapses can be taken. */
  private long lastDay(PreparedStep step) {
    long due = debt.lead.due();
    if (!step.offersDiscount) {
      return due;
    }
    long last = debt.books.invoices.get(debt.lead.place()).invoice().lastDiscountDay();
    return last == EpochDay.NONE ? due : Math.min(last, due);
  }

  /** Why a step does not apply; null if it does. */
  Reason whyNot(int index) {
    PreparedStep step = policy.steps[index];
    Bar bar = bar(index);
    if (bar == null) {
      return null;
    }
    return switch (bar) {
      case FORBIDDEN ->
          new LeftOutReason.StepForbidden(step.name, Restrictions.of(debt.lead.restrictions()));
      case WITHOUT_CHANNEL -> new LeftOutReason.StepWithoutChannel(step.name, step.channels);
      case REFUSED -> new LeftOutReason.StepRefused(step.name, decision(index).date());
      case CLAIM_LAPSED ->
          new LeftOutReason.ClaimLapsed(step.name, Reasons.date(debt.claimEndsFrom(EpochDay.NONE)));
      case LAPSED -> new LeftOutReason.StepLapsed(step.name, Reasons.date(lastDay(step)));
      case BEHIND_OLDER ->
          new LeftOutReason.StepBehindOlder(step.name, Reasons.date(debt.books.overdueFrom()));
      case CONDITION_FAILS ->
          new LeftOutReason.StepNotApplicable(step.name, step.condition.toString());
    };
  }

  /** Whether a person approved a step. */
  boolean isApproved(int index) {
    return decision(index) instanceof StepApproved;
  }

  /**
   * What a person decided last about a step of this debt, since it was last taken, for whichever
   * debt; null if nothing.
   */
  private LedgerEvent decision(int index) {
    if (!policy.steps[index].approvable || debt.quiet()) {
      return null;
    }
    String step = policy.steps[index].step.name();
    LedgerEvent onItem = debt.standing().steps().decision(step).orElse(null);
    LedgerEvent onAccount =
        debt.account()
            .steps()
            .decision(step)
            .filter(d -> progress.isMeantBy(d, index))
            .orElse(null);
    LedgerEvent latest =
        onItem == null || onAccount != null && onAccount.date().isAfter(onItem.date())
            ? onAccount
            : onItem;
    if (latest == null) {
      return null;
    }
    long on = latest.date().toEpochDay();
    return progress.isOfDebt(on) && on > progress.carriedOutOn(index) ? latest : null;
  }

  /** The first day on which the trigger of a step is reached; never if that cannot be said. */
  long reachedOn(int index) {
    int anchor = policy.steps[index].anchor;
    return progress.reachedOn(index, anchor < 0 ? EpochDay.NEVER : anchorDay(anchor));
  }

  /**
   * The day an earlier step was taken; or could have been, if it was passed over. Nothing counts
   * from a letter that came back until it is sent again.
   */
  private long anchorDay(int index) {
    long taken = progress.takenOn(index);
    if (taken != EpochDay.NONE) {
      return taken;
    }
    if (progress.isReturned(index)) {
      return EpochDay.NEVER;
    }
    return isPassedOver(index) ? reachedOn(index) : EpochDay.NEVER;
  }

  private boolean isPassedOver(int index) {
    return index < progress.first() || policy.skips() || !applies(index);
  }

  /** Whether the candidate comes before its trigger, because a promise or a plan was broken. */
  boolean isBroughtForward() {
    int anchor = candidate < 0 ? -1 : policy.steps[candidate].anchor;
    return candidate >= 0
        && progress.isBroughtForward(candidate, anchor < 0 ? EpochDay.NEVER : anchorDay(anchor));
  }

  /**
   * Whether the step from which a step counts has yet to be taken, so that nobody knows its day.
   */
  boolean awaitsAnchor(int index) {
    int anchor = policy.steps[index].anchor;
    if (anchor < 0 || progress.takenOn(anchor) != EpochDay.NONE) {
      return false;
    }
    return progress.isReturned(anchor) || !isPassedOver(anchor) || awaitsAnchor(anchor);
  }

  LedDebt debt() {
    return debt;
  }

  Progress progress() {
    return progress;
  }

  /** The place of the next step; -1 if none is left. */
  int candidate() {
    return candidate;
  }

  boolean isReached() {
    return candidate >= 0 && reachedOn <= debt.day;
  }

  /** The day on which the candidate is reached; never without one, or if nobody knows. */
  long reachedOn() {
    return reachedOn;
  }

  /** Whether the candidate is the last step once more. */
  boolean repeats() {
    return repeats;
  }

  /** The first later day on which the candidate is another one, or is reached, conditions aside. */
  long changesOn() {
    return reachedOn > debt.day ? Math.min(othersReachedOn, reachedOn) : othersReachedOn;
  }
}
