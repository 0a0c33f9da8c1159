package io.dunning.charge;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Invoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What money does to the claims, event by event: it pays them, or is paid back. */
final class MoneyEntries implements MoneyEvent.Visitor {
  private final Claims claims;
  private final PassingTime time;
  private final boolean followsRecords;
  private final List<Claim> order;
  private final Receipts receipts;
  private final WriteOffs writeOffs;

  private final PaidShares paid = new PaidShares();

  private final List<Posting> postings;

  /** The last write-off that was reversed; what was given up before it never was. */
  private final MoneyEvent.WriteOffReversed lastReversal;

  private boolean reversalPassed;

  /** The invoice amount less credits and discounts. */
  private long claim;

  /** What was given up of it. */
  private long givenUp;

  /**
   * What was paid on top of fees and interest, and not paid back; where records count, on top of
   * what they say.
   */
  private long received;

  /** What was refunded beyond what had come in; later payments make it up first. */
  private long owedBack;

  /** What was recorded as paying charges; below zero if more was taken back than recorded. */
  private long recorded;

  private boolean voided;

  MoneyEntries(
      Claims claims,
      PassingTime time,
      AccrualTerms terms,
      Invoice invoice,
      List<LedgerEvent> events,
      EventKinds kinds,
      WriteOffs writeOffs) {
    this.claims = claims;
    this.time = time;
    followsRecords = terms.followsRecords();
    this.writeOffs = writeOffs;
    order = terms.order().claims();
    receipts = kinds.takenBack() ? Receipts.of(events) : Receipts.ALL_KEPT;
    postings = new ArrayList<>(events.size());
    claim = invoice.amount().minorUnits();
    lastReversal = kinds.givenUpReversed() ? lastReversal(events) : null;
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

  /** What each payment and refund did to what payments paid of charges, in their order. */
  List<Posting> postings() {
    return voided ? List.of() : postings;
  }

  /** Whether the invoice is void, so that nothing was ever owed. */
  boolean isVoid() {
    return voided;
  }

  @Override
  public void payment(MoneyEvent.Payment event) {
    long amount = receipts.payments.next(event.amount());
    Shares shares = Shares.NONE;
    if (!claims.isWrittenOff() && amount > 0) {
      time.upToEventsOf(event.date().toEpochDay());
      long kept = Math.min(owedBack, amount);
      owedBack -= kept;
      shares = pay(event.date(), amount - kept);
    }
    postings.add(new Posting(event, shares.charges()));
  }

  /** The receipts leave out what bounced, so that it never counted. */
  @Override
  public void paymentReversed(MoneyEvent.PaymentReversed event) {}

  private Shares pay(LocalDate date, long amount) {
    if (amount == 0) {
      return Shares.NONE;
    }
    Shares shares = Shares.NONE;
    // charges that were recorded as paid before the money came
    long charged = Math.min(amount, Math.max(0, -received));
    long left = amount - charged;
    for (Claim next : order) {
      if (left == 0) {
        break;
      }
      if (next == Claim.INTEREST) {
        claims.settle(date.toEpochDay());
      }
      long part = Math.min(left, claims.payable(next));
      claims.pay(next, part);
      shares = shares.plus(next, part);
      left -= part;
    }
    received = Math.addExact(received, amount - booked(shares));
    paid.add(shares);
    claims.statement.allocated(date, "payment", shares.plus(Claim.COSTS, charged), left);
    return shares;
  }

  @Override
  public void credit(MoneyEvent.Credit event) {
    lower(event, "credit", event.amount().minorUnits());
  }

  /** The receipts leave out what was taken back, so that it never counted. */
  @Override
  public void discountTaken(MoneyEvent.DiscountTaken event) {
    lower(event, "discount", receipts.discounts.next(event.amount()));
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
    long before = claims.principal.open();
    claim = Math.subtractExact(claim, amount);
    balance();
    if (amount > 0) {
      long part = before - claims.principal.open();
      claims.statement.allocated(
          event.date(), what, Shares.NONE.plus(Claim.PRINCIPAL, part), amount - part);
    }
  }

  /** What money has to pay of the principal. */
  private long payable() {
    return Math.max(0, claim - givenUp);
  }

  /** Sets the open principal to what nothing has settled yet. Money beyond it waits unapplied. */
  private void balance() {
    claims.principal.moveTo(Math.max(0, payable() - Math.max(0, received)));
    long paying = Math.min(Math.max(0, received), payable());
    paid.lowerPrincipalTo(paying);
  }

  /** Refunds unapplied money first, then the latest payments; never more than was received. */
  @Override
  public void refund(MoneyEvent.Refund event) {
    Shares back = claims.isWrittenOff() ? Shares.NONE : back(event);
    postings.add(new Posting(event, -back.charges()));
  }

  private Shares back(MoneyEvent.Refund event) {
    time.upToEventsOf(event.date().toEpochDay());
    long amount = event.amount().minorUnits();
    long paidBack = Math.min(amount, claims.statement.paid());
    owedBack = Math.addExact(owedBack, amount - paidBack);
    if (paidBack == 0) {
      return Shares.NONE;
    }
    long waiting = Math.min(paidBack, Math.max(0, received - payable() - unbooked()));
    Shares back = paid.takeBack(paidBack - waiting, order);
    received -= paidBack - booked(back);
    claims.refund(back);
    balance();
    claims.statement.allocated(event.date(), "refund", back.negated(), -waiting);
    return back;
  }

  /** What of some shares is not received for the principal; where records count, they say it. */
  private long booked(Shares shares) {
    return followsRecords ? 0 : shares.charges();
  }

  /** What paid charges and was not recorded as doing so. */
  private long unbooked() {
    return followsRecords ? paid.charges() : 0;
  }

  @Override
  public void writtenOff(MoneyEvent.WrittenOff event) {
    giveUp(event.date(), Long.MAX_VALUE);
  }

  @Override
  public void partWrittenOff(MoneyEvent.PartWrittenOff event) {
    giveUp(event.date(), event.amount().minorUnits());
  }

  /** A write-off that was reversed never counted, so that interest ran on. */
  private void giveUp(LocalDate date, long most) {
    boolean counts = !claims.isWrittenOff() && reversalPassed;
    if (counts) {
      time.upToEventsOf(date.toEpochDay());
    }
    long open = writeOffs.openBeforeNext(claims.principal.open());
    if (counts && open > 0 && most >= open) {
      claims.writeOff(date.toEpochDay());
    } else if (counts) {
      givenUp = Math.addExact(givenUp, Math.min(most, open));
      balance();
    }
  }

  @Override
  public void writeOffReversed(MoneyEvent.WriteOffReversed event) {
    reversalPassed |= event == lastReversal;
  }

  /**
   * By rules for charges, what a payment paid is found here, whatever was recorded. Without rules,
   * what was recorded counts.
   */
  @Override
  public void chargesPaid(MoneyEvent.ChargesPaid event) {
    if (!followsRecords || claims.isWrittenOff()) {
      return;
    }
    long before = Math.max(0, recorded);
    recorded = Math.addExact(recorded, event.amount().minorUnits());
    long amount = Math.max(0, recorded) - before;
    long costs = Math.max(0, Math.min(amount, claims.fees.owed()));
    long interest = Math.max(0, Math.min(amount - costs, claims.interest.owed()));
    claims.pay(Claim.COSTS, costs);
    claims.pay(Claim.INTEREST, interest);
    received = Math.subtractExact(received, amount);
    balance();
    Shares moved = new Shares(amount - interest, interest, -amount);
    claims.statement.allocated(event.date(), "charges paid", moved, 0);
  }

  @Override
  public void voided(MoneyEvent.Voided event) {
    voided = true;
  }
}
