package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PlanCancelled;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.DisputeEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import io.dunning.event.TermsEvent;
import io.dunning.event.TermsEvent.Deferral;
import io.dunning.event.TermsEvent.TermsRenegotiated;
import java.time.LocalDate;
import java.util.List;

/** Keeps, event by event, what is contested, agreed, granted, held and restricted. */
final class AgreementTally
    implements AgreementEvent.Visitor, TermsEvent.Visitor, RestrictionEvent.Visitor {
  private final List<DisputeCase> disputesBefore;

  /** Null while nothing was added to the disputes before. */
  private DisputeTally disputes;

  Hold hold;
  long heldThroughDay;
  PromiseToPay promise;
  PlanAgreed plan;
  SettlementOffered offer;
  long offerThroughDay;
  long deferredToDay;
  long renegotiatedDay;

  /** Null while nothing is known of it. */
  Limitation limitation;

  /** The latest restriction of each kind that is not lifted; it may have run out. */
  final Restricted[] restricted;

  boolean wasRestricted;

  /** Goes on from what was agreed. */
  AgreementTally(Agreements from) {
    disputesBefore = from.disputes();
    hold = from.hold;
    heldThroughDay = from.heldThroughDay();
    promise = from.promise;
    plan = from.plan;
    offer = from.offer;
    offerThroughDay = from.offerThroughDay();
    deferredToDay = from.deferredToDay();
    renegotiatedDay = from.renegotiatedDay();
    limitation = from.limitation().orElse(null);
    restricted = from.restricted.clone();
    wasRestricted = from.wasRestricted;
  }

  /** Adds a dispute or its end, with what is open on the invoice when it happens. */
  void dispute(DisputeEvent event, long open) {
    disputing().add(event, open);
  }

  void credit(MoneyEvent.Credit event) {
    disputing().credit(event);
  }

  private DisputeTally disputing() {
    if (disputes == null) {
      disputes = new DisputeTally(disputesBefore);
    }
    return disputes;
  }

  List<DisputeCase> disputes() {
    return disputes == null ? disputesBefore : disputes.cases();
  }

  boolean anyDispute() {
    return disputes != null || !disputesBefore.isEmpty();
  }

  @Override
  public void promiseToPay(PromiseToPay event) {
    promise = event;
  }

  @Override
  public void promiseWithdrawn(PromiseWithdrawn event) {
    promise = null;
  }

  @Override
  public void planAgreed(PlanAgreed event) {
    plan = event;
    endOffer(event.date());
  }

  @Override
  public void planCancelled(PlanCancelled event) {
    plan = null;
  }

  @Override
  public void settlementOffered(SettlementOffered event) {
    offer = event;
    offerThroughDay = event.until().toEpochDay();
  }

  @Override
  public void settlementLapsed(SettlementLapsed event) {
    endOffer(event.date());
  }

  /** Only a policy with limited patience asks for it. */
  @Override
  public void furtherGranted(AgreementEvent.FurtherGranted event) {}

  private void endOffer(LocalDate day) {
    offerThroughDay = Math.min(offerThroughDay, day.toEpochDay() - 1);
  }

  @Override
  public void deferral(Deferral event) {
    deferredToDay = event.until().toEpochDay();
  }

  @Override
  public void termsRenegotiated(TermsRenegotiated event) {
    renegotiatedDay = event.date().toEpochDay();
  }

  @Override
  public void limitationSet(TermsEvent.LimitationSet event) {
    limitation = known().with(event);
  }

  @Override
  public void limitationSuspended(TermsEvent.LimitationSuspended event) {
    limitation = known().with(event);
  }

  @Override
  public void limitationResumed(TermsEvent.LimitationResumed event) {
    limitation = known().resumedOn(event.date());
  }

  private Limitation known() {
    return limitation == null ? Limitation.UNKNOWN : limitation;
  }

  @Override
  public void hold(Hold event) {
    long through = through(event.until().orElse(null));
    if (hold == null || through > heldThroughDay) {
      hold = event;
      heldThroughDay = through;
    }
  }

  @Override
  public void holdReleased(HoldReleased event) {
    hold = null;
    heldThroughDay = EpochDay.NONE;
  }

  @Override
  public void restricted(Restricted event) {
    restricted[event.restriction().ordinal()] = event;
    wasRestricted = true;
  }

  @Override
  public void restrictionLifted(RestrictionLifted event) {
    restricted[event.restriction().ordinal()] = null;
  }

  /** The last day of something that runs until a day, or without an end. */
  static long through(LocalDate until) {
    return until == null ? EpochDay.NEVER : until.toEpochDay();
  }
}
