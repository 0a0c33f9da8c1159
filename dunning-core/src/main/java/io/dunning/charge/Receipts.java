package io.dunning.charge;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import java.util.ArrayList;
import java.util.List;

/** The payments that count. */
final class Receipts {
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

  /**
   * The payments in their order, less what bounced later. A reversal takes back the latest payment
   * of its amount, else the latest payments; one that comes before its payment waits for it.
   */
  static List<Payment> of(List<LedgerEvent> events) {
    List<Payment> all = new ArrayList<>();
    long waiting = 0;
    for (LedgerEvent each : events) {
      if (each instanceof MoneyEvent.Payment p) {
        Payment payment = new Payment(p.amount().minorUnits());
        long swallowed = Math.min(waiting, payment.left);
        payment.left -= swallowed;
        waiting -= swallowed;
        all.add(payment);
      } else if (each instanceof MoneyEvent.PaymentReversed r) {
        waiting = Math.addExact(waiting, reverse(all, r.amount().minorUnits()));
      }
    }
    return all;
  }

  private static long reverse(List<Payment> payments, long amount) {
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
}
