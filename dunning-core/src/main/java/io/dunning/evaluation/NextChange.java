package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.policy.Condition;
import io.dunning.policy.Situation;

/**
 * When a decision can come out otherwise, if nothing happens until then.
 *
 * @param on the first later day on which deciding again can come out otherwise; never after the day
 *     on which it does
 * @param certain whether it does come out otherwise on that day, so that nobody need try
 * @param opaque whether a condition was asked whose changes nobody can foresee
 */
record NextChange(long on, boolean certain, boolean opaque) {

  /** Notes, while deciding, every later day on which something that was asked can change. */
  static final class Watch {
    private long on = EpochDay.NEVER;
    private boolean certain;
    private boolean opaque;

    /** Something that was asked can change on a day. */
    void by(long day) {
      on = Math.min(on, day);
    }

    /** Nothing but what comes to pass on that day decides. */
    void certainly(boolean sure) {
      certain = sure;
    }

    /** Nobody can foresee when something that was asked changes. */
    void opaque(boolean is) {
      opaque |= is;
    }

    /** Asks a condition and notes when its answer can change. */
    boolean asks(Condition condition, Situation situation) {
      by(condition.changesOn(situation));
      opaque(condition.isOpaque());
      return condition.holds(situation);
    }

    long on() {
      return on;
    }

    boolean isOpaque() {
      return opaque;
    }

    NextChange after(long day) {
      return new NextChange(Math.max(on, day + 1), certain, opaque);
    }
  }
}
