package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Correspondence;
import io.dunning.ledger.StepsTaken;

/**
 * Which letters of steps came back from the customer, and of which the delivery is given up because
 * nobody confirmed it. Immutable.
 */
final class Letters {
  private final PreparedPolicy policy;
  private final long day;

  /** What is known of the letters of the item, null if nothing is; and of those of the account. */
  private final Correspondence own;

  private final Correspondence whole;

  Letters(PreparedPolicy policy, Correspondence own, Correspondence whole, long day) {
    this.policy = policy;
    this.own = own;
    this.whole = whole;
    this.day = day;
  }

  /**
   * Whether the letter of a step taken on a day came back, or is given up: one of the account for
   * the item, or one of the item for the account. On the day of the step itself it was an earlier
   * letter. A letter that came back where it was sent is not taken at all.
   */
  boolean isReturned(int index, long on, boolean ofAccount) {
    if (givenUpOn(index, on) <= day) {
      return true;
    }
    Correspondence letters = ofAccount ? own : whole;
    return letters != null && letters.anyReturned() && letters.returnedDay(name(index)) > on;
  }

  /** The last day on which a letter of a step came back; {@link EpochDay#NONE} if none did. */
  long returnedOn(int index) {
    long ofItem = own == null ? EpochDay.NONE : own.returnedDay(name(index));
    return Math.max(ofItem, whole.returnedDay(name(index)));
  }

  /**
   * The day on which the delivery of a step that was taken on a day is given up; never if it was
   * confirmed.
   */
  long givenUpOn(int index, long on) {
    long givenUp = policy.deliveryGivenUpOn(index, on);
    if (givenUp == EpochDay.NEVER) {
      return givenUp;
    }
    long ofItem = own == null ? EpochDay.NONE : own.deliveredDay(name(index));
    return Math.max(ofItem, whole.deliveredDay(name(index))) >= on ? EpochDay.NEVER : givenUp;
  }

  /** The next day on which the delivery of a step that was taken is given up. */
  long givesUpOn(StepsTaken taken) {
    long next = EpochDay.NEVER;
    for (int i = 0; i < taken.count() && policy.delivery.isGivenUp(); i++) {
      int index = policy.indexOf(taken.name(i));
      long on = index < 0 ? EpochDay.NEVER : givenUpOn(index, taken.day(i));
      next = on > day ? Math.min(next, on) : next;
    }
    return next;
  }

  private String name(int index) {
    return policy.steps[index].step.name();
  }
}
