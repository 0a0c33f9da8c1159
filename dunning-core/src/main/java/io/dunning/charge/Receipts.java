package io.dunning.charge;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import java.util.List;

/**
 * The payments and the discounts in their order, less what bounced or was taken back later. A
 * reversal takes back the latest payment of its amount, else the latest payments; one that comes
 * before its payment waits for it. Discounts go likewise.
 */
final class Receipts implements MoneyEvent.Visitor {
  /** Where nothing was taken back, everything stayed. */
  static final Receipts ALL_KEPT = new Receipts();

  final KeptReceipts payments = new KeptReceipts();
  final KeptReceipts discounts = new KeptReceipts();

  private Receipts() {}

  /** A payment or a discount, and what of it stayed. */
  static final class Payment {
    final long amount;
    long left;

    Payment(long amount) {
      this.amount = amount;
      this.left = amount;
    }
  }

  /** What came in by some events. */
  static Receipts of(List<LedgerEvent> events) {
    Receipts receipts = new Receipts();
    for (LedgerEvent each : events) {
      if (each instanceof MoneyEvent e) {
        e.accept(receipts);
      }
    }
    return receipts;
  }

  @Override
  public void payment(MoneyEvent.Payment event) {
    payments.add(event.amount().minorUnits());
  }

  @Override
  public void paymentReversed(MoneyEvent.PaymentReversed event) {
    payments.takeBack(event.amount().minorUnits());
  }

  @Override
  public void discountTaken(MoneyEvent.DiscountTaken event) {
    discounts.add(event.amount().minorUnits());
  }

  @Override
  public void discountReversed(MoneyEvent.DiscountReversed event) {
    discounts.takeBack(event.amount().minorUnits());
  }

  /** A credit note is no payment: it cannot bounce. */
  @Override
  public void credit(MoneyEvent.Credit event) {}

  /** A refund pays back on its own day; it does not undo a payment from the start. */
  @Override
  public void refund(MoneyEvent.Refund event) {}

  /** What was paid before stays paid. */
  @Override
  public void writtenOff(MoneyEvent.WrittenOff event) {}

  /** What a payment paid does not change what came in. */
  @Override
  public void chargesPaid(MoneyEvent.ChargesPaid event) {}

  /** As {@link #writtenOff}. */
  @Override
  public void partWrittenOff(MoneyEvent.PartWrittenOff event) {}

  /** As {@link #writtenOff}. */
  @Override
  public void writeOffReversed(MoneyEvent.WriteOffReversed event) {}

  /** What was paid on a void invoice was paid all the same. */
  @Override
  public void voided(MoneyEvent.Voided event) {}
}
