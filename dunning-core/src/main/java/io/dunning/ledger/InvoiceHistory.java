package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * An invoice and all that happened to it, in the order of days and, within a day, of entry. Keeps
 * the standing after its last event, so that asking for today costs nothing; asking for a past day
 * replays the events up to then. Immutable and thread-safe.
 */
public final class InvoiceHistory implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Invoice invoice;
  private final EventLog log;
  private transient Standing latest;
  private transient long lastDay;
  private transient long peak;

  private InvoiceHistory(Invoice invoice, EventLog log) {
    this.invoice = Objects.requireNonNull(invoice, "invoice");
    this.log = log;
    requireOneCurrency();
    prepare();
  }

  /**
   * An invoice to which nothing has happened yet.
   *
   * @param invoice the invoice
   * @return its history
   */
  public static InvoiceHistory of(Invoice invoice) {
    return new InvoiceHistory(invoice, EventLog.EMPTY);
  }

  /**
   * An invoice and its events.
   *
   * @param invoice the invoice
   * @param events what happened, in order of entry; sorted here by day
   * @return its history
   * @throws CurrencyMismatchException if an event is in another currency than the invoice
   * @throws IllegalArgumentException if sums do not fit into a {@code long} of minor units
   */
  public static InvoiceHistory of(Invoice invoice, List<? extends LedgerEvent> events) {
    return new InvoiceHistory(invoice, EventLog.of(events));
  }

  /**
   * An invoice and its events, each with its booking day.
   *
   * @param invoice the invoice
   * @param entries what happened and when it was booked, in order of entry; sorted here by day
   * @return its history
   * @throws CurrencyMismatchException if an event is in another currency than the invoice
   * @throws IllegalArgumentException if sums do not fit into a {@code long} of minor units
   */
  public static InvoiceHistory ofBooked(Invoice invoice, List<BookedEvent> entries) {
    return new InvoiceHistory(invoice, EventLog.ofBooked(entries));
  }

  /**
   * This history with further events, entered after those it has. To add very many, use {@link
   * #of(Invoice, List)}.
   *
   * @param events what happened
   * @return the longer history
   */
  public InvoiceHistory with(LedgerEvent... events) {
    return new InvoiceHistory(invoice, log.with(events));
  }

  /**
   * This history with further events and their booking days.
   *
   * @param entries what happened, and when it was booked
   * @return the longer history
   */
  public InvoiceHistory with(BookedEvent... entries) {
    return new InvoiceHistory(invoice, log.with(List.of(entries)));
  }

  private void requireOneCurrency() {
    CurrencyUnit own = invoice.amount().currency();
    for (int i = 0; i < log.size(); i++) {
      LedgerEvent event = log.get(i);
      for (Money amount : event.amounts()) {
        if (!amount.currency().equals(own)) {
          throw new CurrencyMismatchException(
              event.getClass().getSimpleName()
                  + " of "
                  + event.date()
                  + " on invoice "
                  + invoice.number(),
              own,
              amount.currency());
        }
      }
    }
  }

  private void prepare() {
    try {
      Replay replay = Replay.run(invoice, log, Standing.NEVER);
      latest = new Standing(replay);
      peak = replay.peak;
      lastDay = log.lastDay();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "amounts of invoice " + invoice.number() + " do not fit: their sum is too large", e);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    prepare();
  }

  /**
   * The invoice.
   *
   * @return the invoice
   */
  public Invoice invoice() {
    return invoice;
  }

  /**
   * What happened.
   *
   * @return by day, then by order of entry
   */
  public List<LedgerEvent> events() {
    return log.events();
  }

  /**
   * What happened, with the booking days.
   *
   * @return by day, then by order of entry
   */
  public List<BookedEvent> entries() {
    return log.entries();
  }

  /**
   * What the events up to the end of a day add up to.
   *
   * @param asOf the day, included
   * @return the standing
   */
  public Standing standingOn(LocalDate asOf) {
    return standingOn(asOf.toEpochDay());
  }

  /**
   * As {@link #standingOn(LocalDate)}.
   *
   * @param asOfDay an epoch day, included
   * @return the standing
   */
  public Standing standingOn(long asOfDay) {
    return asOfDay >= lastDay ? latest : Replay.standing(invoice, log, asOfDay);
  }

  /** What was open at the end of each of some days, in their order; in one pass over the events. */
  List<Money> openOn(List<LocalDate> days) {
    return Replay.openOn(invoice, log, days);
  }

  /**
   * What became of every promise up to a day.
   *
   * @param asOf the day, included
   * @param tolerance how long after the promised day a payment is still in time
   * @param calendar says which days are business days
   * @return one outcome a promise, in their order
   */
  public List<PromiseOutcome> promises(LocalDate asOf, Days tolerance, BusinessCalendar calendar) {
    return log.has(AgreementEvent.PromiseToPay.class)
        ? new Promises(log, List.of(this), tolerance, calendar).outcomes(asOf)
        : List.of();
  }

  /**
   * What became of every payment plan up to a day.
   *
   * @param asOf the day, included
   * @param cure how long after its due date an instalment can still be paid
   * @param calendar says which days are business days
   * @return one outcome a plan, in their order
   */
  public List<PlanOutcome> plans(LocalDate asOf, Days cure, BusinessCalendar calendar) {
    return log.has(AgreementEvent.PlanAgreed.class)
        ? new Plans(log, cure, calendar).outcomes(asOf)
        : List.of();
  }

  /**
   * This history as it was at the end of a day: later events are left out.
   *
   * @param day the day, included
   * @return the shorter history
   */
  public InvoiceHistory asOf(LocalDate day) {
    EventLog shorter = log.upTo(day);
    return shorter == log ? this : new InvoiceHistory(invoice, shorter);
  }

  /**
   * This history as it was known at the end of a day: events booked later are left out, whatever
   * day they happened on. An event without a booking day counts as booked when it happened.
   *
   * @param day the day, included
   * @return the history that was known
   */
  public InvoiceHistory asKnownOn(LocalDate day) {
    EventLog known = log.asKnownOn(day);
    return known == log ? this : new InvoiceHistory(invoice, known);
  }

  long peak() {
    return peak;
  }

  long lastDay() {
    return lastDay;
  }

  EventLog log() {
    return log;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InvoiceHistory that
        && invoice.equals(that.invoice)
        && log.equals(that.log);
  }

  @Override
  public int hashCode() {
    return Objects.hash(invoice, log);
  }

  /** The invoice and its events, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(invoice.toString());
    entries().forEach(e -> text.append("\n  ").append(e));
    return text.toString();
  }
}
