package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;

/**
 * The distance that a step keeps from the last contact with the customer.
 *
 * @param lastContact the day of the contact from which it is counted
 * @param allowedOn the first day on which the step may be taken
 */
record ContactGap(long lastContact, long allowedOn) {

  /**
   * The distance before a step: the days that the policy asks for since any contact, unless a
   * promise or plan broken since lifts them; and at least a day since a contact of this ladder, or
   * what the policy asks for between two steps.
   */
  static ContactGap before(PreparedStep step, Ladder ladder, NextChange.Watch change) {
    LedDebt debt = ladder.debt();
    long sinceAny = step.gap == 0 ? EpochDay.NONE : debt.books.contacts().last();
    long fromAny = sinceAny == EpochDay.NONE ? sinceAny : sinceAny + step.gap;
    if (fromAny > debt.day && new ContactGapWaiver(debt, change).appliesSince(sinceAny)) {
      fromAny = EpochDay.NONE;
    }
    long sinceOwn = step.contacts ? ladder.progress().lastContact() : EpochDay.NONE;
    long fromOwn = sinceOwn == EpochDay.NONE ? sinceOwn : sinceOwn + daysSinceOwn(ladder, sinceOwn);
    if (fromOwn > Math.max(debt.day, sinceOwn + 1)
        && new ContactGapWaiver(debt, change).appliesSince(sinceOwn)) {
      fromOwn = sinceOwn + 1;
    }
    return fromAny >= fromOwn
        ? new ContactGap(sinceAny, fromAny)
        : new ContactGap(sinceOwn, fromOwn);
  }

  /**
   * How long after a step that contacted the customer the candidate may come: never faster than the
   * triggers say, up to the days that the policy asks for. A day is enough if the policy skips what
   * was missed, for a step that repeats or was brought forward, and for one that counts from the
   * step before it.
   */
  private static long daysSinceOwn(Ladder ladder, long lastContact) {
    LedDebt debt = ladder.debt();
    PreparedPolicy policy = debt.books.policy;
    int most = policy.daysBetweenSteps;
    if (most <= 1 || policy.skips() || ladder.repeats() || ladder.isBroughtForward()) {
      return 1;
    }
    int before = debt.progress.stepOf(lastContact);
    int next = ladder.candidate();
    if (before < 0 || before == policy.steps[next].anchor) {
      return 1;
    }
    long last = debt.progress.onTime(before);
    long then = debt.progress.onTime(next);
    boolean unknown = last == EpochDay.NEVER || then == EpochDay.NEVER;
    return unknown ? most : Math.max(1, Math.min(most, then - last));
  }
}
