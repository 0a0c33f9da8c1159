package io.dunning.charge;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The payments in their order, less what bounced later. A reversal takes back the latest payment of
 * its amount, else the latest payments; one that comes before its payment waits for it.
 */
final class Receipts implements MoneyEvent.Visitor {
  private final List<Payment> payments = new ArrayList<>();

  /** What bounced before it came. */
  private long waiting;

  private Receipts() {}

  /** A payment and what of it did not bounce. */
  static final class Payment {
    final long amount;
    long left;

    Payment(long amount) {
      this.amount = amount;
      this.left = amount;
    }
  }

  /** The payments among some events, one for each event, in their order. */
  static List<Payment> of(List<LedgerEvent> events) {
    Receipts receipts = new Receipts();
    for (LedgerEvent each : events) {
      if (each instanceof MoneyEvent e) {
        e.accept(receipts);
      }
    }
    return receipts.payments;
  }

  @Override
  public void payment(MoneyEvent.Payment event) {
    Payment payment = new Payment(event.amount().minorUnits());
    long swallowed = Math.min(waiting, payment.left);
    payment.left -= swallowed;
    waiting -= swallowed;
    payments.add(payment);
  }

  @Override
  public void paymentReversed(MoneyEvent.PaymentReversed event) {
    waiting = Math.addExact(waiting, takenBack(event.amount().minorUnits()));
  }

  /** Takes back payments; what is left over bounced before it came. */
  private long takenBack(long amount) {
    for (int i = payments.size() - 1; i >= 0; i--) {
      Payment each = payments.get(i);
      if (each.amount == amount && each.left == amount) {
        each.left = 0;
        return 0;
      }
    }
    long left = amount;
    for (int i = payments.size() - 1; i >= 0 && left > 0; i--) {
      long taken = Math.min(left, payments.get(i).left);
      payments.get(i).left -= taken;
      left -= taken;
    }
    return left;
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

  /** What was paid on a void invoice was paid all the same. */
  @Override
  public void voided(MoneyEvent.Voided event) {}
}
