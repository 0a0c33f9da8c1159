package io.dunning.evaluation;

import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.Restriction;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.Standing;
import io.dunning.policy.Condition;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is held of a debt on a day: each item is asked in turn, and what holds longest, the item
 * that is released first, and the days on which any of it can change are noted.
 */
final class Holds {
  private static final long NEVER = PreparedPolicy.NEVER;

  private final Facts facts;
  private final ItemView item;
  private PreparedPolicy prepared;
  private long day;

  private boolean opaque;
  private boolean anyHeld;
  private boolean heldOverdue;
  private long heldUntil;
  private long heldDue;
  private int heldBy;
  private Condition heldWhile;
  private long itemsChangeOn;
  private long releaseOn;
  private long heldChangesOn;
  private boolean heldAlike;
  private long heldJoinsOn;
  private long joinsOn;
  private long joinedUntil;

  /** The item is looked at by the debt before each question. */
  Holds(Facts facts, ItemView item) {
    this.facts = facts;
    this.item = item;
  }

  void begin(long on) {
    prepared = facts.prepared;
    day = on;
    opaque = anyHeld = heldOverdue = false;
    itemsChangeOn = releaseOn = heldUntil = NEVER;
    heldChangesOn = heldJoinsOn = joinsOn = joinedUntil = NEVER;
    heldAlike = true;
    heldBy = -1;
    heldWhile = null;
  }

  /** A free item becomes overdue on a day. */
  void joinedBy(long overdueFrom) {
    heldChangesOn = Math.min(heldChangesOn, overdueFrom);
  }

  /** Whether the item is held; notes what holds longest, and the item that is released first. */
  boolean holds(int i) {
    long through = Math.max(item.heldThrough(), item.blockedThrough());
    boolean byLaw = item.blockedBy() != null && item.blockedThrough() >= item.heldThrough();
    long end = through < day ? day : through == NEVER ? NEVER : through + 1;
    Condition condition = prepared.holdWhile;
    boolean conditionHolds = condition.holds(item);
    long changes = condition.changesOn(item);
    boolean held = through >= day || conditionHolds;
    opaque |= prepared.opaqueHold;
    if (!held) {
      long either = Math.min(changes, item.restrictionsChangeOn());
      releaseOn = Math.min(releaseOn, either);
      itemsChangeOn = Math.min(itemsChangeOn, either);
      lookAhead(changes);
      return false;
    }
    long mayChange = through >= day ? Math.min(end, changes) : changes;
    mayChange = Math.min(mayChange, item.restrictionsChangeOn());
    if (conditionHolds) {
      // of several parts that hold, another may be named once one of them can change
      mayChange = Math.min(mayChange, condition.reasonChangesOn(item));
    }
    releaseOn = Math.min(releaseOn, mayChange);
    heldChangesOn = Math.min(heldChangesOn, mayChange);
    itemsChangeOn = Math.min(itemsChangeOn, mayChange);
    boolean byCondition = conditionHolds && (through < day || changes > end);
    long until = byCondition ? changes : end;
    boolean itemOverdue = item.isOverdue();
    if (!itemOverdue) {
      releaseOn = Math.min(releaseOn, item.overdueFrom());
      heldJoinsOn = Math.min(heldJoinsOn, item.overdueFrom());
    }
    Condition part = byCondition ? condition.reason(item) : byLaw ? item.blockedBy() : null;
    heldAlike &= !anyHeld || until == heldUntil && Objects.equals(part, heldWhile);
    if (!anyHeld || isReleasedBefore(itemOverdue, until, part != null)) {
      heldUntil = until;
      heldDue = item.due();
      heldWhile = part;
      heldBy = i;
    }
    anyHeld = true;
    heldOverdue |= itemOverdue;
    return true;
  }

  /**
   * Whether a free item will be held from the very day on which it becomes overdue; then, while
   * another item is held no longer than it will be, it changes nothing about that.
   */
  private void lookAhead(long changes) {
    if (!item.isOverdue() && changes == item.overdueFrom() && changes <= Facts.LAST_DAY) {
      item.lookOn(changes);
      boolean joins = prepared.holdWhile.holds(item);
      if (joins) {
        joinsOn = Math.min(joinsOn, changes);
        joinedUntil = Math.min(joinedUntil, prepared.holdWhile.changesOn(item));
      }
      item.lookOn(day);
      if (joins) {
        return;
      }
    }
    heldChangesOn = Math.min(heldChangesOn, Math.min(changes, item.overdueFrom()));
  }

