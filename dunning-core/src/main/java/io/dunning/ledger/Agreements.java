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
import java.util.Objects;
import java.util.Optional;

/**
 * What stands between the debt and its collection at the end of a day: a dispute, a promise, a
 * payment plan, an offer to settle, a deferral, new terms, holds and restrictions. Immutable and
 * thread-safe.
 */
public final class Agreements {
  /** What is contested if all of it is, whatever is open. */
  static final long WHOLE = Long.MAX_VALUE;

  /** Nothing was ever contested, agreed, held or restricted. */
  static final Agreements NONE = new Agreements();

  final DisputeOpened dispute;
  final long contested;
  final Hold hold;
  final PromiseToPay promise;
  final PlanAgreed plan;
  final SettlementOffered offer;
  final Restricted[] restricted;
  final boolean wasRestricted;

  /** What is open, as far as it is contested; zero without a dispute. */
  private final long open;

  private final long heldThroughDay;
  private final long offerThroughDay;
  private final long deferredToDay;
  private final long renegotiatedDay;

  private Agreements() {
    dispute = null;
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
  }

  /** What a tally comes to, with what is open on the invoice; nothing is open on an account. */
  Agreements(AgreementTally tally, long open) {
    dispute = tally.dispute;
    contested = tally.contested;
    hold = tally.hold;
    promise = tally.promise;
    plan = tally.plan;
    offer = tally.offer;
    restricted = tally.wasRestricted ? tally.restricted : NONE.restricted;
    wasRestricted = tally.wasRestricted;
    this.open = dispute == null ? 0 : open;
    heldThroughDay = tally.heldThroughDay;
    offerThroughDay = tally.offerThroughDay;
    deferredToDay = tally.deferredToDay;
    renegotiatedDay = tally.renegotiatedDay;
  }

  /** The same agreements once another amount is open. */
  Agreements over(long nowOpen) {
    return dispute == null || open == nowOpen
        ? this
        : new Agreements(new AgreementTally(this), nowOpen);
  }

  /**
   * Whether all that is open is contested.
   *
   * @return true from the day of the dispute to the day before its resolution
   */
  public boolean isDisputed() {
    return dispute != null && contested >= open;
  }

  /**
   * How much of the open amount is contested.
   *
   * @return minor units; all of it if the dispute is not over a part; zero on an account
   */
  public long disputedMinor() {
    return dispute == null ? 0 : Math.min(open, contested);
  }

  /**
   * The dispute that is open.
   *
   * @return the latest one; empty if none is open
   */
  public Optional<DisputeOpened> dispute() {
    return Optional.ofNullable(dispute);
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
   * is chased: no part is contested, there is no plan, offer, deferral or new term, and no
   * restriction was ever recorded.
   */
  boolean areAsBilled() {
    return (contested == 0 || contested == WHOLE)
        && plan == null
        && offer == null
        && deferredToDay == EpochDay.NONE
        && renegotiatedDay == EpochDay.NONE
        && !wasRestricted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Agreements that
        && Objects.equals(dispute, that.dispute)
        && contested == that.contested
        && open == that.open
        && Objects.equals(hold, that.hold)
        && heldThroughDay == that.heldThroughDay
        && Objects.equals(promise, that.promise)
        && Objects.equals(plan, that.plan)
        && Objects.equals(offer, that.offer)
        && offerThroughDay == that.offerThroughDay
        && deferredToDay == that.deferredToDay
        && renegotiatedDay == that.renegotiatedDay
        && wasRestricted == that.wasRestricted
        && Arrays.equals(restricted, that.restricted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dispute, hold, promise, plan, offer, deferredToDay, renegotiatedDay);
  }
}
