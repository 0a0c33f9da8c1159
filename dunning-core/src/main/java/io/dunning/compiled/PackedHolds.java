package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;
import static io.dunning.compiled.Packing.NONE;

/**
 * Whether a packed standing is held, and by what. The counterpart of {@code Holds} of the readable
 * decider.
 */
abstract sealed class PackedHolds extends PackedDebt permits PackedLadder {
  private static final int NOBODY = 0;

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
  final int held() {
    if (held == NEVER) {
      changesOn = NEVER;
      return CompiledDecider.ON_HOLD;
    }
    watch(nextOverdue());
    int first = NONE;
    int by = NOBODY;
    for (int i = firstInvoice; i < endInvoice; i += Packing.WIDTH) {
      int holder = holder(i);
      if (holder != NOBODY && (by == NOBODY || decidesBefore(i, holder, first, by))) {
        first = i;
        by = holder;
      }
    }
    if (by == CompiledDecider.PROMISED && isLate(first) && held < day) {
      changesOn = promised + 1; // until then the promise holds whatever else falls due
      certain = true;
    }
    heldAt = first;
    return by;
  }

  /** What holds an item longest. */
  private int holder(int i) {
    if ((int) row[i + 1] > day) {
      return NOBODY;
    }
    boolean disputed = policy.holdsDisputes && (row[i] & 1) != 0;
    int claim =
        !isClaimed(i) ? NOBODY : disputed ? CompiledDecider.DISPUTED : CompiledDecider.PROMISED;
    return held >= day && (claim == NOBODY || releasedOn(claim) <= held + 1L)
        ? CompiledDecider.ON_HOLD
        : claim;
  }

  private long releasedOn(int holder) {
    if (holder == CompiledDecider.DISPUTED) {
      return NEVER;
    }
    return 1 + (holder == CompiledDecider.PROMISED ? promised : held);
  }

  /** Whether an item decides rather than another; each is told with what holds it. */
  private boolean decidesBefore(int i, int holder, int other, int otherHolder) {
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
        || due == otherDue
            && holder == CompiledDecider.ON_HOLD
            && otherHolder != CompiledDecider.ON_HOLD;
  }
}
