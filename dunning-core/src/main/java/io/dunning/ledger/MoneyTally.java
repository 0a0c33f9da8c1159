package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.MoneyEvent;
import io.dunning.event.MoneyEvent.ChargesPaid;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.event.MoneyEvent.DiscountReversed;
import io.dunning.event.MoneyEvent.DiscountTaken;
import io.dunning.event.MoneyEvent.PartWrittenOff;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.MoneyEvent.PaymentReversed;
import io.dunning.event.MoneyEvent.Refund;
import io.dunning.event.MoneyEvent.Voided;
import io.dunning.event.MoneyEvent.WriteOffReversed;
import io.dunning.event.MoneyEvent.WrittenOff;
import io.dunning.event.TermsEvent;
import io.dunning.event.TermsEvent.Deferral;
import io.dunning.event.TermsEvent.TermsRenegotiated;
import io.dunning.terms.Instalment;
import java.util.Arrays;
import java.util.List;

/** Adds up what is owed on an invoice, event by event. */
final class MoneyTally implements MoneyEvent.Visitor, TermsEvent.Visitor {
  final Invoice invoice;
  long credits;

  /** Discounts taken less those taken back; below zero if more were taken back than taken. */
  long discounted;

  long paidIn;
  long paidBack;

  /** What payments paid of charges; below zero if more was taken back than recorded. */
  long chargesPaid;

  /** What was given up, as long as nobody paid it after all. */
  long writtenOff;

  long open;
  long credit;
  long peak;
  Closure closure = Closure.OPEN;
  long closedDay = EpochDay.NEVER;
  long reopenedDay = EpochDay.NEVER;
  private long newDueDay = EpochDay.NONE;

  /** Of each instalment the day of its last reopening; null if none was ever reopened. */
  long[] reopenedParts;

  /** The place of the first instalment that is not settled; behind the last if all are. */
  private int firstOpen;

  /** Begins with an invoice to which nothing has happened. */
  MoneyTally(Invoice invoice) {
    this.invoice = invoice;
    settle(EpochDay.NONE, false);
  }

