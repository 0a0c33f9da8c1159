package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.MoneyEvent;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.MoneyEvent.PaymentReversed;
import io.dunning.event.MoneyEvent.Refund;
import io.dunning.event.MoneyEvent.Voided;
import io.dunning.event.MoneyEvent.WrittenOff;
import io.dunning.event.TermsEvent;
import io.dunning.event.TermsEvent.Deferral;
import io.dunning.event.TermsEvent.TermsRenegotiated;
import io.dunning.terms.Instalment;

/** Adds up what is owed on an invoice, event by event. */
final class MoneyTally implements MoneyEvent.Visitor, TermsEvent.Visitor {
  final Invoice invoice;
  long credits;
  long paidIn;
  long paidBack;
  long open;
  long credit;
  long peak;
  Closure closure = Closure.OPEN;
  long closedDay = EpochDay.NEVER;
  long reopenedDay = EpochDay.NEVER;
  private long newDueDay = EpochDay.NONE;

  /** Begins with an invoice to which nothing has happened. */
  MoneyTally(Invoice invoice) {
    this.invoice = invoice;
    settle(EpochDay.NONE);
  }

  /** Goes on from a balance. */
  MoneyTally(Balance from) {
    invoice = from.invoice;
    credits = from.credits;
    paidIn = from.paidIn;
    paidBack = from.paidBack;
    open = from.openMinor();
    credit = from.creditMinor();
    peak = from.peak;
    closure = from.closure();
    closedDay = from.closedDay();
    reopenedDay = from.reopenedDay();
    newDueDay = from.onNewTerms ? from.dueDay() : EpochDay.NONE;
  }

  @Override
  public void payment(Payment event) {
    paidIn = Math.addExact(paidIn, event.amount().minorUnits());
    settle(event.date().toEpochDay());
  }

  @Override
  public void paymentReversed(PaymentReversed event) {
    paidBack = Math.addExact(paidBack, event.amount().minorUnits());
    settle(event.date().toEpochDay());
  }

  @Override
  public void refund(Refund event) {
    paidBack = Math.addExact(paidBack, event.amount().minorUnits());
    settle(event.date().toEpochDay());
  }

  @Override
  public void credit(Credit event) {
    credits = Math.addExact(credits, event.amount().minorUnits());
    settle(event.date().toEpochDay());
  }

  @Override
  public void writtenOff(WrittenOff event) {
    closure = open > 0 ? Closure.WRITTEN_OFF : closure;
    settle(event.date().toEpochDay());
  }

  @Override
  public void voided(Voided event) {
    closure = Closure.VOIDED;
    settle(event.date().toEpochDay());
  }

  /** A deferral moves steps, not the due date. */
  @Override
  public void deferral(Deferral event) {}

  @Override
  public void termsRenegotiated(TermsRenegotiated event) {
    newDueDay = event.due().toEpochDay();
  }

  /** Works out what is open after an event of a day; {@link EpochDay#NONE} is the beginning. */
  private void settle(long day) {
    boolean wasOpen = open > 0;
    long owed = 0;
    if (closure != Closure.VOIDED) {
      owed = Math.subtractExact(invoice.amount().minorUnits(), credits);
    }
    long rest = Math.subtractExact(owed, Math.max(0, Math.subtractExact(paidIn, paidBack)));
    credit = rest < 0 ? Math.negateExact(rest) : 0;
    boolean collectable = closure == Closure.OPEN || closure == Closure.SETTLED;
    open = collectable && rest > 0 ? rest : 0;
    peak = Math.max(peak, open);
    if (collectable) {
      closure = open > 0 ? Closure.OPEN : Closure.SETTLED;
    }
    if (open > 0) {
      closedDay = EpochDay.NEVER;
      if (!wasOpen && day != EpochDay.NONE) {
        reopenedDay = day;
      }
    } else if (wasOpen) {
      closedDay = day;
    }
  }

  boolean onNewTerms() {
    return newDueDay != EpochDay.NONE;
  }

  /** The due day of the earliest open part. */
  long dueDay() {
    return onNewTerms() ? newDueDay : dueDay(invoice, open);
  }

  /** The due day of the earliest open part of an invoice of which an amount is open. */
  static long dueDay(Invoice invoice, long open) {
    if (open > 0 && !invoice.instalments().isEmpty()) {
      long settled = Math.subtractExact(invoice.amount().minorUnits(), open);
      for (Instalment part : invoice.instalments()) {
        settled -= part.amount().minorUnits();
        if (settled < 0) {
          return part.due().toEpochDay();
        }
      }
    }
    return invoice.dueDay();
  }
}
