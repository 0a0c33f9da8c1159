package io.dunning.compiled;

import static io.dunning.compiled.Packing.NONE;

import java.util.Arrays;

/**
 * Where a packed standing stands on the ladder: the steps that count for its oldest item, and how
 * far the next one has to keep from the last contact. The counterpart of {@code Progress} and
 * {@code ContactGap} of the readable decider.
 */
abstract sealed class PackedLadder extends PackedHolds permits PackedFacts {
  private static final int NEVER = Packing.NEVER;

  /** The first day on which the oldest item is overdue. */
  long overdueFrom;

  /** The last contact about anything, and the last by a step that counts. */
  private long lastContact;

  private long lastOwnContact;
  private int lastOwnStep;

  /** The most severe step that counts for the oldest item; -1 if none does. */
  int level;

  /** The last day on which each step was taken that counts for the oldest item, if any asks. */
  private final int[] takenOn;

  /** Whether a step may count for the oldest item, and these numbers do not tell. */
  boolean unsure;

  /** The contact from which the distance before the next step counts. */
  long gapFrom;

  PackedLadder(CompiledPolicy policy) {
    super(policy);
    takenOn = new int[policy.anyAnchored ? policy.steps : 0];
  }

  /** The day on which a step is reached, counted from the first day of the policy at the least. */
  final long onTime(int step) {
    return Math.max(policy.reachedOn(step, Math.max(oldestDue, policy.liveFrom)), overdueFrom);
  }

  /**
   * Whether a step counts from another one that was not taken for the oldest item, so that these
   * numbers do not tell when it is reached.
   */
  final boolean awaitsAnchor(int step) {
    return policy.anchored[step] && takenOn[policy.anchor[step]] == NONE;
  }

  /** The day on which the next step is reached; what it counts from has been taken. */
  final long reachedOn(int next) {
    return policy.anchored[next]
        ? Math.max(policy.reachedAfter(next, takenOn[policy.anchor[next]]), overdueFrom)
        : onTime(next);
  }

  /** The most severe step that counts for the oldest item, and the days of contacts. */
  final void lookAtSteps() {
    level = -1;
    unsure = false;
    lastContact = contact;
    lastOwnContact = NONE;
    lastOwnStep = -1;
    Arrays.fill(takenOn, NONE);
    int own = (flags & Packing.INVOICE_STEPS) == 0 ? Packing.ELSEWHERE : oldest();
    for (int i = firstStep; i < endStep; i++) {
      int which = (int) row[i];
      int on = (int) (row[i] >> 32);
      int step = policy.place(which & 0xFFFF);
      boolean contacts = (which & 1 << 16) != 0 || step < 0 || policy.contacts[step];
      if (contacts) {
        lastContact = Math.max(lastContact, on);
      }
      int place = which >>> 17;
      boolean counts =
          step >= 0
              && (place == own && own != Packing.ELSEWHERE
                  || place == Packing.ON_ACCOUNT && countsForOldest(step, on, own));
      if (!counts) {
        continue;
      }
      level = Math.max(level, step);
      if (policy.anyAnchored) {
        takenOn[step] = Math.max(takenOn[step], on);
      }
      if (contacts && on >= lastOwnContact) {
        lastOwnStep = on > lastOwnContact ? step : Math.max(lastOwnStep, step);
        lastOwnContact = on;
      }
    }
  }

  /** What the oldest item costs; unknown if anything happened to it, as it may have. */
  final long chargesOfOldest(long on) {
    int at = rowStart + Packing.HEAD + Packing.WIDTH * (oldest() - 1);
    return (flags & Packing.EVENTFUL) != 0 || (row[at] & 1) != 0
        ? ChargeMeter.UNKNOWN
        : policy.meter.on(row[at] >>> 1, oldestDue, on);
  }

  /** The charges of the oldest item, which do not come to an amount, can do so later. */
  final void watchCharges(long least) {
    if (least != Long.MIN_VALUE) {
      int at = rowStart + Packing.HEAD + Packing.WIDTH * (oldest() - 1);
      watch(policy.meter.reachesOn(row[at] >>> 1, oldestDue, day, least));
      nothingReleased = false;
    }
  }

  /** Whether a step of the account, taken on a day, counts for the oldest item. */
  private boolean countsForOldest(int step, int on, int own) {
    if (policy.announced[step]) {
      unsure = true; // it handed over what had been announced by then
      return false;
    }
    if (policy.countsSinceDue && on >= oldestDue) {
      return true;
    }
    if (!policy.anchored[step] && on >= overdueFrom && on >= policy.reachedOn(step, oldestDue)) {
      return true;
    }
    for (int i = firstStep; i < endStep && own != Packing.ELSEWHERE; i++) {
      int which = (int) row[i];
      if (which >>> 17 == own
          && (int) (row[i] >> 32) <= on
          && policy.place(which & 0xFFFF) >= step) {
        return true;
      }
    }
    unsure |= policy.anchored[step];
    return false;
  }

  /**
   * Rule 10: the first day that is far enough from the last contact; never if these numbers do not
   * tell.
   */
  final long allowedOn(int next) {
    long sinceAny = policy.gap[next] == 0 ? NONE : lastContact;
    long fromAny = sinceAny == NONE ? NONE : sinceAny + policy.gap[next];
    if (fromAny > day) {
      int lifted = lifted(sinceAny);
      if (lifted < 0) {
        return NEVER;
      }
      fromAny = lifted > 0 ? NONE : fromAny;
    }
    long sinceOwn = policy.contacts[next] ? lastOwnContact : NONE;
    if (sinceOwn != NONE && isDistanceUnknown(next)) {
      return NEVER;
    }
    long fromOwn = sinceOwn == NONE ? NONE : sinceOwn + daysSinceOwn(next);
    if (fromOwn > Math.max(day, sinceOwn + 1)) {
      int lifted = lifted(sinceOwn);
      if (lifted < 0) {
        return NEVER;
      }
      fromOwn = lifted > 0 ? sinceOwn + 1 : fromOwn;
    }
    gapFrom = fromAny >= fromOwn ? sinceAny : sinceOwn;
    return Math.max(fromAny, fromOwn);
  }

  /** Whether the distance from the last step depends on when steps before them would have come. */
  private boolean isDistanceUnknown(int next) {
    return policy.daysBetweenSteps > 1
        && lastOwnStep >= 0
        && (policy.anchored[lastOwnStep] || policy.anchored[next]);
  }

  private long daysSinceOwn(int next) {
    int most = policy.daysBetweenSteps;
    if (most <= 1 || lastOwnStep < 0) {
      return 1;
    }
    long last = onTime(lastOwnStep);
    long then = onTime(next);
    boolean unknown = last >= NEVER || then >= NEVER;
    return unknown ? most : Math.max(1, Math.min(most, then - last));
  }

  /** Whether a promise broken since a contact ends the wait: 1 if so, 0 if not, -1 if unknown. */
  private int lifted(long sinceContact) {
    int oldest = rowStart + Packing.HEAD + Packing.WIDTH * (oldest() - 1);
    if (!policy.promiseLiftsGap
        || promiseUntil == NONE
        || promised < sinceContact
        || !isPromised(oldest)) {
      return 0;
    }
    if (promised >= day) {
      watch(promised + 1);
      return 0;
    }
    boolean unclear = (flags & (Packing.MOVED_SINCE_PROMISE | Packing.CONTESTED)) != 0;
    return unclear || (row[oldest] & 1) != 0 ? -1 : 1;
  }
}
