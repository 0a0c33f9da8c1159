package io.dunning.behaviour;

import io.dunning.event.AgreementEvent;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Sorts events into contacts, answers and the rest. */
final class ContactSorter
    implements LedgerEvent.Visitor,
        MoneyEvent.Visitor,
        AgreementEvent.Visitor,
        StepEvent.Visitor,
        ContactEvent.Visitor {
  final List<Long> contacts = new ArrayList<>();
  final NavigableSet<Long> answers = new TreeSet<>();

  private void contacted(LedgerEvent event) {
    contacts.add(event.date().toEpochDay());
  }

  private void answered(LedgerEvent event) {
    answers.add(event.date().toEpochDay());
  }

  @Override
  public void money(MoneyEvent event) {
    event.accept((MoneyEvent.Visitor) this);
  }

  @Override
  public void payment(MoneyEvent.Payment event) {
    answered(event);
  }

  @Override
  public void paymentReversed(MoneyEvent.PaymentReversed event) {}

  @Override
  public void credit(MoneyEvent.Credit event) {}

  @Override
  public void discountTaken(MoneyEvent.DiscountTaken event) {}

  @Override
  public void discountReversed(MoneyEvent.DiscountReversed event) {}

  @Override
  public void refund(MoneyEvent.Refund event) {}

  @Override
  public void writtenOff(MoneyEvent.WrittenOff event) {}

  @Override
  public void voided(MoneyEvent.Voided event) {}

  @Override
  public void chargesPaid(MoneyEvent.ChargesPaid event) {}

  @Override
  public void partWrittenOff(MoneyEvent.PartWrittenOff event) {}

  @Override
  public void writeOffReversed(MoneyEvent.WriteOffReversed event) {}

  @Override
  public void charge(ChargeEvent event) {}

  @Override
  public void dispute(DisputeEvent event) {}

  @Override
  public void agreement(AgreementEvent event) {
    event.accept((AgreementEvent.Visitor) this);
  }

  @Override
  public void promiseToPay(AgreementEvent.PromiseToPay event) {
    answered(event);
  }

  @Override
  public void promiseWithdrawn(AgreementEvent.PromiseWithdrawn event) {}

  @Override
  public void planAgreed(AgreementEvent.PlanAgreed event) {}

  @Override
  public void planCancelled(AgreementEvent.PlanCancelled event) {}

  @Override
  public void settlementOffered(AgreementEvent.SettlementOffered event) {}

  @Override
  public void settlementLapsed(AgreementEvent.SettlementLapsed event) {}

  @Override
  public void furtherGranted(AgreementEvent.FurtherGranted event) {}

  @Override
  public void terms(TermsEvent event) {}

  @Override
  public void restriction(RestrictionEvent event) {}

  @Override
  public void step(StepEvent event) {
    event.accept((StepEvent.Visitor) this);
  }

  @Override
  public void stepTaken(StepEvent.StepTaken event) {
    if (event.channel().isPresent()) {
      contacted(event);
    }
  }

  @Override
  public void stepWithdrawn(StepEvent.StepWithdrawn event) {}

  @Override
  public void stepApproved(StepEvent.StepApproved event) {}

  @Override
  public void stepRefused(StepEvent.StepRefused event) {}

  @Override
  public void contact(ContactEvent event) {
    event.accept((ContactEvent.Visitor) this);
  }

  @Override
  public void contact(ContactEvent.Contact event) {
    switch (event.direction()) {
      case OUT -> contacted(event);
      case IN -> answered(event);
    }
  }

  @Override
  public void customerReplied(ContactEvent.CustomerReplied event) {
    answered(event);
  }

  @Override
  public void contactInvited(ContactEvent.ContactInvited event) {}

  @Override
  public void noticeGiven(ContactEvent.NoticeGiven event) {}

  @Override
  public void optedOut(ContactEvent.OptedOut event) {}

  @Override
  public void optedIn(ContactEvent.OptedIn event) {}

  /** It is no contact. */
  @Override
  public void bank(BankEvent event) {}

  @Override
  public void delivery(DeliveryEvent event) {}
}
