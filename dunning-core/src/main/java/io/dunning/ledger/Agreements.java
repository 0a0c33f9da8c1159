package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.Restricted;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What stands between the debt and its collection at the end of a day: disputes, a promise, a
 * payment plan, an offer to settle, a deferral, new terms, holds and restrictions. Immutable and
 * thread-safe.
 */
public final class Agreements {
  /** What is contested if all of it is, whatever is open. */
  static final long WHOLE = Long.MAX_VALUE;

  /** Nothing was ever contested, agreed, held or restricted. */
  static final Agreements NONE = new Agreements();

  private final List<DisputeCase> disputes;

  /** What the disputes contest together; {@link #WHOLE} if one of them contests all. */
  private final long contested;

  final Hold hold;
  final PromiseToPay promise;
  final PlanAgreed plan;
  final SettlementOffered offer;
  final Restricted[] restricted;
  final boolean wasRestricted;

  /** What is open; zero while nothing is contested. */
  private final long open;

  private final long heldThroughDay;
  private final long offerThroughDay;
  private final long deferredToDay;
  private final long renegotiatedDay;
  private final Limitation limitation;

  private Agreements() {
    disputes = List.of();
    contested = 0;
    hold = null;
    promise = null;
    plan = null;
    offer = null;
    restricted = new Restricted[Restriction.values().length];
    wasRestricted = false;
    open = 0;
    heldThroughDay = EpochDay.NONE;
    offerThroughDay = EpochDay.NONE;
    deferredToDay = EpochDay.NONE;
    renegotiatedDay = EpochDay.NONE;
    limitation = null;
  }

  /** What a tally comes to, with what is open on the invoice; nothing is open on an account. */
  Agreements(AgreementTally tally, long open) {
    disputes = tally.disputes();
    contested = contested(disputes);
    hold = tally.hold;
    promise = tally.promise;
    plan = tally.plan;
    offer = tally.offer;
    restricted = tally.wasRestricted ? tally.restricted : NONE.restricted;
    wasRestricted = tally.wasRestricted;
    this.open = contested == 0 ? 0 : open;
    heldThroughDay = tally.heldThroughDay;
    offerThroughDay = tally.offerThroughDay;
    deferredToDay = tally.deferredToDay;
    renegotiatedDay = tally.renegotiatedDay;
    limitation = tally.limitation;
  }

  private static long contested(List<DisputeCase> disputes) {
    long sum = 0;
    for (DisputeCase each : disputes) {
      sum = DisputeTally.saturated(sum, each.contestedMinor());
    }
    return sum;
  }

  /** The same agreements once another amount is open. */
  Agreements over(long nowOpen) {
    return contested == 0 || open == nowOpen
        ? this
        : new Agreements(new AgreementTally(this), nowOpen);
  }

  /**
   * Whether all that is open is contested: by disputes that are open, or that the customer won
   * while the credit is owed.
   *
   * @return true if it is
   */
  public boolean isDisputed() {
    return contested > 0 && contested >= open;
  }

  /**
   * How much of the open amount is contested: by disputes that are open, or that the customer won
   * while the credit is owed.
   *
   * @return minor units; all of it if a dispute is not over a part; zero on an account
   */
  public long disputedMinor() {
    return Math.min(open, contested);
  }

  /**
   * Of an account as a whole: until which invoice date all of an invoice is contested. A dispute
   * that the customer won contests no invoice that was issued after it ended.
   *
   * @return the epoch day, included; {@link EpochDay#NEVER} while a dispute is open; {@link
   *     EpochDay#NONE} if nothing is contested
   */
  public long contestsIssuedThroughDay() {
    long through = EpochDay.NONE;
    for (DisputeCase each : disputes) {
      if (each.isOpen()) {
        return EpochDay.NEVER;
      }
      if (each.isCreditOwed()) {
        through = Math.max(through, each.resolved().orElseThrow().date().toEpochDay());
      }
    }
    return through;
  }

  /**
   * All disputes, open and ended.
   *
   * @return in the order in which they were opened
   */
  public List<DisputeCase> disputes() {
    return disputes;
  }

