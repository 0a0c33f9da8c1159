package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.ledger.Balances;
import io.dunning.ledger.BankRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the books say about money that may be under way. A receipt that was proposed for an invoice
 * may pay that invoice; one that was proposed for the account may pay any, the one that fell due
 * first before the next. For one evaluation on one thread.
 */
final class BankBooks {
  /** Stands for the account as the place of a receipt. */
  private static final int ANYWHERE = -1;

  private final PreparedPolicy policy;
  private final Balances balances;

  /** The receipts that may be payments, the one that holds longest first. */
  private final List<Receipt> receipts;

  /** The invoices by due date; null until a receipt of the account was asked for. */
  private List<Integer> byDueDate;

  private record Receipt(int place, CandidateReceipt event, long through) {}

  BankBooks(PreparedPolicy policy, Balances balances) {
    this.policy = policy;
    this.balances = balances;
    List<Receipt> all = new ArrayList<>();
    add(all, ANYWHERE, balances.whole().bank());
    for (int i = 0; i < balances.size(); i++) {
      add(all, i, balances.standing(i).bank());
    }
    all.sort(
        Comparator.comparingLong(Receipt::through)
            .thenComparingLong(r -> r.event().amount().minorUnits())
            .reversed());
    receipts = List.copyOf(all);
  }

  private void add(List<Receipt> all, int place, BankRecord record) {
    for (CandidateReceipt each : record.candidates()) {
      long from = each.date().toEpochDay();
      long last = policy.plus(from, policy.payments.receiptsHold);
      long counted = last == EpochDay.NEVER ? from + policy.payments.receiptsHold.count() : last;
      long through = each.until().map(LocalDate::toEpochDay).orElse(counted);
      all.add(new Receipt(place, each, Math.min(through, EpochDay.LAST)));
    }
  }

  /** What the bank says about an invoice alone. */
  BankRecord ofInvoice(int place) {
    return balances.standing(place).bank();
  }

  BankRecord ofAccount() {
    return balances.whole().bank();
  }

  /** The last day that the bank data cover; {@link EpochDay#NONE} if it was never recorded. */
  long seenDay(int place) {
    return Math.max(ofAccount().bankDataDay(), ofInvoice(place).bankDataDay());
  }

  /** Whether any receipt holds anything on a day. */
  boolean anyReceipt(long day) {
    return !receipts.isEmpty() && receipts.get(0).through() >= day;
  }

  /** The first later day on which a receipt no longer holds, or never. */
  long receiptsChangeOn(long day) {
    long next = EpochDay.NEVER;
    for (Receipt each : receipts) {
      if (each.through() >= day && each.through() < EpochDay.LAST) {
        next = Math.min(next, each.through() + 1);
      }
    }
    return next;
  }

  /** The receipts that may pay an invoice on a day, the one that holds longest first. */
  List<CandidateReceipt> receipts(int place, long day) {
    return receipts.stream()
        .filter(r -> r.through() >= day && mayPay(r, place))
        .map(Receipt::event)
        .toList();
  }

  private boolean mayPay(Receipt receipt, int place) {
    return receipt.place() == place
        || receipt.place() == ANYWHERE
            && receipt.event().amount().currency().equals(balances.currency(place));
  }

  /** How much receipts may pay of an invoice on a day, in minor units; maybe more than is open. */
  long receivedMinor(int place, long day) {
    return receivedMinor(place, day, sum(place, place, day));
  }

  /**
   * As {@link #receivedMinor}, for a sum over invoices: what is recorded on several of them counts
   * once, for the one that fell due first before the next.
   */
  long receivedOnceMinor(int place, long day) {
    long own = 0;
    for (Receipt each : receipts) {
      if (each.place() == place && each.through() >= day) {
        own = saturated(own, leftFor(place, each, day));
      }
    }
    return receivedMinor(place, day, own);
  }

  /** What invoices that fell due earlier leave of a receipt that is recorded on them too. */
  private long leftFor(int place, Receipt receipt, long day) {
    long left = receipt.event().amount().minorUnits();
    if (receipts.size() == 1) {
      return left;
    }
    for (int each : byDueDate()) {
      if (each == place || left <= 0) {
        break;
      }
      boolean same =
          receipts.stream()
              .anyMatch(
                  r ->
                      r.place() == each
                          && r.through() >= day
                          && r.event().id().equals(receipt.event().id()));
      left -= same ? Math.max(0, undisputed(each)) : 0;
    }
    return Math.max(0, left);
  }

  private long receivedMinor(int place, long day, long own) {
    long anywhere = sum(ANYWHERE, place, day);
    if (anywhere == 0) {
      return own;
    }
    for (int each : byDueDate()) {
      if (each == place) {
        break;
      }
      if (balances.currency(each).equals(balances.currency(place))) {
        anywhere -= Math.max(0, undisputed(each) - sum(each, each, day));
      }
      if (anywhere <= 0) {
        return own;
      }
    }
    return saturated(own, anywhere);
  }

  /** What came in for a place, in the currency of an invoice. */
  private long sum(int of, int place, long day) {
    long sum = 0;
    for (Receipt each : receipts) {
      if (each.place() == of && each.through() >= day && mayPay(each, place)) {
        sum = saturated(sum, each.event().amount().minorUnits());
      }
    }
    return sum;
  }

  private static long saturated(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  private List<Integer> byDueDate() {
    if (byDueDate == null) {
      byDueDate = new ArrayList<>(balances.size());
      for (int i = 0; i < balances.size(); i++) {
        byDueDate.add(i);
      }
      byDueDate.sort(Comparator.comparingLong(balances::dueDay));
    }
    return byDueDate;
  }

  private long undisputed(int place) {
    return balances.openMinor(place) - balances.standing(place).agreements().disputedMinor();
  }
}
