package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;
import static io.dunning.compiled.Packing.NONE;

/**
 * Whether a packed standing is held, and by what. The counterpart of {@code Holds} of the readable
 * decider.
 */
abstract sealed class PackedHolds extends PackedDebt permits PackedLadder {
  /** Where the item is that decides what holds the debt. */
  int heldAt;

  PackedHolds(CompiledPolicy policy) {
    super(policy);
  }

  /** Rule 2: all items are held, or those that are overdue. */
  final boolean isHeld() {
    return anyHeld && !anyLate && (!anyFree || anyHeldLate);
  }

  /**
   * Rule 2: of several items, the one decides that is overdue, then the one released first, then
   * the oldest; a hold in the ledger before a claim.
   */
  final Holder heldBy() {
    if (held == NEVER) {
      changesOn = NEVER;
      return Holder.RECORDED;
    }
    watch(nextOverdue());
    int first = NONE;
    Holder by = null;
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      Holder holder = holder(i);
      if (holder != null && (by == null || decidesBefore(i, holder, first, by))) {
        first = i;
        by = holder;
      }
    }
    if (by == Holder.PROMISE && isLate(first) && held < day && areAllPromised()) {
      changesOn = promised + 1; // until then the promise holds whatever else falls due
      certain = true;
    }
    heldAt = first;
    return by;
  }

  /** What holds an item longest; null if nothing does. */
  private Holder holder(int i) {
    if ((int) row[i + 1] > day) {
      return null;
    }
    boolean disputed = policy.holdsDisputes && (row[i] & 1) != 0;
    Holder claim = !isClaimed(i) ? null : disputed ? Holder.DISPUTE : Holder.PROMISE;
    return held >= day && (claim == null || releasedOn(claim) <= held + 1L)
        ? Holder.RECORDED
        : claim;
  }

  private long releasedOn(Holder holder) {
    return switch (holder) {
      case DISPUTE -> NEVER;
      case PROMISE -> 1 + promised;
      case RECORDED -> 1L + held;
    };
  }

  /** Whether an item decides rather than another; each is told with what holds it. */
  private boolean decidesBefore(int i, Holder holder, int other, Holder otherHolder) {
    if (isLate(i) != isLate(other)) {
      return isLate(i);
    }
    long on = releasedOn(holder);
    long otherOn = releasedOn(otherHolder);
    if (on != otherOn) {
      return on < otherOn;
    }
    long due = row[i + 1] >> 32;
    long otherDue = row[other + 1] >> 32;
    return due < otherDue
        || due == otherDue && holder == Holder.RECORDED && otherHolder != Holder.RECORDED;
  }
}
