package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.evaluation.Holds.HeldItem;
import io.dunning.policy.Condition;
import java.util.Objects;

/**
 * Asks each item of a debt in turn whether it is held, and notes which one decides and when any of
 * it can change.
 */
final class HoldTally {
  private final PreparedPolicy policy;
  private final long day;

  private boolean overdue;
  private HeldItem first;
  private long itemsChangeOn = EpochDay.NEVER;
  private long releaseOn = EpochDay.NEVER;
  private long changesOn = EpochDay.NEVER;

  /** Whether all held items are held by the same until the same day. */
  private boolean alike = true;

  /** The first day on which a held item becomes overdue. */
  private long heldBecomesOverdueOn = EpochDay.NEVER;

  /** The first day on which a free item becomes overdue and is held as of that day. */
  private long freeJoinsOn = EpochDay.NEVER;

  /** The first day on which such an item may be released again. */
  private long freeJoinsUntil = EpochDay.NEVER;

  HoldTally(PreparedPolicy policy, long day) {
    this.policy = policy;
    this.day = day;
  }

  /**
   * Whether the item is held: by a hold of the ledger (2.1), by law or because it is known not to
   * have arrived (2.2 and 2.3, both in {@link Restrictions}), or by what the policy says (2.4).
   */
  boolean holds(Item item) {
    Restrictions restrictions = item.restrictions();
    long through = Math.max(item.heldThrough(), restrictions.blockedThrough());
    boolean conditionHolds = policy.holdWhile.holds(item);
    long conditionChangesOn = policy.holdWhile.changesOn(item);
    if (through < day && !conditionHolds) {
      free(item, conditionChangesOn);
      return false;
    }
    long end = through < day ? day : through == EpochDay.NEVER ? through : through + 1;
    long changes = through >= day ? Math.min(end, conditionChangesOn) : conditionChangesOn;
    changes = Math.min(changes, restrictions.changeOn());
    if (conditionHolds) {
      // of several parts that hold, another may be named once one of them can change
      changes = Math.min(changes, policy.holdWhile.reasonChangesOn(item));
    }
    itemsChangeOn = Math.min(itemsChangeOn, changes);
    releaseOn = Math.min(releaseOn, changes);
    changesOn = Math.min(changesOn, changes);
    boolean byCondition = conditionHolds && (through < day || conditionChangesOn > end);
    boolean byLaw =
        restrictions.blockedBy() != null && restrictions.blockedThrough() >= item.heldThrough();
    Condition part =
        byCondition ? policy.holdWhile.reason(item) : byLaw ? restrictions.blockedBy() : null;
    held(item, part, byCondition ? conditionChangesOn : end);
    return true;
  }

  private void held(Item item, Condition part, long until) {
    boolean late = item.isOverdue();
    if (!late) {
      releaseOn = Math.min(releaseOn, item.overdueFrom());
      heldBecomesOverdueOn = Math.min(heldBecomesOverdueOn, item.overdueFrom());
    }
    alike &= first == null || until == first.until() && Objects.equals(part, first.part());
    if (first == null || isReleasedBefore(late, until, item.due(), part)) {
      first = new HeldItem(item.place, part, until, item.due());
    }
    overdue |= late;
  }

  /**
   * Overdue items first, then the first released, then the oldest; a recorded hold before a rule.
   */
  private boolean isReleasedBefore(boolean late, long until, long due, Condition part) {
    if (late != overdue) {
      return late;
    }
    if (until != first.until()) {
      return until < first.until();
    }
    return due < first.due() || due == first.due() && part == null && first.part() != null;
  }

  private void free(Item item, long conditionChangesOn) {
    long either = Math.min(conditionChangesOn, item.restrictions().changeOn());
    itemsChangeOn = Math.min(itemsChangeOn, either);
    releaseOn = Math.min(releaseOn, either);
    if (!joinsWhenOverdue(item, conditionChangesOn)) {
      changesOn = Math.min(changesOn, Math.min(conditionChangesOn, item.overdueFrom()));
    }
  }

  /**
   * Whether a free item will be held as soon as it is overdue. It then changes nothing while
   * another item is released no later.
   */
  private boolean joinsWhenOverdue(Item item, long on) {
    boolean atOnce = !item.isOverdue() && on == item.overdueFrom() && on <= EpochDay.LAST;
    Item then = atOnce ? item.on(on) : null;
    if (then == null || !policy.holdWhile.holds(then)) {
      return false;
    }
    freeJoinsOn = Math.min(freeJoinsOn, on);
    freeJoinsUntil = Math.min(freeJoinsUntil, policy.holdWhile.changesOn(then));
    return true;
  }

  /** What was found, given the first day on which an item that cannot be held becomes overdue. */
  Holds result(long plainOverdueFrom) {
    long until = first == null ? EpochDay.NEVER : first.until();
    long joins = freeJoinsUntil < until ? freeJoinsOn : EpochDay.NEVER;
    long overdueLater = alike ? EpochDay.NEVER : heldBecomesOverdueOn;
    return new Holds(
        first != null,
        overdue,
        policy.opaqueHold,
        first,
        itemsChangeOn,
        releaseOn,
        Math.min(Math.min(changesOn, plainOverdueFrom), Math.min(joins, overdueLater)));
  }
}
