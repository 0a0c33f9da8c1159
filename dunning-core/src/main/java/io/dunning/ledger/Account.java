package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A customer, the histories of their invoices, and the events that concern no single invoice: a
 * hold, a promise or a dispute for everything, contacts, steps taken for the whole account, and
 * payments that have not been applied to an invoice (they wait, visibly, and lower no debt).
 * Immutable and thread-safe.
 */
public final class Account implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final LedgerEvent[] NOTHING = {};

  /** Each level adds its events to the invoices of all levels below it. */
  private static final int MOST_LEVELS = 100;

  private final Customer customer;
  private final transient List<InvoiceHistory> invoices;
  private final transient List<String> numbers;
  private final EventLog log;
  private final transient Standing latest;
  private final transient Balances latestBalances;
  private final transient long lastDayOfInvoices;
  private final transient boolean moneyMoved;

  /** The account's own restrictions and their ends. */
  private final transient LedgerEvent[] restrictions;

  /** How many levels of accounts this one answers for. */
  private final transient int levels;

  /**
   * The account as numbers, once somebody asked. Only {@code io.dunning.compiled} reads and writes
   * it, through a variable handle.
   */
  @SuppressWarnings("unused")
  private transient long[] row;

  private Account(
      Customer customer,
      List<InvoiceHistory> invoices,
      EventLog log,
      Standing standing,
      int levels) {
    this(customer, invoices, numbers(invoices), log, standing, levels);
    AccountChecks.check(customer, invoices, log);
  }

  /** An account whose parts were checked, except the sums of its invoices. */
  private Account(
      Customer customer,
      List<InvoiceHistory> invoices,
      List<String> numbers,
      EventLog log,
      Standing standing,
      int levels) {
    this.levels = levels;
    this.customer = Objects.requireNonNull(customer, "customer");
    this.invoices = invoices;
    this.log = log;
    this.numbers = numbers;
    AccountChecks.requireSumsThatFit(customer, invoices);
    latest = standing;
    latestBalances = new Balances(customer, invoices, latest, EpochDay.NEVER);
    long last = EventLog.EARLIEST;
    boolean moved = MoneyMoved.in(log);
    for (InvoiceHistory history : invoices) {
      last = Math.max(last, history.lastDay());
      moved |= MoneyMoved.in(history.log());
    }
    lastDayOfInvoices = last;
    moneyMoved = moved;
    restrictions = latest.isAsBilled() ? NOTHING : restrictions(log);
  }

  private static LedgerEvent[] restrictions(EventLog log) {
    return log.has(RestrictionEvent.class)
        ? log.events().stream()
            .filter(e -> e instanceof Restricted || e instanceof RestrictionLifted)
            .toArray(LedgerEvent[]::new)
        : NOTHING;
  }

  /** Makes the standing first, so that the account and its balances lie side by side in memory. */
  private static Account make(
      Customer customer, Collection<InvoiceHistory> invoices, EventLog log, int levels) {
    Objects.requireNonNull(invoices, "invoices");
    Standing standing = Replay.from(Standing.NONE, log, 0);
    return new Account(customer, List.copyOf(invoices), log, standing, levels);
  }

  private static List<String> numbers(List<InvoiceHistory> invoices) {
    String[] numbers = new String[invoices.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = invoices.get(i).invoice().number();
    }
    return List.of(numbers);
  }

  /**
   * An account without events of its own.
   *
   * @param customer who owes
   * @param invoices the histories of their invoices, with unlike numbers
   * @return the account
   * @throws IllegalArgumentException if a number appears twice, or if what was ever open does not
   *     fit into a {@code long} of minor units
   */
  public static Account of(Customer customer, Collection<InvoiceHistory> invoices) {
    return make(customer, invoices, EventLog.EMPTY, 0);
  }

  /**
   * An account and its own events.
   *
   * @param customer who owes
   * @param invoices the histories of their invoices, with unlike numbers
   * @param events what happened to the account as a whole, in order of entry
   * @return the account
   * @throws IllegalArgumentException if a number appears twice, if what was ever open does not fit,
   *     or if an event needs an invoice (credit, refund, write-off, void, dispute of a part, new
   *     terms, delivery of an invoice)
   */
  public static Account of(
      Customer customer, Collection<InvoiceHistory> invoices, List<? extends LedgerEvent> events) {
    return make(customer, invoices, EventLog.of(events), 0);
  }

  /**
   * An account and its own events, each with its booking day.
   *
   * @param customer who owes
   * @param invoices the histories of their invoices, with unlike numbers
   * @param entries what happened to the account as a whole, in order of entry
   * @return the account
   * @throws IllegalArgumentException as {@link #of(Customer, Collection, List)}
   */
  public static Account ofBooked(
      Customer customer, Collection<InvoiceHistory> invoices, List<BookedEvent> entries) {
    return make(customer, invoices, EventLog.ofBooked(entries), 0);
  }

  /**
   * This account with one more invoice, or with a longer history of one it has.
   *
   * @param history the history
   * @return the account
   * @throws IllegalArgumentException if sums do not fit
   */
  public Account with(InvoiceHistory history) {
    Objects.requireNonNull(history, "history");
    int place = numbers.indexOf(history.invoice().number());
    InvoiceHistory[] all = invoices.toArray(new InvoiceHistory[invoices.size()]);
    if (place >= 0) {
      all[place] = history;
      return new Account(customer, List.of(all), numbers, log, latest, levels);
    }
    all = Arrays.copyOf(all, all.length + 1);
    all[all.length - 1] = history;
    return new Account(customer, List.of(all), log, latest, levels);
  }

  /**
   * This account with further events of its own, entered after those it has.
   *
   * @param events what happened
   * @return the account
   * @throws IllegalArgumentException if an event needs an invoice, or if sums do not fit
   */
  public Account with(LedgerEvent... events) {
    Objects.requireNonNull(events, "events");
    return grown(log.with(Arrays.asList(events)), log.precedes(List.of(events)));
  }

  /**
   * This account with further events of its own and their booking days.
   *
   * @param entries what happened, and when it was booked
   * @return the account
   * @throws IllegalArgumentException if an event needs an invoice, or if sums do not fit
   */
  public Account with(BookedEvent... entries) {
    Objects.requireNonNull(entries, "entries");
    List<BookedEvent> more = Arrays.asList(entries);
    return grown(
        log.withBooked(more), log.precedes(more.stream().map(BookedEvent::event).toList()));
  }

  private Account grown(EventLog longer, boolean atTheEnd) {
    return atTheEnd
        ? new Account(customer, invoices, longer, Replay.from(latest, longer, log.size()), levels)
        : make(customer, invoices, longer, levels);
  }

  /**
   * This account, answering for others: a parent for its children. Their invoices are owed by this
   * account's customer. What was said of a child as a whole goes to those of its invoices that it
   * is about: a promise of all to what was issued by its day; steps and decisions about steps to
   * what was past due on their day, and for the rest, a step that was taken remains a contact; a
   * failed collection to what was due; a hold, a dispute, a restriction, a deferral or a reply to
   * each. Contacts, payments that wait, payment plans, offers and promises of an amount go to this
   * account, and count for all. A promise ends where it went when its child withdraws it, or makes
   * another.
   *
   * @param children the other accounts
   * @return the account with all invoices
   * @throws IllegalArgumentException if a number appears twice, if sums do not fit, or if the
   *     children answer for children of theirs, and so on, over more than 100 levels
   */
  public Account answeringFor(Account... children) {
    Objects.requireNonNull(children, "children");
    Consolidation all = new Consolidation(this);
    int deepest = levels;
    for (Account child : children) {
      all.add(child);
      deepest = Math.max(deepest, child.levels + 1);
    }
    if (deepest > MOST_LEVELS) {
      throw new IllegalArgumentException(
          "account of " + customer.id() + " answers for more than " + MOST_LEVELS + " levels");
    }
    return make(customer, all.invoices(), all.log(), deepest);
  }

  /** {@return who owes} */
  public Customer customer() {
    return customer;
  }

  /**
   * The invoices.
   *
   * @return their histories, in the order given
   */
  public List<InvoiceHistory> invoices() {
    return invoices;
  }

  /**
   * The numbers of the invoices.
   *
   * @return the numbers, in the order given
   */
  public List<String> invoiceNumbers() {
    return numbers;
  }

  /**
   * What happened to the account as a whole.
   *
   * @return by day, then by order of entry
   */
  public List<LedgerEvent> events() {
    return log.events();
  }

  /**
   * What happened to the account as a whole, with the booking days.
   *
   * @return by day, then by order of entry
   */
  public List<BookedEvent> entries() {
    return log.entries();
  }

  /**
   * What the account's own events up to the end of a day add up to. It has no amounts.
   *
   * @param asOfDay an epoch day, included
   * @return the standing
   */
  public Standing standingOn(long asOfDay) {
    return asOfDay >= log.lastDay() ? latest : Replay.through(Standing.NONE, log, asOfDay);
  }

  /**
   * What the invoices owe, side by side.
   *
   * @param asOfDay an epoch day, included
   * @return the balances; those after the last event are kept and cost nothing
   */
  public Balances balancesOn(long asOfDay) {
    return asOfDay >= lastDay()
        ? latestBalances
        : new Balances(customer, invoices, standingOn(asOfDay), asOfDay);
  }

  /**
   * Payments that wait to be applied to an invoice.
   *
   * @param asOf the day, included
   * @return what came in less what bounced, by currency; never negative, and no zero
   */
  public SortedMap<CurrencyUnit, Money> unapplied(LocalDate asOf) {
    return MoneyMoved.sums(log, asOf);
  }

  /**
   * What aging needs to know: one item an open invoice or instalment, a negative one for each
   * over-paid invoice and for payments that wait. Invoices dated later do not exist yet.
   *
   * @param asOf the day, included
   * @return the items, in the order of the invoices
   */
  public List<OpenItem> openItems(LocalDate asOf) {
    return openItems(asOf, Tolerance.NONE);
  }

  /**
   * As {@link #openItems(LocalDate)}; what is left of an invoice that counts as settled has the
   * claim {@link OpenItem.Claim#DIFFERENCE}, so that a report can show it apart.
   *
   * @param asOf the day, included
   * @param tolerance what may be left
   * @return the items, in the order of the invoices
   */
  public List<OpenItem> openItems(LocalDate asOf, Tolerance tolerance) {
    return new OpenItems(this, asOf, tolerance).list();
  }

  /**
   * The {@linkplain #openItems(LocalDate) open items} of one invoice.
   *
   * @param history one of the invoices
   * @param asOf the day, included
   * @return the items; empty if the invoice is dated later
   */
  public List<OpenItem> openItems(InvoiceHistory history, LocalDate asOf) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(asOf, "asOf");
    return history.invoice().issued().isAfter(asOf)
        ? List.of()
        : new OpenItems(this, asOf).of(history);
  }

  /**
   * How the {@linkplain #openItems open items} came and went: those that came up to the end of a
   * day, without those that went, are the items of that day. Only payments that wait differ: they
   * have no due date, so that they are never old.
   *
   * @return invoice by invoice, each by day
   */
  public List<OpenItem.Change> openItemChanges() {
    return openItemChanges(Tolerance.NONE);
  }

  /**
   * As {@link #openItemChanges()}; what is left of an invoice that counts as settled has the claim
   * {@link OpenItem.Claim#DIFFERENCE}.
   *
   * @param tolerance what may be left
   * @return invoice by invoice, each by day
   */
  public List<OpenItem.Change> openItemChanges(Tolerance tolerance) {
    return OpenItemChanges.of(this, log, tolerance);
  }

  /**
   * This account as it was at the end of a day: later events are left out, invoices stay.
   *
   * @param day the day, included
   * @return the account
   */
  public Account asOf(LocalDate day) {
    List<InvoiceHistory> then = invoices.stream().map(h -> h.asOf(day)).toList();
    return make(customer, then, log.upTo(day), levels);
  }

  /**
   * This account as it was known at the end of a day: events and invoices booked later are left
   * out. What has no booking day of its own counts as booked on its date.
   *
   * @param day the day, included
   * @return the account
   */
  public Account asKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return make(
        customer,
        invoices.stream()
            .filter(h -> !h.invoice().bookedOn().isAfter(day))
            .map(h -> h.asKnownOn(day))
            .toList(),
        log.asKnownOn(day),
        levels);
  }

  /**
   * This account, owed by a customer of whom something else is known, such as the segment.
   *
   * @param other who owes
   * @return the account
   */
  public Account owedBy(Customer other) {
    Objects.requireNonNull(other, "other");
    return other.equals(customer) ? this : new Account(other, invoices, log, latest, levels);
  }

  /**
   * This account with its invoices changed one by one.
   *
   * @param change makes another history of the same invoice, or returns it as it is
   * @return the account; the same one if no history differs
   */
  public Account mapInvoices(UnaryOperator<InvoiceHistory> change) {
    Objects.requireNonNull(change, "change");
    List<InvoiceHistory> all = null;
    for (int i = 0; i < invoices.size(); i++) {
      InvoiceHistory changed = change.apply(invoices.get(i));
      if (changed != invoices.get(i)) {
        all = all == null ? new ArrayList<>(invoices) : all;
        all.set(i, changed);
      }
    }
    return all == null ? this : new Account(customer, List.copyOf(all), log, latest, levels);
  }

  private AgreementLog agreements() {
    AgreementLog all = AgreementLog.of(log);
    if (moneyMoved) {
      invoices.forEach(each -> all.addMoney(each.posted(), each.invoice().issuedDay()));
      all.sort();
    }
    return all;
  }

  /**
   * What became of the promises made for the whole account. Every payment of the account counts
   * towards them, and of its invoices those that were issued by the day of the promise.
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
    AgreementLog all = agreements();
    PromisedDebts debts = new PromisedDebts(invoices, log, all, calendar);
    return new Promises(all, debts, tolerance, calendar).outcomes(asOf);
  }

  /**
   * How many disputes were opened for each reason, on the account and on its invoices, whatever
   * became of them.
   *
   * @param asOf the last day whose events count, included
   * @return the numbers by reason, as it was recorded
   */
  public SortedMap<String, Integer> disputesByReason(LocalDate asOf) {
    SortedMap<String, Integer> counts =
        new TreeMap<>(standingOn(asOf.toEpochDay()).agreements().disputesByReason());
    for (InvoiceHistory each : invoices) {
      each.standingOn(asOf)
          .agreements()
          .disputesByReason()
          .forEach((reason, count) -> counts.merge(reason, count, Integer::sum));
    }
    return Collections.unmodifiableSortedMap(counts);
  }

  /**
   * What became of the payment plans made for the whole account. Every payment of the account
   * counts towards them, and of its invoices those that were issued by the day of the plan.
   *
   * @param asOf the day, included
   * @param cure how long after its due date an instalment can still be paid
   * @param calendar says which days are business days
   * @return one outcome a plan, in their order
   */
  public List<PlanOutcome> plans(LocalDate asOf, Days cure, BusinessCalendar calendar) {
    return log.has(AgreementEvent.PlanAgreed.class)
        ? new Plans(agreements(), cure, calendar).outcomes(asOf)
        : List.of();
  }

  /**
   * As {@link #heldSpans(InvoiceHistory, LocalDate, Days, Percentage, Days, BusinessCalendar)}, for
   * promises of an amount that hold an item from 100 % on.
   *
   * @param history one of the invoices
   * @param asOf the day, included
   * @param tolerance how long after its day a promise can still be kept
   * @param cure how long after its due date an instalment of a plan can still be paid
   * @param calendar says which days are business days
   * @return the spans, in order; what has no end runs to {@link LocalDate#MAX}
   */
  public List<DateSpan> heldSpans(
      InvoiceHistory history,
      LocalDate asOf,
      Days tolerance,
      Days cure,
      BusinessCalendar calendar) {
    return heldSpans(history, asOf, tolerance, Percentage.percent("100"), cure, calendar);
  }

  /**
   * The days on which something was in force that holds an item: a hold, a dispute of the whole, a
   * promise, a payment plan, a restriction or a failed delivery, on the invoice or on the account.
   * Each day is in at most one span.
   *
   * @param history one of the invoices
   * @param asOf the day, included
   * @param tolerance how long after its day a promise can still be kept
   * @param promiseHoldsAllFrom from which share of what was overdue a promise of an amount counts
   * @param cure how long after its due date an instalment of a plan can still be paid
   * @param calendar says which days are business days
   * @return the spans, in order; what has no end runs to {@link LocalDate#MAX}
   */
  public List<DateSpan> heldSpans(
      InvoiceHistory history,
      LocalDate asOf,
      Days tolerance,
      Percentage promiseHoldsAllFrom,
      Days cure,
      BusinessCalendar calendar) {
    return heldSpans(
        history, asOf, tolerance, promiseHoldsAllFrom, cure, calendar, Concessions.UNLIMITED);
  }

  /**
   * As {@link #heldSpans(InvoiceHistory, LocalDate, Days, Percentage, Days, BusinessCalendar)}, for
   * a creditor whose patience is limited.
   *
   * @param history one of the invoices
   * @param asOf the day, included
   * @param tolerance how long after its day a promise can still be kept
   * @param promiseHoldsAllFrom from which share of what was overdue a promise of an amount counts
   * @param cure how long after its due date an instalment of a plan can still be paid
   * @param calendar says which days are business days
   * @param granted how long each promise, plan and hold may hold
   * @return the spans, in order; what has no end runs to {@link LocalDate#MAX}
   */
  public List<DateSpan> heldSpans(
      InvoiceHistory history,
      LocalDate asOf,
      Days tolerance,
      Percentage promiseHoldsAllFrom,
      Days cure,
      BusinessCalendar calendar,
      Concessions granted) {
    HeldSpans.Terms terms =
        new HeldSpans.Terms(tolerance, promiseHoldsAllFrom, cure, calendar, granted);
    return HeldSpans.of(this, log, history, asOf, terms);
  }

  /**
   * How long each promise, payment plan, deferral and hold of an invoice and of this account may
   * hold, given the patience with the invoice.
   *
   * @param history one of the invoices
   * @param asOf the last day whose events count, included
   * @param patience the limits
   * @param fromDay the first day that counts, as an epoch day: that of the invoice, or the day on
   *     which its cycle began again
   * @param dueDay the day from which deferrals count, as an epoch day
   * @param tolerance how long after its day a promise can still be kept
   * @param cure how long after its due date an instalment of a plan can still be paid
   * @param calendar says which days are business days
   * @return what may hold how long
   */
  public Concessions concessions(
      InvoiceHistory history,
      LocalDate asOf,
      Patience patience,
      long fromDay,
      long dueDay,
      Days tolerance,
      Days cure,
      BusinessCalendar calendar) {
    GrantedLog found = new GrantedLog(history.invoice(), asOf);
    found.add(
        history.log(),
        false,
        history.promises(asOf, tolerance, calendar),
        history.plans(asOf, cure, calendar));
    found.add(log, true, promises(asOf, tolerance, calendar), plans(asOf, cure, calendar));
    return Concessions.of(patience, found.granted, found.further, fromDay, dueDay);
  }

  /**
   * An invoice of this account as its charges have to see it: with the restrictions that were
   * recorded on the account as a whole.
   *
   * @param history one of the invoices
   * @return the same history if the account was never restricted
   */
  public InvoiceHistory withRestrictions(InvoiceHistory history) {
    return restrictions.length == 0 ? history : history.with(restrictions);
  }

  /**
   * The day of the last event of any invoice.
   *
   * @return the epoch day; that of {@link LocalDate#MIN} without any
   */
  public long lastInvoiceEventDay() {
    return lastDayOfInvoices;
  }

  /**
   * The day of the last event of the account and its invoices.
   *
   * @return the epoch day; that of {@link LocalDate#MIN} without events
   */
  public long lastDay() {
    return Math.max(log.lastDay(), lastDayOfInvoices);
  }

  /**
   * Whether any money ever moved: a payment, a reversal, a credit or a refund, now or later.
   *
   * @return false if nothing that was promised can have been paid
   */
  public boolean hasMoneyMoved() {
    return moneyMoved;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Account that
        && customer.equals(that.customer)
        && invoices.equals(that.invoices)
        && log.equals(that.log);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customer, invoices, log);
  }

  private Object writeReplace() {
    return new Form(customer, invoices.toArray(new InvoiceHistory[0]), log);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an account is read from its customer and its histories");
  }

  /** The serial form: reading it checks the account again. */
  private record Form(Customer customer, InvoiceHistory[] invoices, EventLog log)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() throws InvalidObjectException {
      return Checked.read(() -> make(customer, List.of(invoices), log, 0));
    }
  }

  /** Such as {@code Acme Ltd: 3 invoices}. */
  @Override
  public String toString() {
    return customer + ": " + invoices.size() + " invoices";
  }
}
