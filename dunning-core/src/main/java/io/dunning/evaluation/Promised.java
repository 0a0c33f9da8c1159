package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PromiseToPay;

/**
 * What a promise to pay holds of an item.
 *
 * @param promise the promise; null without one
 * @param through its last day, tolerance included; {@link EpochDay#NONE} without one
 * @param part how much it holds, in minor units; {@link #ALL} for all
 */
record Promised(PromiseToPay promise, long through, long part) {
  static final long ALL = Long.MAX_VALUE;
  static final Promised NOTHING = new Promised(null, EpochDay.NONE, 0);

  /** The same promise, if it holds no longer than through a day. */
  Promised noLongerThan(long lastDay) {
    return lastDay >= through ? this : new Promised(promise, lastDay, part);
  }

  /** How much it holds on a day. */
  long partOn(long day) {
    return day <= through ? part : 0;
  }

  /** The day after it, if it holds a part on a day; else never. */
  long partEndsOn(long day) {
    return day <= through && part != ALL ? through + 1 : EpochDay.NEVER;
  }

  /** The last day on which two promises together hold all of an amount. */
  static long throughForAll(Promised one, Promised other, long amount) {
    long first = one.part >= amount ? one.through : EpochDay.NONE;
    long second = other.part >= amount ? other.through : EpochDay.NONE;
    long alone = Math.max(first, second);
    boolean together = alone == EpochDay.NONE && one.part + other.part >= amount;
    return together ? Math.min(one.through, other.through) : alone;
  }
}
