package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BookedEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An invoice and all that happened to it, in the order of days and, within a day, of entry. Keeps
 * the standing after its last event, so that asking for today costs nothing and a later event goes
 * on from there; asking for a past day replays the events up to then. Keeps nothing for an invoice
 * without events. Immutable and thread-safe.
 */
public final class InvoiceHistory implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Invoice invoice;
  private final EventLog log;

  /** The log with the discounts that were taken; the log itself if there are none. */
  private final transient EventLog posted;

  /** After the last event; null without events. */
  private final transient Standing latest;

  /** A history from a place of its posted log on, of which what stands before is known. */
  private InvoiceHistory(
      Invoice invoice, EventLog log, EventLog posted, Standing start, int place) {
    this.invoice = invoice;
    this.log = log;
    this.posted = posted;
    requireOneCurrency(place);
    this.latest = log.size() == 0 ? null : replayed(start, place);
  }

  private InvoiceHistory(Invoice invoice, EventLog log) {
    this(Objects.requireNonNull(invoice, "invoice"), log, posted(invoice, log), null, 0);
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
   * This history with further events, entered after those it has. Events that are not dated before
   * the last one go on from its standing, so that a history can grow event by event; earlier ones
   * replay it.
   *
   * @param events what happened
   * @return the longer history
   * @throws CurrencyMismatchException if an event is in another currency than the invoice
   * @throws IllegalArgumentException if sums do not fit into a {@code long} of minor units
   */
  public InvoiceHistory with(LedgerEvent... events) {
    Objects.requireNonNull(events, "events");
    return grown(log.with(Arrays.asList(events)), List.of(events));
  }

  /**
   * This history with further events and their booking days; as {@link #with(LedgerEvent...)}.
   *
   * @param entries what happened, and when it was booked
   * @return the longer history
   * @throws CurrencyMismatchException if an event is in another currency than the invoice
   * @throws IllegalArgumentException if sums do not fit into a {@code long} of minor units
   */
  public InvoiceHistory with(BookedEvent... entries) {
    Objects.requireNonNull(entries, "entries");
    List<BookedEvent> more = Arrays.asList(entries);
    return grown(log.withBooked(more), more.stream().map(BookedEvent::event).toList());
  }

  private InvoiceHistory grown(EventLog longer, List<LedgerEvent> more) {
    if (!log.precedes(more)) {
      return new InvoiceHistory(invoice, longer);
    }
    EventLog postedLonger = posted(invoice, longer);
    boolean goesOn = posted == log && postedLonger == longer;
    return goesOn || posted.isBeginningOf(postedLonger)
        ? new InvoiceHistory(invoice, longer, postedLonger, latest, posted.size())
        : new InvoiceHistory(invoice, longer, postedLonger, null, 0);
  }

  private static EventLog posted(Invoice invoice, EventLog log) {
    try {
      return EarnedDiscounts.in(log, invoice);
    } catch (ArithmeticException e) {
      throw tooLarge(invoice, e);
    }
  }

  private static IllegalArgumentException tooLarge(Invoice invoice, ArithmeticException cause) {
    return new IllegalArgumentException(
        "amounts of invoice " + invoice.number() + " do not fit: their sum is too large", cause);
  }

  private void requireOneCurrency(int place) {
    CurrencyUnit own = invoice.amount().currency();
    for (int i = place; i < posted.size(); i++) {
      LedgerEvent event = posted.get(i);
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

  private Standing replayed(Standing start, int place) {
    try {
      return Replay.from(start == null ? Standing.of(invoice) : start, posted, place);
    } catch (ArithmeticException e) {
      throw tooLarge(invoice, e);
    }
  }

  /** {@return the invoice} */
  public Invoice invoice() {
    return invoice;
  }

  /** {@return what happened, by day, then by order of entry} */
  public List<LedgerEvent> events() {
    return log.events();
  }

  /**
   * What happened, with the discounts for early payment that were taken and taken back by the terms
   * of the invoice, each behind the last payment of its day.
   *
   * @return the {@link #events} and the discounts, by day
   */
  public List<LedgerEvent> eventsAndDiscounts() {
    return posted.events();
  }

  /** Whether any charge was recorded up to the end of a day. */
  boolean isChargedOn(long day) {
    return log.has(ChargeEvent.class, day);
  }

  /** {@return what happened, with the booking days, by day, then by order of entry} */
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
    if (latest != null && asOfDay >= log.lastDay()) {
      return latest;
    }
    return isUntouchedOn(asOfDay)
        ? Standing.of(invoice)
        : Replay.through(Standing.of(invoice), posted, asOfDay);
  }

  /**
   * Whether nothing had happened to the invoice at the end of a day, so that it says everything.
   */
  boolean isUntouchedOn(long day) {
    return log.isEmptyOn(day);
  }

  /**
   * This history without what was recorded about charges that payments paid.
   *
   * @return the history; the same one if nothing was
   */
  public InvoiceHistory withoutChargesPaid() {
    if (!log.has(MoneyEvent.ChargesPaid.class)) {
      return this;
    }
    return ofBooked(
        invoice,
        entries().stream().filter(e -> !(e.event() instanceof MoneyEvent.ChargesPaid)).toList());
  }

  /**
   * What is open and agreed at the end of some days, which are in order; in one pass over the
   * events.
   */
  List<Standing> standingsOn(List<LocalDate> days) {
    return Replay.standingsOn(invoice, posted, days);
  }

  /**
   * What became of the discounts for early payment up to a day.
   *
   * @param asOf the day, included
   * @return what was taken, what can still be taken, and what came too late
   */
  public Discounts discounts(LocalDate asOf) {
    return EarnedDiscounts.on(this, asOf);
  }

  /**
   * {@return the day since which no more has been left of the invoice than a tolerance allows;
   * empty if more is left, if nothing is, or if nothing was paid or credited}
   *
   * @param asOf the last day whose events count, included
   * @param tolerance what may be left
   */
  public Optional<LocalDate> settledOn(LocalDate asOf, Tolerance tolerance) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      if (log.get(i) instanceof MoneyEvent) {
        days.add(log.get(i).date());
      }
    }
    List<Standing> then = standingsOn(days);
    int since = days.size();
    while (since > 0 && tolerance.covers(invoice, then.get(since - 1).balance().openMinor())) {
      since--;
    }
    return since == days.size() ? Optional.empty() : Optional.of(days.get(since));
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
    if (!log.has(AgreementEvent.PromiseToPay.class)) {
      return List.of();
    }
    AgreementLog all = AgreementLog.of(posted);
    PromisedDebts debts = new PromisedDebts(List.of(this), null, all, calendar);
    return new Promises(all, debts, tolerance, calendar).outcomes(asOf);
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
        ? new Plans(AgreementLog.of(posted), cure, calendar).outcomes(asOf)
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
   * day they happened on. An event without a booking day counts as booked when it happened. The
   * invoice itself stays; {@link Account#asKnownOn} leaves out an invoice that was booked later.
   *
   * @param day the day, included
   * @return the history that was known
   */
  public InvoiceHistory asKnownOn(LocalDate day) {
    EventLog known = log.asKnownOn(day);
    return known == log ? this : new InvoiceHistory(invoice, known);
  }

  /** The most that was ever open. */
  long peak() {
    return latest == null ? openAtFirst() : latest.balance().peak;
  }

  /** What is open on the invoice as long as nothing happens to it. */
  long openAtFirst() {
    return Math.max(0, invoice.amount().minorUnits());
  }

  long lastDay() {
    return log.lastDay();
  }

  EventLog log() {
    return log;
  }

  /** The log with the discounts that were taken. */
  EventLog posted() {
    return posted;
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

  private Object writeReplace() {
    return new Form(invoice, log);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a history is read from its invoice and its log");
  }

  /** The serial form: reading it checks the events again. */
  private record Form(Invoice invoice, EventLog log) implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() throws InvalidObjectException {
      return Checked.read(() -> new InvoiceHistory(invoice, log));
    }
  }

  /** The invoice and its events, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(invoice.toString());
    entries().forEach(e -> text.append("\n  ").append(e));
    return text.toString();
  }
}
