package io.dunning.evaluation;

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
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;

/** Moves everything that happened by so many days. */
final class Shift {
  private final long days;

  private Shift(long days) {
    this.days = days;
  }

  static Account by(long days, Account account) {
    Shift shift = new Shift(days);
    return Account.of(
        account.customer(),
        account.invoices().stream().map(shift::moved).toList(),
        shift.moved(account.events()));
  }

  static LedgerEvent by(long days, LedgerEvent event) {
    return new Shift(days).moved(event);
  }

  private LocalDate moved(LocalDate day) {
    return day.plusDays(days);
  }

  private InvoiceHistory moved(InvoiceHistory history) {
    Invoice old = history.invoice();
    Invoice moved = Invoice.of(old.number(), old.amount(), moved(old.issued()), moved(old.due()));
    List<Instalment> parts = movedParts(old.instalments());
    moved = parts.isEmpty() ? moved : moved.inInstalments(parts);
    moved = old.terms().isEmpty() ? moved : moved.onTerms(old.terms().get());
    return InvoiceHistory.of(moved, moved(history.events()));
  }

  private List<Instalment> movedParts(List<Instalment> parts) {
    return parts.stream().map(i -> new Instalment(moved(i.due()), i.amount())).toList();
  }

  private List<LedgerEvent> moved(List<LedgerEvent> events) {
    return events.stream().map(this::moved).toList();
  }

