package io.dunning.charge;

import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What of one kind came in, one entry for each event, in their order. */
final class KeptReceipts {
  private final List<Receipts.Payment> all = new ArrayList<>(0);

  /** What was taken back beyond what had come in; later entries make it up first. */
  private long waiting;

  private int next;

  /** What stayed of the next one, in their order, given its amount; all if none came back. */
  long next(Money amount) {
    return all.isEmpty() ? amount.minorUnits() : all.get(next++).left;
  }

  void add(long amount) {
    Receipts.Payment payment = new Receipts.Payment(amount);
    long swallowed = Math.min(waiting, payment.left);
    payment.left -= swallowed;
    waiting -= swallowed;
    all.add(payment);
  }

  void takeBack(long amount) {
    waiting = Math.addExact(waiting, takenBack(amount));
  }

  /** Takes back entries; what is left over was taken back before it came. */
  private long takenBack(long amount) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Receipts.Payment each = all.get(i);
      if (each.amount == amount && each.left == amount) {
        each.left = 0;
        return 0;
      }
    }
    long left = amount;
    for (int i = all.size() - 1; i >= 0 && left > 0; i--) {
      long taken = Math.min(left, all.get(i).left);
      all.get(i).left -= taken;
      left -= taken;
    }
    return left;
  }
}
