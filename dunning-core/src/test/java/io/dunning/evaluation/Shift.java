package io.dunning.evaluation;

import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.LedgerEvent;
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
    return InvoiceHistory.of(
        parts.isEmpty() ? moved : moved.inInstalments(parts), moved(history.events()));
  }

  private List<Instalment> movedParts(List<Instalment> parts) {
    return parts.stream().map(i -> new Instalment(moved(i.due()), i.amount())).toList();
  }

  private List<LedgerEvent> moved(List<LedgerEvent> events) {
    return events.stream().map(this::moved).toList();
  }

  private LedgerEvent moved(LedgerEvent event) {
    LocalDate day = moved(event.date());
    if (event instanceof LedgerEvent.Payment e) {
      return new LedgerEvent.Payment(day, e.amount());
    } else if (event instanceof LedgerEvent.PaymentReversed e) {
      return new LedgerEvent.PaymentReversed(day, e.amount());
    } else if (event instanceof LedgerEvent.Credit e) {
      return new LedgerEvent.Credit(day, e.amount());
    } else if (event instanceof LedgerEvent.Refund e) {
      return new LedgerEvent.Refund(day, e.amount());
    } else if (event instanceof LedgerEvent.DisputeOpened e) {
      return new LedgerEvent.DisputeOpened(day, e.reason(), e.amount());
    } else if (event instanceof LedgerEvent.DisputeResolved e) {
      return new LedgerEvent.DisputeResolved(day, e.outcome());
    } else if (event instanceof LedgerEvent.ChargeAssessed e) {
      return new LedgerEvent.ChargeAssessed(day, e.charge(), e.amount(), e.step());
    } else if (event instanceof LedgerEvent.ChargeWaived e) {
      return new LedgerEvent.ChargeWaived(day, e.charge(), e.amount());
    } else if (event instanceof LedgerEvent.ChargeReinstated e) {
      return new LedgerEvent.ChargeReinstated(day, e.charge(), e.amount());
    } else if (event instanceof LedgerEvent.ChargeReversed e) {
      return new LedgerEvent.ChargeReversed(day, e.charge(), e.amount(), e.step());
    } else if (event instanceof LedgerEvent.PromiseToPay e) {
      return new LedgerEvent.PromiseToPay(day, e.amount(), moved(e.until()));
    } else if (event instanceof LedgerEvent.PromiseWithdrawn) {
      return new LedgerEvent.PromiseWithdrawn(day);
    } else if (event instanceof LedgerEvent.Hold e) {
      return new LedgerEvent.Hold(day, e.reason(), e.until().map(this::moved));
    } else if (event instanceof LedgerEvent.HoldReleased) {
      return new LedgerEvent.HoldReleased(day);
    } else if (event instanceof LedgerEvent.StepTaken e) {
      return new LedgerEvent.StepTaken(day, e.step(), e.channel());
    } else if (event instanceof LedgerEvent.StepWithdrawn e) {
      return new LedgerEvent.StepWithdrawn(day, e.step());
    } else if (event instanceof LedgerEvent.Contact e) {
      return new LedgerEvent.Contact(
          day, e.channel(), e.direction(), e.reached(), e.purpose(), e.collector());
    } else if (event instanceof LedgerEvent.CustomerReplied e) {
      return new LedgerEvent.CustomerReplied(day, e.reply(), e.note());
    } else if (event instanceof LedgerEvent.WrittenOff) {
      return new LedgerEvent.WrittenOff(day);
    } else if (event instanceof LedgerEvent.Voided) {
      return new LedgerEvent.Voided(day);
    } else if (event instanceof LedgerEvent.PlanAgreed e) {
      return new LedgerEvent.PlanAgreed(day, movedParts(e.instalments()), e.settles());
    } else if (event instanceof LedgerEvent.SettlementOffered e) {
      return new LedgerEvent.SettlementOffered(day, e.amount(), moved(e.until()));
    } else if (event instanceof LedgerEvent.SettlementLapsed) {
      return new LedgerEvent.SettlementLapsed(day);
    } else if (event instanceof LedgerEvent.OptedOut e) {
      return new LedgerEvent.OptedOut(day, e.channel());
    } else if (event instanceof LedgerEvent.OptedIn e) {
      return new LedgerEvent.OptedIn(day, e.channel());
    } else if (event instanceof LedgerEvent.NoticeGiven e) {
      return new LedgerEvent.NoticeGiven(day, e.notice());
    } else if (event instanceof LedgerEvent.ContactInvited e) {
      return new LedgerEvent.ContactInvited(day, e.until().map(this::moved));
    } else if (event instanceof LedgerEvent.PlanCancelled) {
      return new LedgerEvent.PlanCancelled(day);
    } else if (event instanceof LedgerEvent.Deferral e) {
      return new LedgerEvent.Deferral(day, moved(e.until()));
    } else if (event instanceof LedgerEvent.TermsRenegotiated e) {
      return new LedgerEvent.TermsRenegotiated(day, moved(e.due()));
    } else if (event instanceof LedgerEvent.DeliveryConfirmed e) {
      return new LedgerEvent.DeliveryConfirmed(day, e.step(), e.channel());
    } else if (event instanceof LedgerEvent.DeliveryFailed e) {
      return new LedgerEvent.DeliveryFailed(day, e.step(), e.channel());
    } else if (event instanceof LedgerEvent.StepApproved e) {
      return new LedgerEvent.StepApproved(day, e.step());
    } else if (event instanceof LedgerEvent.StepRefused e) {
      return new LedgerEvent.StepRefused(day, e.step());
    } else if (event instanceof LedgerEvent.Restricted e) {
      return new LedgerEvent.Restricted(day, e.restriction(), e.until().map(this::moved), e.note());
    } else if (event instanceof LedgerEvent.RestrictionLifted e) {
      return new LedgerEvent.RestrictionLifted(day, e.restriction());
    }
    throw new AssertionError(event);
  }
}
