package io.dunning.charge;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What money does to the claims, event by event: it pays them, or is paid back. */
final class MoneyEntries implements MoneyEvent.Visitor {
  private final Claims claims;
  private final PassingTime time;
  private final List<Claim> order;
  private final InvoiceHistory history;
  private final LocalDate asOf;
  private final Receipts receipts;

  /** What each payment paid and was not paid back, and the days of the payments. */
  private final Deque<Shares> paid = new ArrayDeque<>();

  private final Deque<LocalDate> paidOn = new ArrayDeque<>();

  /** Whether the order is that of the books, which know nothing of charges. */
  private final boolean principalFirst;

  /** The last write-off that was reversed; what was given up before it never was. */
  private final MoneyEvent.WriteOffReversed lastReversal;

  private boolean reversalPassed;

  /** What was paid and found nothing to pay. */
  private long unapplied;

  /** What was paid back before it came. */
  private long owedBack;

  private boolean voided;

  MoneyEntries(
      Claims claims,
      PassingTime time,
      AllocationOrder order,
      InvoiceHistory history,
      LocalDate asOf,
      List<LedgerEvent> events) {
    this.claims = claims;
    this.time = time;
    this.order = order.claims();
    this.history = history;
    this.asOf = asOf;
    receipts = Receipts.of(events);
    principalFirst = order.isPrincipalFirst();
    lastReversal = lastReversal(events);
    reversalPassed = lastReversal == null;
  }

  private static MoneyEvent.WriteOffReversed lastReversal(List<LedgerEvent> events) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof MoneyEvent.WriteOffReversed found) {
        return found;
      }
    }
    return null;
  }

  /** What payments paid of fees and interest, and was not paid back. */
  List<MoneyEvent.ChargesPaid> chargesPaid() {
    List<MoneyEvent.ChargesPaid> all = new ArrayList<>();
    Iterator<LocalDate> days = paidOn.iterator();
    for (Shares each : paid) {
      LocalDate day = days.next();
      long amount = each.costs() + each.interest();
      if (amount > 0) {
        all.add(new MoneyEvent.ChargesPaid(day, claims.money(amount)));
      }
    }
    return all;
  }

  /** Whether the invoice is void, so that nothing was ever owed. */
  boolean isVoid() {
    return voided;
  }

  @Override
  public void payment(MoneyEvent.Payment event) {
    long amount = receipts.payments.next();
    if (claims.isWrittenOff() || amount == 0) {
      return;
    }
    time.upToEventsOf(event.date().toEpochDay());
    long kept = Math.min(owedBack, amount);
    owedBack -= kept;
    pay(event.date(), amount - kept);
  }

  /** The receipts leave out what bounced, so that it never counted. */
  @Override
  public void paymentReversed(MoneyEvent.PaymentReversed event) {}

  private void pay(LocalDate date, long amount) {
    if (amount == 0) {
      return;
    }
    Shares shares = Shares.NONE;
    long left = amount;
    for (Claim claim : order) {
      if (left == 0) {
        break;
      }
      if (claim == Claim.INTEREST) {
        claims.settle(date.toEpochDay());
      }
      long part = Math.min(left, claims.payable(claim));
      claims.pay(claim, part);
      shares = shares.plus(claim, part);
      left -= part;
    }
    unapplied = Math.addExact(unapplied, left);
    paid.addLast(shares);
    paidOn.addLast(date);
    claims.statement.allocated(date, "payment", shares, left);
  }

  @Override
  public void credit(MoneyEvent.Credit event) {
    lower(event, "credit", event.amount().minorUnits());
  }

  /** The receipts leave out what was taken back, so that it never counted. */
  @Override
  public void discountTaken(MoneyEvent.DiscountTaken event) {
    lower(event, "discount", receipts.discounts.next());
  }

  /** See {@link #discountTaken}. */
  @Override
  public void discountReversed(MoneyEvent.DiscountReversed event) {}

  /** Lowers the principal by something that is no money. */
  private void lower(MoneyEvent event, String what, long amount) {
    if (claims.isWrittenOff()) {
      return;
    }
    time.upToEventsOf(event.date().toEpochDay());
    long part = Math.min(amount, claims.principal.open());
    claims.pay(Claim.PRINCIPAL, part);
    unapplied = Math.addExact(unapplied, amount - part);
    if (amount > 0) {
      Shares shares = Shares.NONE.plus(Claim.PRINCIPAL, part);
      claims.statement.allocated(event.date(), what, shares, amount - part);
    }
  }

  /** Refunds unapplied money first, then the latest payments; never more than was received. */
  @Override
  public void refund(MoneyEvent.Refund event) {
    if (claims.isWrittenOff()) {
      return;
    }
    time.upToEventsOf(event.date().toEpochDay());
    long amount = event.amount().minorUnits();
    long paidBack = Math.min(amount, claims.statement.paid());
    owedBack = Math.addExact(owedBack, amount - paidBack);
    if (paidBack == 0) {
      return;
    }
    long waiting = Math.min(paidBack, unapplied);
    unapplied -= waiting;
    Shares back = takenBack(paidBack - waiting);
    claims.refund(back);
    claims.statement.allocated(event.date(), "refund", back.negated(), -waiting);
  }

  /** Undoes the latest payments, each in the reverse of the order in which it paid. */
  private Shares takenBack(long amount) {
    Shares back = Shares.NONE;
    long left = amount;
    while (left > 0) {
      Shares latest = paid.removeLast();
      LocalDate day = paidOn.removeLast();
      for (int i = order.size() - 1; i >= 0; i--) {
        Claim claim = order.get(i);
        long undone = Math.min(left, latest.of(claim));
        latest = latest.minus(claim, undone);
        back = back.plus(claim, undone);
        left -= undone;
      }
      if (left == 0) {
        paid.addLast(latest);
        paidOn.addLast(day);
      }
    }
    return back;
  }

  @Override
  public void writtenOff(MoneyEvent.WrittenOff event) {
    if (upToWriteOff(event.date())) {
      boolean open = principalFirst ? wasOpen(event.date()) : claims.principal.open() > 0;
      if (open) {
        claims.writeOff(event.date().toEpochDay());
      }
    }
  }

  @Override
  public void partWrittenOff(MoneyEvent.PartWrittenOff event) {
    if (upToWriteOff(event.date())) {
      long open = claims.principal.open();
      if (open > 0 && event.amount().minorUnits() >= open) {
        claims.writeOff(event.date().toEpochDay());
      } else {
        claims.principal.lower(event.amount().minorUnits());
      }
    }
  }

  /** Whether a write-off counts: one that was reversed never did, so that interest ran on. */
  private boolean upToWriteOff(LocalDate date) {
    if (claims.isWrittenOff() || !reversalPassed) {
      return false;
    }
    time.upToEventsOf(date.toEpochDay());
    return true;
  }

  @Override
  public void writeOffReversed(MoneyEvent.WriteOffReversed event) {
    reversalPassed |= event == lastReversal;
  }

  /** What a payment paid is found here, whatever was recorded. */
  @Override
  public void chargesPaid(MoneyEvent.ChargesPaid event) {}

  /** Whether the books had anything to write off on a day; a payment that bounced later paid it. */
  private boolean wasOpen(LocalDate day) {
    Standing standing = history.standingOn(asOf);
    return standing.balance().closure() == Closure.WRITTEN_OFF
        && standing.balance().closedOn().equals(Optional.of(day));
  }

  @Override
  public void voided(MoneyEvent.Voided event) {
    voided = true;
  }
}
