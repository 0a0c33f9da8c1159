package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * One pass over the events of an invoice: interest accrues exactly up to each event, then the event
 * counts.
 */
final class Accrual implements LedgerEvent.Visitor, TermsEvent.Visitor {
  private final AccrualTerms terms;
  private final InvoiceHistory history;
  private final LocalDate asOf;
  private final long through;
  private final List<LedgerEvent> events;
  private final Claims claims;
  private final ArisingFees arising;
  private final PassingTime time;
  private final MoneyEntries money;
  private final ChargeEntries charges;

  /**
   * A pass.
   *
   * @param terms what to charge
   * @param history the invoice and what is recorded about it
   * @param events what is recorded and the discounts, no later than the day
   * @param asOf the day
   */
  Accrual(
      AccrualTerms terms,
      InvoiceHistory history,
      List<LedgerEvent> events,
      LocalDate asOf,
      BusinessCalendar calendar,
      WriteOffs writeOffs) {
    this.events = events;
    this.terms = terms;
    this.history = history;
    this.asOf = asOf;
    through = asOf.toEpochDay();
    EventKinds kinds = EventKinds.of(events);
    List<DisputedSpans.Span> paused =
        kinds.restriction() ? RestrictedSpans.of(events, terms.pausing()) : List.of();
    Arrival arrival = kinds.delivery() ? Arrival.of(history, asOf) : Arrival.IN_TIME;
    List<DisputedSpans.Span> free =
        kinds.dispute() ? DisputedSpans.of(history, through, terms) : List.of();
    claims = new Claims(terms, history.invoice(), calendar, arrival, free, paused);
    arising = new ArisingFees(terms.fees(), claims, paused);
    time = new PassingTime(claims, arising, terms.interest().period());
    money = new MoneyEntries(claims, time, terms, history.invoice(), events, kinds, writeOffs);
    charges = new ChargeEntries(claims, time, terms.bearsInterest(), arising);
  }

  AccruedCharges run() {
    for (int i = 0; i < events.size(); i++) {
      events.get(i).accept(this);
      if (money.isVoid()) {
        return nothing();
      }
    }
    if (!claims.isWrittenOff()) {
      time.through(through);
    }
    claims.settle(through);
    if (terms.waivesOnceSettled() && claims.principal.open() == 0) {
      claims.waiveAll(through, "once the principal is paid");
    }
    claims.dropTooLittle(through);
    return result();
  }

  /** What each payment and refund did to what payments paid of charges, in their order. */
  List<Posting> postings() {
    return money.postings();
  }

  private AccruedCharges result() {
    Owed owed =
        new Owed(
            claims.money(claims.principal.open()),
            claims.money(claims.fees.owed()),
            claims.money(claims.interest.owed()));
    return new AccruedCharges(
        history.invoice(),
        asOf,
        claims.statement.lines(),
        claims.statement.allocations(),
        owed,
        claims.money(claims.principal.overdue(through)),
        claims.money(claims.interest.assessed.sum()),
        claims.money(claims.fees.assessed.sum()),
        claims.missingRate());
  }

  /** An invoice that is void was never owed. */
  private AccruedCharges nothing() {
    Money zero = claims.money(0);
    return new AccruedCharges(
        history.invoice(),
        asOf,
        List.of(),
        List.of(),
        new Owed(zero, zero, zero),
        zero,
        zero,
        zero,
        "");
  }

  @Override
  public void money(MoneyEvent event) {
    event.accept(money);
  }

  @Override
  public void charge(ChargeEvent event) {
    event.accept(charges);
  }

  @Override
  public void terms(TermsEvent event) {
    event.accept((TermsEvent.Visitor) this);
  }

  /** The whole falls due anew; interest that accrued stays owed. */
  @Override
  public void termsRenegotiated(TermsEvent.TermsRenegotiated event) {
    if (claims.isWrittenOff()) {
      return;
    }
    long day = event.date().toEpochDay();
    time.upToEventsOf(day);
    claims.settle(day);
    claims.principal.fallsDueAnew(event.due(), day);
    arising.endOnce();
  }

  /** More time to pay holds reminders back; the debt stays due, and bears interest. */
  @Override
  public void deferral(TermsEvent.Deferral event) {}

  /** What can be enforced at law says nothing about what is owed. */
  @Override
  public void limitationSet(TermsEvent.LimitationSet event) {}

  @Override
  public void limitationSuspended(TermsEvent.LimitationSuspended event) {}

  @Override
  public void limitationResumed(TermsEvent.LimitationResumed event) {}

  /** Disputed amounts are taken out of what bears interest, by {@link DisputedSpans}. */
  @Override
  public void dispute(DisputeEvent event) {}

  /** A promise or a plan says when money will come; charges run until it does. */
  @Override
  public void agreement(AgreementEvent event) {}

  /** {@link RestrictedSpans} keeps charges from accruing; what was owed before may be given up. */
  @Override
  public void restriction(RestrictionEvent event) {
    if (event instanceof RestrictionEvent.Restricted begun
        && terms.waiving().contains(begun.restriction())
        && !claims.isWrittenOff()) {
      long day = event.date().toEpochDay();
      time.upToEventsOf(day);
      claims.settle(day);
      claims.waiveAll(day, "waived: " + begun.restriction());
    }
  }

  /** A step costs what is assessed with it, which is an event of its own. */
  @Override
  public void step(StepEvent event) {}

  /** Talking costs nothing. */
  @Override
  public void contact(ContactEvent event) {}

  /** What may be paid is not paid; charges run on. */
  @Override
  public void bank(BankEvent event) {}

  /** {@link Arrival} gives the term again to an invoice that arrived late. */
  @Override
  public void delivery(DeliveryEvent event) {}
}