  /**
   * Of several held items the one decides that is overdue, released first, older, held by a person.
   */
  private boolean isReleasedBefore(boolean itemOverdue, long until, boolean byRule) {
    if (itemOverdue != heldOverdue) {
      return itemOverdue;
    }
    if (until != heldUntil) {
      return until < heldUntil;
    }
    return item.due() < heldDue || item.due() == heldDue && !byRule && heldWhile != null;
  }

  boolean anyHeld() {
    return anyHeld;
  }

  boolean heldOverdue() {
    return heldOverdue;
  }

  /** The first day on which an item can be released or held. */
  long itemsChangeOn() {
    return itemsChangeOn;
  }

  /** The first day on which an item is released, held, or becomes overdue while held. */
  long releaseOn() {
    return releaseOn;
  }

  /**
   * As {@link #releaseOn}, while an overdue item is held and no other is overdue: what is held from
   * its first overdue day on, and no shorter, does not count; nor does what is held becoming
   * overdue, if all is held alike.
   */
  long heldChangesOn() {
    long joins = joinedUntil < heldUntil ? joinsOn : NEVER;
    return Math.min(heldChangesOn, Math.min(joins, heldAlike ? NEVER : heldJoinsOn));
  }

  boolean isOpaque() {
    return opaque;
  }

  /** Takes the item at a place as held by the restriction in force that lasts longest. */
  void holdByRestriction(int place) {
    heldWhile = item.longestRestriction();
    heldBy = place;
  }

  /** What identifies the hold that decides: a part of the policy's condition, or a ledger hold. */
  Condition heldWhile() {
    return heldWhile;
  }

  /** Why the debt is held. */
  Reason reason() {
    Standing own = facts.balances.standing(heldBy);
    Standing whole = facts.whole;
    if (heldWhile == null) {
      var hold =
          (own.agreements().heldThroughDay() >= whole.agreements().heldThroughDay() ? own : whole)
              .agreements()
              .hold()
              .orElseThrow();
      return new Reason.OnHold(hold.reason(), hold.until());
    }
    if (heldWhile.equals(PreparedPolicy.UNDELIVERED)) {
      return own.correspondence()
          .undeliveredSince()
          .<Reason>map(Reason.NotDelivered::new)
          .orElseGet(() -> new Reason.HeldWhile(heldWhile.toString()));
    }
    for (Restriction each : Facts.RESTRICTIONS) {
      if (heldWhile.equals(PreparedPolicy.RESTRICTED[each.ordinal()])) {
        boolean ofAccount =
            whole.agreements().restrictedThroughDay(each)
                > own.agreements().restrictedThroughDay(each);
        var found = (ofAccount ? whole : own).agreements().restriction(each).orElseThrow();
        return new Reason.Restricted(each, found.note(), found.date(), found.until());
      }
    }
    if (heldWhile.equals(Condition.planActive())) {
      return plan();
    }
    if (heldWhile.equals(Condition.settlementOffered())) {
      var offer = own.agreements().offer().orElseThrow();
      return new Reason.SettlementOffered(offer.amount(), offer.date(), offer.until());
    }
    if (heldWhile.equals(Condition.disputeOpen())) {
      var dispute = own.agreements().dispute().or(whole.agreements()::dispute).orElseThrow();
      return new Reason.Disputed(dispute.reason(), dispute.date());
    }
    if (heldWhile.equals(Condition.promiseActive())) {
      PromiseToPay promise = own.agreements().promise().orElse(null);
      if (promise == null || facts.promisedThrough > prepared.promiseThrough(promise)) {
        promise = whole.agreements().promise().orElseThrow();
      }
      return new Reason.Promised(
          promise.until(), LocalDate.ofEpochDay(prepared.promiseThrough(promise)));
    }
    return new Reason.HeldWhile(heldWhile.toString());
  }

  private Reason plan() {
    PlanOutcome own = facts.plan(heldBy);
    PlanOutcome ofAccount = facts.accountPlan();
    boolean byOwn = own != null && Facts.through(own) >= facts.accountPlanThrough(heldBy);
    PlanOutcome plan = byOwn ? own : ofAccount;
    if (plan.open().isEmpty()) {
      return new Reason.Settled(plan.plan().date(), plan.lastDay());
    }
    return new Reason.InPlan(plan.plan().date(), plan.open().orElseThrow(), plan.lastDay());
  }
}
