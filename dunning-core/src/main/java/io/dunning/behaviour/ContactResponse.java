package io.dunning.behaviour;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How often a customer answers.
 *
 * @param contacts how many contacts the creditor began
 * @param answered how many of them the customer answered within a week
 * @param changesOnDay the first later epoch day on which a contact leaves the window, or never
 */
record ContactResponse(int contacts, int answered, long changesOnDay) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DAYS = 7;

  /**
   * Counts the contacts of a span of days.
   *
   * @param known the last epoch day whose events are known, included; later answers do not count
   * @param asOf the last epoch day of the span, included; not before {@code known}
   * @param window how many days the span has; 0 for all
   */
  static ContactResponse of(Account account, long known, long asOf, long window) {
    long from = window == 0 ? Long.MIN_VALUE : asOf - window + 1;
    Sorter sorter = new Sorter();
    sort(account.events(), known, sorter);
    for (InvoiceHistory history : account.invoices()) {
      sort(history.events(), known, sorter);
    }
    int contacts = 0;
    int answered = 0;
    long first = EpochDay.NEVER;
    for (long day : sorter.contacts) {
      if (day >= from) {
        Long next = sorter.answers.ceiling(day);
        contacts++;
        first = Math.min(first, day);
        answered += next != null && next <= day + DAYS ? 1 : 0;
      }
    }
    boolean leaves = window > 0 && contacts > 0;
    return new ContactResponse(contacts, answered, leaves ? first + window : EpochDay.NEVER);
  }

  private static void sort(List<LedgerEvent> events, long through, Sorter sorter) {
    for (LedgerEvent event : events) {
      if (event.date().toEpochDay() <= through) {
        event.accept(sorter);
      }
    }
  }

  /** Sorts events into contacts, answers and the rest. */
  private static final class Sorter
      implements LedgerEvent.Visitor,
          MoneyEvent.Visitor,
          AgreementEvent.Visitor,
          StepEvent.Visitor,
          ContactEvent.Visitor {
    private final List<Long> contacts = new ArrayList<>();
    private final NavigableSet<Long> answers = new TreeSet<>();

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

    @Override
    public void delivery(DeliveryEvent event) {}
  }
}