  private LedgerEvent moved(LedgerEvent event) {
    LocalDate day = moved(event.date());
    if (event instanceof MoneyEvent.Payment e) {
      return new MoneyEvent.Payment(day, e.amount());
    } else if (event instanceof MoneyEvent.PaymentReversed e) {
      return new MoneyEvent.PaymentReversed(day, e.amount());
    } else if (event instanceof MoneyEvent.Credit e) {
      return new MoneyEvent.Credit(day, e.amount());
    } else if (event instanceof MoneyEvent.DiscountTaken e) {
      return new MoneyEvent.DiscountTaken(day, e.amount());
    } else if (event instanceof MoneyEvent.DiscountReversed e) {
      return new MoneyEvent.DiscountReversed(day, e.amount());
    } else if (event instanceof MoneyEvent.Refund e) {
      return new MoneyEvent.Refund(day, e.amount());
    } else if (event instanceof DisputeEvent.DisputeOpened e) {
      return new DisputeEvent.DisputeOpened(day, e.reason(), e.amount(), e.id(), e.openedBy());
    } else if (event instanceof DisputeEvent.DisputeResolved e) {
      return new DisputeEvent.DisputeResolved(day, e.outcome(), e.id());
    } else if (event instanceof ChargeEvent.ChargeAssessed e) {
      return new ChargeEvent.ChargeAssessed(day, e.charge(), e.amount(), e.step());
    } else if (event instanceof ChargeEvent.ChargeWaived e) {
      return new ChargeEvent.ChargeWaived(day, e.charge(), e.amount());
    } else if (event instanceof ChargeEvent.ChargeReinstated e) {
      return new ChargeEvent.ChargeReinstated(day, e.charge(), e.amount());
    } else if (event instanceof ChargeEvent.ChargeReversed e) {
      return new ChargeEvent.ChargeReversed(day, e.charge(), e.amount(), e.step());
    } else if (event instanceof AgreementEvent.PromiseToPay e) {
      return new AgreementEvent.PromiseToPay(day, e.amount(), moved(e.until()));
    } else if (event instanceof AgreementEvent.PromiseWithdrawn) {
      return new AgreementEvent.PromiseWithdrawn(day);
    } else if (event instanceof RestrictionEvent.Hold e) {
      return new RestrictionEvent.Hold(day, e.reason(), e.until().map(this::moved));
    } else if (event instanceof RestrictionEvent.HoldReleased) {
      return new RestrictionEvent.HoldReleased(day);
    } else if (event instanceof StepEvent.StepTaken e) {
      return new StepEvent.StepTaken(day, e.step(), e.channel(), e.person());
    } else if (event instanceof StepEvent.StepWithdrawn e) {
      return new StepEvent.StepWithdrawn(day, e.step());
    } else if (event instanceof ContactEvent.Contact e) {
      return new ContactEvent.Contact(
          day, e.channel(), e.direction(), e.reached(), e.purpose(), e.collector(), e.person());
    } else if (event instanceof ContactEvent.CustomerReplied e) {
      return new ContactEvent.CustomerReplied(day, e.reply(), e.why(), e.note());
    } else if (event instanceof MoneyEvent.WrittenOff) {
      return new MoneyEvent.WrittenOff(day);
    } else if (event instanceof MoneyEvent.Voided) {
      return new MoneyEvent.Voided(day);
    } else if (event instanceof AgreementEvent.PlanAgreed e) {
      return new AgreementEvent.PlanAgreed(
          day, movedParts(e.instalments()), e.settles(), moved(e.proposedOn()));
    } else if (event instanceof AgreementEvent.SettlementOffered e) {
      return new AgreementEvent.SettlementOffered(day, e.amount(), moved(e.until()));
    } else if (event instanceof AgreementEvent.SettlementLapsed) {
      return new AgreementEvent.SettlementLapsed(day);
    } else if (event instanceof ContactEvent.OptedOut e) {
      return new ContactEvent.OptedOut(day, e.channel());
    } else if (event instanceof ContactEvent.OptedIn e) {
      return new ContactEvent.OptedIn(day, e.channel());
    } else if (event instanceof ContactEvent.NoticeGiven e) {
      return new ContactEvent.NoticeGiven(day, e.notice());
    } else if (event instanceof ContactEvent.ContactInvited e) {
      return new ContactEvent.ContactInvited(day, e.until().map(this::moved));
    } else if (event instanceof AgreementEvent.FurtherGranted e) {
      return new AgreementEvent.FurtherGranted(day, e.concession(), e.by());
    } else if (event instanceof DeliveryEvent.AddressUnknown) {
      return new DeliveryEvent.AddressUnknown(day);
    } else if (event instanceof DeliveryEvent.AddressFound) {
      return new DeliveryEvent.AddressFound(day);
    } else if (event instanceof AgreementEvent.PlanCancelled) {
      return new AgreementEvent.PlanCancelled(day);
    } else if (event instanceof TermsEvent.Deferral e) {
      return new TermsEvent.Deferral(day, moved(e.until()));
    } else if (event instanceof TermsEvent.TermsRenegotiated e) {
      return new TermsEvent.TermsRenegotiated(day, moved(e.due()));
    } else if (event instanceof TermsEvent.LimitationSet e) {
      return new TermsEvent.LimitationSet(day, moved(e.lastDay()), e.why());
    } else if (event instanceof TermsEvent.LimitationSuspended e) {
      return new TermsEvent.LimitationSuspended(day, e.until().map(this::moved), e.why());
    } else if (event instanceof TermsEvent.LimitationResumed) {
      return new TermsEvent.LimitationResumed(day);
    } else if (event instanceof DeliveryEvent.DeliveryConfirmed e) {
      return new DeliveryEvent.DeliveryConfirmed(day, e.step(), e.channel());
    } else if (event instanceof DeliveryEvent.DeliveryFailed e) {
      return new DeliveryEvent.DeliveryFailed(day, e.step(), e.channel());
    } else if (event instanceof StepEvent.StepApproved e) {
      return new StepEvent.StepApproved(day, e.step());
    } else if (event instanceof StepEvent.StepRefused e) {
      return new StepEvent.StepRefused(day, e.step());
    } else if (event instanceof RestrictionEvent.Restricted e) {
      return new RestrictionEvent.Restricted(
          day, e.restriction(), e.until().map(this::moved), e.note());
    } else if (event instanceof RestrictionEvent.RestrictionLifted e) {
      return new RestrictionEvent.RestrictionLifted(day, e.restriction());
    }
    return bank(event, day);
  }

  private LedgerEvent bank(LedgerEvent event, LocalDate day) {
    if (event instanceof BankEvent.CandidateReceipt e) {
      return new BankEvent.CandidateReceipt(
          day, e.id(), e.amount(), e.from(), e.until().map(this::moved));
    } else if (event instanceof BankEvent.CandidateBooked e) {
      return new BankEvent.CandidateBooked(day, e.id());
    } else if (event instanceof BankEvent.CandidateRejected e) {
      return new BankEvent.CandidateRejected(day, e.id());
    } else if (event instanceof BankEvent.BankDataAsOf) {
      return new BankEvent.BankDataAsOf(day);
    } else if (event instanceof BankEvent.PaidBy e) {
      return new BankEvent.PaidBy(day, e.method());
    } else if (event instanceof BankEvent.CollectionPlanned e) {
      return new BankEvent.CollectionPlanned(day, moved(e.on()));
    } else if (event instanceof BankEvent.CollectionFailed e) {
      return new BankEvent.CollectionFailed(day, e.scheme(), e.code());
    } else if (event instanceof BankEvent.Collected) {
      return new BankEvent.Collected(day);
    }
    throw new AssertionError(event);
  }
}
