package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.FurtherGranted;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PlanCancelled;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.event.TermsEvent.Deferral;
import io.dunning.event.TermsEvent.LimitationResumed;
import io.dunning.event.TermsEvent.LimitationSet;
import io.dunning.event.TermsEvent.LimitationSuspended;
import io.dunning.event.TermsEvent.TermsRenegotiated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Collects what was granted to an invoice and to its account, and how long each of it lasts. */
final class GrantedLog
    implements LedgerEvent.Visitor,
        AgreementEvent.Visitor,
        TermsEvent.Visitor,
        RestrictionEvent.Visitor {
  private final Invoice invoice;
  private final LocalDate asOf;
  final List<Granted> granted = new ArrayList<>();
  final List<FurtherGranted> further = new ArrayList<>();

  private boolean ofAccount;
  private Iterator<PromiseOutcome> promises;
  private Iterator<PlanOutcome> plans;

  /** The promise that runs; null if none does. */
  private Granted promise;

  /** The holds that run. */
  private final List<Granted> holds = new ArrayList<>();

  GrantedLog(Invoice invoice, LocalDate asOf) {
    this.invoice = invoice;
    this.asOf = asOf;
  }

  /** Adds what a log says, given what became of its promises and plans, in their order. */
  void add(
      EventLog log,
      boolean isOfAccount,
      List<PromiseOutcome> ofPromises,
      List<PlanOutcome> ofPlans) {
    ofAccount = isOfAccount;
    promises = ofPromises.iterator();
    plans = ofPlans.iterator();
    promise = null;
    holds.clear();
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      log.get(i).accept(this);
    }
  }

  @Override
  public void agreement(AgreementEvent event) {
    event.accept((AgreementEvent.Visitor) this);
  }

  @Override
  public void promiseToPay(PromiseToPay event) {
    end(promise, event.date());
    boolean ofCurrency =
        event.amounts().stream().allMatch(a -> a.currency().equals(invoice.amount().currency()));
    long last = promises.next().lastDay().toEpochDay();
    promise = added(Concession.PROMISE, event, last, ofCurrency && isAbout(event));
  }

  @Override
  public void promiseWithdrawn(PromiseWithdrawn event) {
    end(promise, event.date());
  }

  @Override
  public void planAgreed(PlanAgreed event) {
    added(Concession.PLAN, event, plans.next().lastDay().toEpochDay(), isAbout(event));
  }

  @Override
  public void planCancelled(PlanCancelled event) {}

  @Override
  public void settlementOffered(SettlementOffered event) {}

  @Override
  public void settlementLapsed(SettlementLapsed event) {}

  @Override
  public void furtherGranted(FurtherGranted event) {
    further.add(event);
  }

  @Override
  public void terms(TermsEvent event) {
    event.accept((TermsEvent.Visitor) this);
  }

  @Override
  public void deferral(Deferral event) {
    added(Concession.DEFERRAL, event, event.until().toEpochDay(), true);
  }

  @Override
  public void termsRenegotiated(TermsRenegotiated event) {}

  @Override
  public void limitationSet(LimitationSet event) {}

  @Override
  public void limitationSuspended(LimitationSuspended event) {}

  @Override
  public void limitationResumed(LimitationResumed event) {}

  @Override
  public void restriction(RestrictionEvent event) {
    event.accept((RestrictionEvent.Visitor) this);
  }

  @Override
  public void hold(Hold event) {
    long until = event.until().map(LocalDate::toEpochDay).orElse(EpochDay.NEVER);
    Granted one = new Granted(Concession.HOLD, ofAccount, event.date(), until, event, true);
    granted.add(one);
    holds.add(one);
  }

  @Override
  public void holdReleased(HoldReleased event) {
    holds.forEach(h -> end(h, event.date()));
    holds.clear();
  }

  @Override
  public void restricted(Restricted event) {}

  @Override
  public void restrictionLifted(RestrictionLifted event) {}

  @Override
  public void money(MoneyEvent event) {}

  @Override
  public void charge(ChargeEvent event) {}

  @Override
  public void dispute(DisputeEvent event) {}

  @Override
  public void step(StepEvent event) {}

  @Override
  public void contact(ContactEvent event) {}

  @Override
  public void delivery(DeliveryEvent event) {}

  @Override
  public void bank(BankEvent event) {}

  /** A promise or plan of the account is about no invoice that was issued after it. */
  private boolean isAbout(LedgerEvent event) {
    return !ofAccount || !invoice.issued().isAfter(event.date());
  }

  private Granted added(Concession kind, LedgerEvent event, long until, boolean concerns) {
    Granted one = new Granted(kind, ofAccount, event.date(), until, null, concerns);
    granted.add(one);
    return one;
  }

  private static void end(Granted running, LocalDate day) {
    if (running != null) {
      running.endBefore(day);
    }
  }
}
