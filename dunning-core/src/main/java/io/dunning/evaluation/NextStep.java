package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;

/**
 * Finds the step in question: of the oldest item, or of the overdue item that has come furthest.
 * Looks at the ladder when it is asked first.
 */
final class NextStep {
  private final Debt debt;
  private final NextChange.Watch conditions;
  private long changesOn = EpochDay.NEVER;
  private Ladder ladder;

  NextStep(Debt debt) {
    this.debt = debt;
    conditions = new NextChange.Watch(debt.day());
  }

  /** The ladder of the item that leads. */
  Ladder ladder() {
    if (ladder == null) {
      boolean furthestLeads = debt.books().policy.highest;
      changesOn = furthestLeads ? debt.amountsChangeOn() : EpochDay.NEVER;
      ladder = furthestLeads && debt.isOverdue() ? furthest() : look(debt.oldest());
    }
    return ladder;
  }

  /** The ladder, if anybody asked for it; else null. */
  Ladder found() {
    return ladder;
  }

  private Ladder look(LeadingItem lead) {
    Ladder found = new Ladder(new LedDebt(debt, lead), conditions);
    changesOn = Math.min(changesOn, found.changesOn());
    return found;
  }

  private Ladder furthest() {
    Ladder furthest = null;
    for (int i = 0; i < debt.overdueCount(); i++) {
      Ladder each = look(debt.leading(debt.overdueItem(i)));
      furthest = furthest == null || isFurther(each, furthest) ? each : furthest;
    }
    return furthest;
  }

  /** Reached before waited for; the most severe step reached, the first one waited for; older. */
  private static boolean isFurther(Ladder one, Ladder other) {
    if (one.isReached() != other.isReached()) {
      return one.isReached();
    }
    if (one.isReached() && one.candidate() != other.candidate()) {
      return one.candidate() > other.candidate();
    }
    if (!one.isReached() && one.reachedOn() != other.reachedOn()) {
      return one.reachedOn() < other.reachedOn();
    }
    return one.candidate() >= 0 && other.candidate() < 0
        || one.debt().lead.due() < other.debt().lead.due();
  }

  /** The first later day on which the condition of a step that was asked can change. */
  long conditionsChangeOn() {
    ladder();
    return conditions.on();
  }

  /** The first later day on which the step in question can be another one, or is reached. */
  long changesOn() {
    ladder();
    return Math.min(changesOn, conditions.on());
  }

  /** Whether a condition was asked whose changes nobody can foresee. */
  boolean isOpaque() {
    ladder();
    return conditions.isOpaque();
  }

  /** Whether the policy names every amount at which a condition that was asked can change. */
  boolean namesAmounts() {
    ladder();
    return conditions.namesAmounts();
  }
}
