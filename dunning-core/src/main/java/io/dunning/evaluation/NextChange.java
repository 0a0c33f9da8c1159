package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.policy.Circumstances;

/**
 * When a decision can come out otherwise, if nothing happens until then.
 *
 * @param on the first later day on which deciding again can come out otherwise; never after the day
 *     on which it does
 * @param certain whether it does come out otherwise on that day, so that nobody need try
 * @param opaque whether a condition was asked whose changes nobody can foresee
 * @param namesAmounts whether the policy names every amount at which what was asked can change
 */
record NextChange(long on, boolean certain, boolean opaque, boolean namesAmounts) {

  /** Notes, while deciding, every later day on which something that was asked can change. */
  static final class Watch {
    private final long day;
    private long on = EpochDay.NEVER;
    private boolean certain;
    private boolean opaque;
    private boolean namesAmounts = true;

    /** For a decision on a day. */
    Watch(long day) {
      this.day = day;
    }

    /** Something that was asked can change on a later day. */
    void by(long change) {
      // a day that is over would stand for tomorrow, and tomorrow for the day after it, for ever
      assert change > day : change + " is no later day than " + day;
      on = Math.min(on, change);
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
    boolean asks(PreparedCondition prepared, Circumstances of) {
      by(prepared.condition().changesOn(of));
      opaque(prepared.opaque());
      namesAmounts(prepared.namesAmounts());
      return prepared.condition().holds(of);
    }

    /** Whether the policy names every amount at which something that was asked can change. */
    void namesAmounts(boolean does) {
      namesAmounts &= does;
    }

    boolean namesAmounts() {
      return namesAmounts;
    }

    long on() {
      return on;
    }

    boolean isOpaque() {
      return opaque;
    }

    NextChange next() {
      return new NextChange(Math.max(on, day + 1), certain, opaque, namesAmounts);
    }
  }
}
