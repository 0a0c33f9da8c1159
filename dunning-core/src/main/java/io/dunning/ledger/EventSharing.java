package io.dunning.ledger;

import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PlanCancelled;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.BankEvent;
import io.dunning.event.BankEvent.CandidateBooked;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.BankEvent.CandidateRejected;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;

/** Says of each kind of event whether it counts for all invoices together. */
final class EventSharing implements LedgerEvent.Visitor {
  private boolean isShared;

  static boolean of(LedgerEvent event) {
    EventSharing sharing = new EventSharing();
    event.accept(sharing);
    return sharing.isShared;
  }

  @Override
  public void money(MoneyEvent event) {
    isShared = event.reduction().isPresent();
  }

  @Override
  public void contact(ContactEvent event) {
    isShared = event instanceof ContactEvent.Contact;
  }

  @Override
  public void agreement(AgreementEvent event) {
    event.accept(new OfAgreements());
  }

  @Override
  public void charge(ChargeEvent event) {}

  @Override
  public void dispute(DisputeEvent event) {}

  @Override
  public void terms(TermsEvent event) {}

  @Override
  public void restriction(RestrictionEvent event) {}

  @Override
  public void step(StepEvent event) {}

  /** A receipt is one amount, however many invoices there are. */
  @Override
  public void bank(BankEvent event) {
    isShared =
        event instanceof CandidateReceipt
            || event instanceof CandidateBooked
            || event instanceof CandidateRejected;
  }

  @Override
  public void delivery(DeliveryEvent event) {}

  private final class OfAgreements implements AgreementEvent.Visitor {
    /** A promise of an amount is one amount, however many invoices there are. */
    @Override
    public void promiseToPay(PromiseToPay event) {
      isShared = event.amount().isPresent();
    }

    @Override
    public void promiseWithdrawn(PromiseWithdrawn event) {}

    @Override
    public void planAgreed(PlanAgreed event) {
      isShared = true;
    }

    @Override
    public void planCancelled(PlanCancelled event) {
      isShared = true;
    }

    @Override
    public void settlementOffered(SettlementOffered event) {
      isShared = true;
    }

    @Override
    public void settlementLapsed(SettlementLapsed event) {
      isShared = true;
    }

    /** It is asked for beside what it lets hold, on the account as on each invoice. */
    @Override
    public void furtherGranted(AgreementEvent.FurtherGranted event) {}
  }
}