  /**
   * How many disputes were opened for each reason, whatever became of them.
   *
   * @return the numbers by reason, as it was recorded; only reasons that were given
   */
  public SortedMap<String, Integer> disputesByReason() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    disputes.forEach(each -> counts.merge(each.opened().reason(), 1, Integer::sum));
    return Collections.unmodifiableSortedMap(counts);
  }

  /**
   * The dispute that is open.
   *
   * @return the latest one; empty if none is open
   */
  public Optional<DisputeOpened> dispute() {
    return latest(DisputeCase::isOpen).map(DisputeCase::opened);
  }

  /**
   * The dispute that the customer won and of which a credit is owed.
   *
   * @return the latest one; empty if there is none
   */
  public Optional<DisputeCase> creditOwed() {
    return latest(DisputeCase::isCreditOwed);
  }

  private Optional<DisputeCase> latest(Predicate<DisputeCase> which) {
    for (int i = disputes.size() - 1; i >= 0; i--) {
      if (which.test(disputes.get(i))) {
        return Optional.of(disputes.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * Of the holds that are not released, the one that lasts longest.
   *
   * @return the hold, which may have run out; empty if there is none
   */
  public Optional<Hold> hold() {
    return Optional.ofNullable(hold);
  }

  /**
   * The last day of the {@link #hold}.
   *
   * @return the epoch day, included; {@link EpochDay#NEVER} for a hold without an end; {@link
   *     EpochDay#NONE} without a hold
   */
  public long heldThroughDay() {
    return heldThroughDay;
  }

  /**
   * The promise that counts: the latest, unless it was taken back.
   *
   * @return the promise, kept or not; empty if there is none
   */
  public Optional<PromiseToPay> promise() {
    return Optional.ofNullable(promise);
  }

  /** {@return whether there is a {@link #promise}} */
  public boolean isPromised() {
    return promise != null;
  }

  /**
   * The payment plan that counts: the latest, unless it was cancelled.
   *
   * @return the plan, kept or not; empty if there is none
   */
  public Optional<PlanAgreed> plan() {
    return Optional.ofNullable(plan);
  }

  /**
   * The latest offer to settle.
   *
   * @return the offer, whatever became of it; empty if there was none
   */
  public Optional<SettlementOffered> offer() {
    return Optional.ofNullable(offer);
  }

  /**
   * The last day on which the latest {@link #offer} stands: it is neither accepted nor withdrawn.
   *
   * @return the epoch day, included; {@link EpochDay#NONE} if there was no offer
   */
  public long offerThroughDay() {
    return offerThroughDay;
  }

  /**
   * The day from which steps count, if time was granted.
   *
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long deferredToDay() {
    return deferredToDay;
  }

  /**
   * The day on which new terms were agreed.
   *
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long renegotiatedDay() {
    return renegotiatedDay;
  }

  /**
   * Until when the claim can be enforced at law.
   *
   * @return what is known; empty if nothing was ever recorded
   */
  public Optional<Limitation> limitation() {
    return Optional.ofNullable(limitation);
  }

  /**
   * The last day on which the claim can be enforced at law, if nothing more happens.
   *
   * @return the epoch day, included; {@link EpochDay#NEVER} if it is not known, or has no end yet
   */
  public long enforceableThroughDay() {
    return limitation == null ? EpochDay.NEVER : limitation.lastDay();
  }

  /**
   * A restriction that was not lifted.
   *
   * @param kind the kind of restriction
   * @return the restriction, which may have run out; empty if there is none
   */
  public Optional<Restricted> restriction(Restriction kind) {
    return Optional.ofNullable(restricted[kind.ordinal()]);
  }

  /**
   * The last day of a {@link #restriction}.
   *
   * @param kind the kind of restriction
   * @return the epoch day, included; {@link EpochDay#NEVER} for one without an end; {@link
   *     EpochDay#NONE} without the restriction
   */
  public long restrictedThroughDay(Restriction kind) {
    Restricted found = restricted[kind.ordinal()];
    return found == null ? EpochDay.NONE : AgreementTally.through(found.until().orElse(null));
  }

  /**
   * Whether nothing but a hold, a promise or a dispute over the whole changes when or how the debt
   * is chased: no part is contested, there is no plan, offer, deferral or new term, and neither a
   * restriction nor a limitation was ever recorded.
   */
  boolean areAsBilled() {
    return (contested == 0 || contested == WHOLE)
        && plan == null
        && offer == null
        && deferredToDay == EpochDay.NONE
        && renegotiatedDay == EpochDay.NONE
        && limitation == null
        && !wasRestricted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Agreements that
        && disputes.equals(that.disputes)
        && open == that.open
        && Objects.equals(hold, that.hold)
        && heldThroughDay == that.heldThroughDay
        && Objects.equals(promise, that.promise)
        && Objects.equals(plan, that.plan)
        && Objects.equals(offer, that.offer)
        && offerThroughDay == that.offerThroughDay
        && deferredToDay == that.deferredToDay
        && renegotiatedDay == that.renegotiatedDay
        && Objects.equals(limitation, that.limitation)
        && wasRestricted == that.wasRestricted
        && Arrays.equals(restricted, that.restricted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(disputes, hold, promise, plan, offer, deferredToDay, renegotiatedDay);
  }
}
