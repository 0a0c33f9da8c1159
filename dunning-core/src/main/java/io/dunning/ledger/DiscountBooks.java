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

  /** What was paid back before it came. */
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
    long left;

    Receipt(long day, long amount, long left) {
      this.day = day;
      this.amount = amount;
      this.left = left;
    }
  }

  /** Whether what is earned may differ since this was asked last. */
  boolean hasChanged() {
    boolean is = changed && !voided;
    changed = false;
    return is;
  }

  /** What was paid and stayed. */
  long paid() {
    return receipts.stream().mapToLong(r -> r.left).sum();
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
    receipts.forEach(r -> paid.merge(r.day, r.left, Math::addExact));
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

  /** What came in earns the discount, whatever of it paid charges. */
  @Override
  public void chargesPaid(MoneyEvent.ChargesPaid event) {}

  /** On a void invoice nothing is earned any more. */
  @Override
  public void voided(MoneyEvent.Voided event) {
    voided = true;
  }
}