  /** Goes on from a balance. */
  MoneyTally(Balance from) {
    invoice = from.invoice;
    credits = from.credits;
    discounted = from.discounted;
    paidIn = from.paidIn;
    paidBack = from.paidBack;
    chargesPaid = from.chargesPaid;
    writtenOff = from.writtenOff;
    open = from.openMinor();
    credit = from.creditMinor();
    peak = from.peak;
    closure = from.closure();
    closedDay = from.closedDay();
    reopenedDay = from.reopenedWholeDay;
    reopenedParts = from.reopenedParts;
    firstOpen = firstOpen(invoice, open);
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
  public void discountTaken(DiscountTaken event) {
    discounted = Math.addExact(discounted, event.amount().minorUnits());
    settle(event.date().toEpochDay());
  }

  @Override
  public void discountReversed(DiscountReversed event) {
    discounted = Math.subtractExact(discounted, event.amount().minorUnits());
    settle(event.date().toEpochDay());
  }

  @Override
  public void writtenOff(WrittenOff event) {
    writtenOff = Math.addExact(writtenOff, open);
    closure = open > 0 ? Closure.WRITTEN_OFF : closure;
    settle(event.date().toEpochDay());
  }

  /** A part that is all there is left writes the invoice off. */
  @Override
  public void partWrittenOff(PartWrittenOff event) {
    long part = Math.min(event.amount().minorUnits(), open);
    closure = part > 0 && part == open ? Closure.WRITTEN_OFF : closure;
    writtenOff = Math.addExact(writtenOff, part);
    settle(event.date().toEpochDay());
  }

  @Override
  public void writeOffReversed(WriteOffReversed event) {
    writtenOff = 0;
    closure = closure == Closure.WRITTEN_OFF ? Closure.OPEN : closure;
    settle(event.date().toEpochDay());
  }

  /** Says what a payment of the day did not settle, so nothing that was settled is reopened. */
  @Override
  public void chargesPaid(ChargesPaid event) {
    chargesPaid = Math.addExact(chargesPaid, event.amount().minorUnits());
    settle(event.date().toEpochDay(), false);
  }

  @Override
  public void voided(Voided event) {
    closure = Closure.VOIDED;
    writtenOff = 0;
    settle(event.date().toEpochDay());
  }

  /** A deferral moves steps, not the due date. */
  @Override
  public void deferral(Deferral event) {}

  /** A claim that has lapsed at law is still owed. */
  @Override
  public void limitationSet(TermsEvent.LimitationSet event) {}

  @Override
  public void limitationSuspended(TermsEvent.LimitationSuspended event) {}

  @Override
  public void limitationResumed(TermsEvent.LimitationResumed event) {}

  @Override
  public void termsRenegotiated(TermsRenegotiated event) {
    newDueDay = event.due().toEpochDay();
  }

  /** Works out what is open after an event of a day. */
  private void settle(long day) {
    settle(day, true);
  }

  /** Works out what is open; an event that only explains another one reopens nothing. */
  private void settle(long day, boolean reopens) {
    boolean wasOpen = open > 0;
    long owed = 0;
    if (closure != Closure.VOIDED) {
      owed = Math.subtractExact(invoice.amount().minorUnits(), credits);
      owed = Math.subtractExact(owed, Math.max(0, discounted));
    }
    long left = Math.subtractExact(Math.subtractExact(paidIn, paidBack), Math.max(0, chargesPaid));
    long unpaid = Math.subtractExact(owed, Math.max(0, left));
    credit = unpaid < 0 ? Math.negateExact(unpaid) : 0;
    long rest = unpaid - Math.min(writtenOff, Math.max(0, unpaid));
    boolean collectable = closure == Closure.OPEN || closure == Closure.SETTLED;
    open = collectable && rest > 0 ? rest : 0;
    peak = Math.max(peak, open);
    if (collectable) {
      closure = open > 0 ? Closure.OPEN : Closure.SETTLED;
    }
    if (open > 0) {
      closedDay = EpochDay.NEVER;
      if (!wasOpen && reopens) {
        reopenedDay = day;
      }
    } else if (wasOpen) {
      closedDay = day;
    }
    settleParts(day, reopens);
  }

  /** Notes which instalments were settled and are not any more. */
  private void settleParts(long day, boolean reopens) {
    int parts = invoice.instalments().size();
    if (parts == 0) {
      return;
    }
    int first = firstOpen(invoice, open);
    if (first < firstOpen && reopens) {
      if (reopenedParts == null) {
        reopenedParts = new long[parts];
        Arrays.fill(reopenedParts, EpochDay.NEVER);
      } else {
        reopenedParts = reopenedParts.clone();
      }
      Arrays.fill(reopenedParts, first, firstOpen, day);
    }
    firstOpen = first;
  }

  /** The place of the first instalment that is not settled, given what is open. */
  private static int firstOpen(Invoice invoice, long open) {
    List<Instalment> parts = invoice.instalments();
    if (open == 0) {
      return parts.size();
    }
    long settled = Math.subtractExact(invoice.amount().minorUnits(), open);
    for (int i = 0; i < parts.size(); i++) {
      settled -= parts.get(i).amount().minorUnits();
      if (settled < 0) {
        return i;
      }
    }
    return parts.size();
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
    int first = firstOpen(invoice, open);
    return first < invoice.instalments().size()
        ? invoice.instalments().get(first).due().toEpochDay()
        : invoice.dueDay();
  }

  /** The day of the reopening of the earliest open part. */
  long reopenedOfEarliest() {
    boolean ofPart = !onNewTerms() && firstOpen < invoice.instalments().size();
    return !ofPart
        ? reopenedDay
        : reopenedParts == null ? EpochDay.NEVER : reopenedParts[firstOpen];
  }

  /** The first day from which an open part is aged, if what was reopened is aged from then. */
  long dueDaySinceReopening() {
    if (onNewTerms() || reopenedParts == null || firstOpen == reopenedParts.length) {
      long reopened = reopenedOfEarliest();
      return reopened == EpochDay.NEVER ? dueDay() : Math.max(dueDay(), reopened);
    }
    long first = EpochDay.NEVER;
    for (int i = firstOpen; i < reopenedParts.length; i++) {
      long due = invoice.instalments().get(i).due().toEpochDay();
      boolean reopened = reopenedParts[i] != EpochDay.NEVER;
      first = Math.min(first, reopened ? Math.max(due, reopenedParts[i]) : due);
    }
    return first;
  }
}
