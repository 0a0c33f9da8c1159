package io.dunning.ledger;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was paid on an invoice and stayed, and what lowered it otherwise, day by day. */
final class DiscountBooks implements MoneyEvent.Visitor {
  private final long amount;
  private final long lastAccepted;

  /** What was paid and is left, payment by payment in their order. */
  private final List<Receipt> receipts = new ArrayList<>();

  /** By how much the claim was lowered by other things than payments, on each day. */
  private final TreeMap<Long, Long> lowered = new TreeMap<>();

  /** What was refunded beyond what had come in; later payments make it up first. */
  private long owedBack;

  /** What was granted beyond the terms. */
  private long granted;

  private boolean voided;
  private boolean changed;

  /**
   * @param amount the invoice amount
   * @param lastAccepted the last day on which money earns a discount
   */
  DiscountBooks(long amount, long lastAccepted) {
    this.amount = amount;
    this.lastAccepted = lastAccepted;
  }

  /** A payment, and what of it was not paid back. */
  private static final class Receipt {
    final long day;
    final long amount;

    /** What of it was not paid back, and what of that paid charges. */
    long left;

    long charges;

    Receipt(long day, long amount, long left) {
      this.day = day;
      this.amount = amount;
      this.left = left;
    }

    /** What of it pays the invoice. */
    long paying() {
      return Math.max(0, left - charges);
    }
  }

  /** Whether what is earned may differ since this was asked last. */
  boolean hasChanged() {
    boolean is = changed && !voided;
    changed = false;
    return is;
  }

  /** What was paid of the invoice and stayed. */
  long paid() {
    return receipts.stream().mapToLong(Receipt::paying).sum();
  }

  long loweredOn(long day) {
    return lowered.getOrDefault(day, 0L);
  }

  /** The invoice amount less what lowered it up to the end of a day. */
  long claimOn(long day) {
    long claim = amount;
    for (long each : lowered.headMap(day, true).values()) {
      claim = Math.subtractExact(claim, each);
    }
    return claim;
  }

  /** What is left of the payments of each day, and zero for a day on which only the claim fell. */
  TreeMap<Long, Long> paidByDay() {
    TreeMap<Long, Long> paid = new TreeMap<>();
    receipts.forEach(r -> paid.merge(r.day, r.paying(), Math::addExact));
    lowered.keySet().forEach(d -> paid.putIfAbsent(d, 0L));
    return paid;
  }

  private static long day(LedgerEvent event) {
    return event.date().toEpochDay();
  }

  @Override
  public void payment(MoneyEvent.Payment event) {
    long amount = event.amount().minorUnits();
    long kept = Math.min(owedBack, amount);
    owedBack -= kept;
    receipts.add(new Receipt(day(event), amount, amount - kept));
    changed |= day(event) <= lastAccepted;
  }

  @Override
  public void paymentReversed(MoneyEvent.PaymentReversed event) {
    takeBack(event.amount().minorUnits());
  }

  @Override
  public void refund(MoneyEvent.Refund event) {
    takeBack(event.amount().minorUnits());
  }

  /** Takes back the latest payment of the amount, else the latest payments. */
  private void takeBack(long amount) {
    for (int i = receipts.size() - 1; i >= 0; i--) {
      Receipt each = receipts.get(i);
      if (each.amount == amount && each.left == amount) {
        each.left = 0;
        changed |= each.day <= lastAccepted;
        return;
      }
    }
    long rest = amount;
    for (int i = receipts.size() - 1; i >= 0 && rest > 0; i--) {
      long back = Math.min(rest, receipts.get(i).left);
      receipts.get(i).left -= back;
      rest -= back;
      changed |= receipts.get(i).day <= lastAccepted;
    }
    owedBack = Math.addExact(owedBack, rest);
  }

  @Override
  public void credit(MoneyEvent.Credit event) {
    lower(event, event.amount().minorUnits());
  }

  private void lower(MoneyEvent event, long amount) {
    lowered.merge(day(event), amount, Math::addExact);
    changed |= day(event) <= lastAccepted;
  }

  /** A discount beyond the terms leaves less on which to earn one. */
  @Override
  public void discountTaken(MoneyEvent.DiscountTaken event) {
    granted = Math.addExact(granted, event.amount().minorUnits());
    lower(event, event.amount().minorUnits());
  }

  /** A discount that was earned by the terms and taken back is not earned again. */
  @Override
  public void discountReversed(MoneyEvent.DiscountReversed event) {
    long back = Math.min(granted, event.amount().minorUnits());
    granted -= back;
    lower(event, -back);
  }

  /** What was given up can still be paid with a discount. */
  @Override
  public void writtenOff(MoneyEvent.WrittenOff event) {}

  /** As {@link #writtenOff}. */
  @Override
  public void partWrittenOff(MoneyEvent.PartWrittenOff event) {}

  /** As {@link #writtenOff}. */
  @Override
  public void writeOffReversed(MoneyEvent.WriteOffReversed event) {}

  /** What pays charges does not pay the invoice, and earns nothing. */
  @Override
  public void chargesPaid(MoneyEvent.ChargesPaid event) {
    long amount = event.amount().minorUnits();
    if (amount < 0) {
      free(-amount);
      return;
    }
    long rest = amount;
    for (int i = receipts.size() - 1; i >= 0 && rest > 0; i--) {
      Receipt each = receipts.get(i);
      long pays = Math.min(rest, each.paying());
      each.charges += pays;
      rest -= pays;
      changed |= each.day <= lastAccepted;
    }
  }

  /** What paid charges does not any more: first what was paid back, then the latest payments. */
  private void free(long amount) {
    long rest = amount;
    for (int i = receipts.size() - 1; i >= 0 && rest > 0; i--) {
      rest -=
          free(receipts.get(i), Math.max(0, receipts.get(i).charges - receipts.get(i).left), rest);
    }
    for (int i = receipts.size() - 1; i >= 0 && rest > 0; i--) {
      rest -= free(receipts.get(i), receipts.get(i).charges, rest);
    }
  }

  private long free(Receipt receipt, long most, long amount) {
    long freed = Math.min(most, amount);
    receipt.charges -= freed;
    changed |= receipt.day <= lastAccepted;
    return freed;
  }

  /** On a void invoice nothing is earned any more. */
  @Override
  public void voided(MoneyEvent.Voided event) {
    voided = true;
  }
}
