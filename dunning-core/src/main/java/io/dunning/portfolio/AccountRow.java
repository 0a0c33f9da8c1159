package io.dunning.portfolio;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Packing;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account told in raw values, as they come from a database or a file, to be {@linkplain #put
 * put} into an {@link AccountTable}. It says the same as an {@link Account} of these invoices and
 * events, but needs no object for each of them. Days are epoch days ({@link LocalDate#toEpochDay}),
 * amounts are minor units. Every method refuses a day that no {@link LocalDate} has, with an {@link
 * IllegalArgumentException}.
 *
 * <p>The row of a table is used again for the next account. Not thread-safe.
 */
public final class AccountRow {
  private static final long FIRST_DAY = LocalDate.MIN.toEpochDay();

  private final AccountTable table;
  private final Packing packing;
  private final TableText.Draft text = new TableText.Draft();

  private String customer;
  private int invoices;

  /** Empty texts where there is none; only filled once an invoice has one. */
  private String[] numbers = new String[32];

  private boolean anyNumber;
  private CurrencyUnit[] currencies = new CurrencyUnit[32];
  private CurrencyUnit latestCurrency;

  /** Whether all invoices are in the currency of the latest; only then the others are not kept. */
  private boolean oneCurrency;

  private long[] amounts = new long[32];

  /** What is paid of each invoice; only filled once a payment is told. */
  private long[] paid = new long[32];

  private long[] issued = new long[32];
  private long[] due = new long[32];

  /**
   * The day since which each invoice is disputed; {@link Long#MIN_VALUE} if it is not. Only filled
   * once a dispute is told.
   */
  private long[] disputedOn = new long[32];

  private boolean anyDisputed;

  /** Whether more was paid of an invoice than was left. */
  private boolean overpaid;

  private int payments;
  private int[] paidInvoice = new int[16];
  private long[] paidOn = new long[16];
  private long[] paidAmount = new long[16];

  private int steps;
  private String[] stepNames = new String[16];
  private long[] stepDays = new long[16];
  private Channel[] stepChannels = new Channel[16];

  /** The place of the invoice on which each step was recorded; -1 for the account. */
  private int[] stepInvoice = new int[16];

  private long contactOn;
  private long promiseMadeOn;
  private long promisedUntil;
  private long heldFrom;
  private long heldThrough;
  private long lastDay;

  AccountRow(AccountTable table, Packing packing) {
    this.table = table;
    this.packing = packing;
  }

  /** Forgets the account before and begins another. */
  AccountRow begin(String id) {
    Objects.requireNonNull(id, "customer");
    if (id.isBlank()) {
      throw new IllegalArgumentException("customer has no id");
    }
    customer = id;
    invoices = 0;
    anyNumber = false;
    anyDisputed = false;
    oneCurrency = true;
    latestCurrency = null;
    payments = 0;
    overpaid = false;
    steps = 0;
    contactOn = Long.MIN_VALUE;
    promiseMadeOn = Long.MIN_VALUE;
    heldFrom = Long.MIN_VALUE;
    lastDay = Long.MIN_VALUE;
    return this;
  }

  /**
   * Adds an invoice without a number. Decisions about single invoices then tell only its place.
   *
   * @param currency the currency
   * @param minor the amount in minor units, 0 or more
   * @param issuedDay the invoice date
   * @param dueDay the due date
   * @return this
   * @throws IllegalArgumentException if the amount is negative, or a day is one that no date has
   */
  public AccountRow invoice(CurrencyUnit currency, long minor, long issuedDay, long dueDay) {
    return invoice("", currency, minor, issuedDay, dueDay);
  }

  /**
   * Adds an invoice.
   *
   * @param number its number, which you have made sure no other invoice of the account has
   * @param currency the currency
   * @param minor the amount in minor units, 0 or more; put a credit note as an {@link Account}
   * @param issuedDay the invoice date
   * @param dueDay the due date
   * @return this
   * @throws IllegalArgumentException if the amount is negative, or a day is one that no date has
   */
  public AccountRow invoice(
      String number, CurrencyUnit currency, long minor, long issuedDay, long dueDay) {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(currency, "currency");
    checkDay("invoice date", issuedDay);
    checkDay("due date", dueDay);
    if (minor < 0) {
      throw new IllegalArgumentException("amount of invoice " + number + " is negative: " + minor);
    }
    int at = invoices++;
    if (at == numbers.length) {
      growInvoices(2 * at);
    }
    if (anyNumber || !number.isEmpty()) {
      number(at, number);
    }
    if (currency != latestCurrency || !oneCurrency) {
      currency(at, currency);
    }
    amounts[at] = minor;
    issued[at] = issuedDay;
    due[at] = dueDay;
    if (anyDisputed) {
      disputedOn[at] = Long.MIN_VALUE;
    }
    if (payments > 0) {
      paid[at] = 0;
    }
    return this;
  }

  private void number(int at, String number) {
    if (!anyNumber) {
      Arrays.fill(numbers, 0, at, "");
      anyNumber = true;
    }
    numbers[at] = number;
  }

  private void currency(int at, CurrencyUnit currency) {
    if (at > 0 && oneCurrency) {
      Arrays.fill(currencies, 0, at, latestCurrency);
      oneCurrency = false;
    }
    latestCurrency = currency;
    currencies[at] = currency;
  }

  private CurrencyUnit currency(int at) {
    return oneCurrency ? latestCurrency : currencies[at];
  }

  private void growInvoices(int more) {
    numbers = Arrays.copyOf(numbers, more);
    currencies = Arrays.copyOf(currencies, more);
    amounts = Arrays.copyOf(amounts, more);
    paid = Arrays.copyOf(paid, more);
    issued = Arrays.copyOf(issued, more);
    due = Arrays.copyOf(due, more);
    disputedOn = Arrays.copyOf(disputedOn, more);
  }

  private int latest() {
    if (invoices == 0) {
      throw new IllegalStateException("account of " + customer + " has no invoice yet");
    }
    return invoices - 1;
  }

  private long open(int i) {
    return payments == 0 ? amounts[i] : amounts[i] - paid[i];
  }

  private boolean isDisputed(int i) {
    return anyDisputed && disputedOn[i] != Long.MIN_VALUE;
  }

  private static void checkDay(String field, long day) {
    if (day < FIRST_DAY || day > EpochDay.LAST) {
      throw new IllegalArgumentException(field + " is outside the calendar of LocalDate: " + day);
    }
  }

  private void happened(long day) {
    lastDay = Math.max(lastDay, day);
  }

  /**
   * Adds a payment of the invoice added last. What exceeds the invoice is a credit, which lowers no
   * other invoice.
   *
   * @param day the day of the payment
   * @param minor how much, in minor units, 0 or more
   * @return this
   * @throws IllegalStateException if there is no invoice yet
   * @throws IllegalArgumentException if the amount is negative, or a day is one that no date has
   */
  public AccountRow paid(long day, long minor) {
    int of = latest();
    checkDay("day of payment", day);
    if (minor < 0) {
      throw new IllegalArgumentException("payment is negative: " + minor);
    }
    if (payments == 0) {
      Arrays.fill(paid, 0, invoices, 0);
    }
    if (payments == paidOn.length) {
      paidInvoice = Arrays.copyOf(paidInvoice, 2 * payments);
      paidOn = Arrays.copyOf(paidOn, 2 * payments);
      paidAmount = Arrays.copyOf(paidAmount, 2 * payments);
    }
    paidInvoice[payments] = of;
    paidOn[payments] = day;
    paidAmount[payments++] = minor;
    overpaid |= minor > amounts[of] - paid[of];
    paid[of] = minor >= amounts[of] - paid[of] ? amounts[of] : paid[of] + minor;
    happened(day);
    return this;
  }

  /**
   * Says that all of the invoice added last is disputed, and that the dispute is open.
   *
   * @param day the day on which it was opened
   * @return this
   * @throws IllegalStateException if there is no invoice yet
   * @throws IllegalArgumentException if the day is one that no date has
   */
  public AccountRow disputed(long day) {
    int of = latest();
    checkDay("day of dispute", day);
    if (!anyDisputed) {
      Arrays.fill(disputedOn, 0, invoices, Long.MIN_VALUE);
      anyDisputed = true;
    }
    disputedOn[of] = day;
    happened(day);
    return this;
  }

  /**
   * Adds a step that was taken for the account as a whole.
   *
   * @param name the name of the step
   * @param day the day on which it was taken
   * @return this
   * @throws IllegalArgumentException if the day is one that no date has
   */
  public AccountRow step(String name, long day) {
    return taken(name, day, null, -1);
  }

  /**
   * Adds a step that was taken for the account as a whole.
   *
   * @param name the name of the step
   * @param day the day on which it was taken
   * @param channel how the customer was reached
   * @return this
   * @throws IllegalArgumentException if the day is one that no date has
   */
  public AccountRow step(String name, long day, Channel channel) {
    return taken(name, day, Objects.requireNonNull(channel, "channel"), -1);
  }

  /**
   * Adds a step that was taken for the invoice added last alone.
   *
   * @param name the name of the step
   * @param day the day on which it was taken
   * @return this
   * @throws IllegalStateException if there is no invoice yet
   * @throws IllegalArgumentException if the day is one that no date has
   */
  public AccountRow invoiceStep(String name, long day) {
    return taken(name, day, null, latest());
  }

  private AccountRow taken(String name, long day, Channel channel, int invoice) {
    Objects.requireNonNull(name, "step");
    checkDay("day of step", day);
    if (steps == stepNames.length) {
      stepNames = Arrays.copyOf(stepNames, 2 * steps);
      stepDays = Arrays.copyOf(stepDays, 2 * steps);
      stepChannels = Arrays.copyOf(stepChannels, 2 * steps);
      stepInvoice = Arrays.copyOf(stepInvoice, 2 * steps);
    }
    stepNames[steps] = name;
    stepDays[steps] = day;
    stepChannels[steps] = channel;
    stepInvoice[steps++] = invoice;
    happened(day);
    return this;
  }

  /**
   * Adds a contact outside the ladder that the creditor began.
   *
   * @param day its day
   * @return this
   * @throws IllegalArgumentException if the day is one that no date has
   */
  public AccountRow contact(long day) {
    checkDay("day of contact", day);
    contactOn = Math.max(contactOn, day);
    happened(day);
    return this;
  }

  /**
   * Says which promise to pay everything counts: the latest, if it was not withdrawn.
   *
   * @param madeDay the day on which it was made
   * @param untilDay the day by which the customer promised to pay
   * @return this
   * @throws IllegalArgumentException if it ends before it was made, or a day is one that no date
   *     has
   */
  public AccountRow promise(long madeDay, long untilDay) {
    checkDay("day of promise", madeDay);
    checkDay("last day of promise", untilDay);
    if (untilDay < madeDay) {
      throw new IllegalArgumentException(
          "promise of day " + madeDay + " ends earlier: " + untilDay);
    }
    promiseMadeOn = madeDay;
    promisedUntil = untilDay;
    happened(madeDay);
    return this;
  }

  /**
   * Says that the account is on hold until that is released.
   *
   * @param fromDay the day on which the hold began
   * @return this
   * @throws IllegalArgumentException if the day is one that no date has
   */
  public AccountRow hold(long fromDay) {
    return hold(fromDay, EpochDay.NEVER);
  }

  /**
   * Says that the account is on hold for some time.
   *
   * @param fromDay the day on which the hold began
   * @param throughDay the last day of the hold, included; {@link EpochDay#NEVER} until it is
   *     released
   * @return this
   * @throws IllegalArgumentException if it ends before it begins, or a day is one that no date has
   */
  public AccountRow hold(long fromDay, long throughDay) {
    checkDay("first day of hold", fromDay);
    if (throughDay != EpochDay.NEVER) {
      checkDay("last day of hold", throughDay);
    }
    if (throughDay < fromDay) {
      throw new IllegalArgumentException("hold of day " + fromDay + " ends earlier: " + throughDay);
    }
    heldFrom = fromDay;
    heldThrough = throughDay;
    happened(fromDay);
    return this;
  }

  /**
   * Puts the account into its table, in place of what the table has of the customer. If numbers
   * cannot tell it (it has several currencies, the customer promised to pay and paid a part, or the
   * number of an open invoice is not well-formed UTF-16 or has more than 65,535 bytes in UTF-8),
   * the table keeps an {@link Account}. The row stays as it is: calling this twice puts the same
   * account again.
   *
   * @return the table
   * @throws IllegalArgumentException if sums do not fit, or the customer's id is not well-formed
   *     UTF-16 or has more than 65,535 bytes in UTF-8
   */
  public AccountTable put() {
    pack();
    text.begin(customer);
    boolean clear = promiseMadeOn == Long.MIN_VALUE || payments == 0;
    for (int i = 0; i < invoices && anyNumber; i++) {
      if (open(i) > 0) {
        clear &= text.add(numbers[i]);
      }
    }
    int length = clear ? packing.length() : -1;
    table.store(text, length, length < 0 ? account() : null);
    return table;
  }

  private void pack() {
    packing.begin();
    if (lastDay != Long.MIN_VALUE) {
      packing.happened(lastDay);
    }
    if (contactOn != Long.MIN_VALUE) {
      packing.contacted(contactOn);
    }
    if (promiseMadeOn != Long.MIN_VALUE) {
      packing.promised(promisedUntil, false);
    }
    if (heldFrom != Long.MIN_VALUE) {
      packing.held(heldThrough);
    }
    if (overpaid) {
      packing.overpaid();
    }
    int[] places = steps == 0 ? null : new int[invoices + 1];
    for (int i = 0; i < invoices; i++) {
      int place = packing.invoice(currency(i), open(i), isDisputed(i), issued[i], due[i]);
      if (places != null) {
        places[i + 1] = place;
      }
    }
    for (int i = 0; i < steps; i++) {
      int place = places[stepInvoice[i] + 1];
      packing.step(stepNames[i], stepDays[i], stepChannels[i] != null, place);
    }
  }

  /** The account with its history, as far as it was told. */
  Account account() {
    List<InvoiceHistory> histories = new ArrayList<>(invoices);
    for (int i = 0; i < invoices; i++) {
      histories.add(history(i));
    }
    return Account.of(Customer.of(customer), histories, events());
  }

  private InvoiceHistory history(int i) {
    String number = !anyNumber || numbers[i].isEmpty() ? "(" + (i + 1) + ")" : numbers[i];
    Money amount = Money.ofMinor(amounts[i], currency(i));
    Invoice invoice = Invoice.of(number, amount, date(issued[i]), date(due[i]));
    List<LedgerEvent> events = new ArrayList<>();
    if (isDisputed(i)) {
      events.add(new DisputeOpened(date(disputedOn[i]), ""));
    }
    for (int p = 0; p < payments; p++) {
      if (paidInvoice[p] == i) {
        events.add(new Payment(date(paidOn[p]), Money.ofMinor(paidAmount[p], currency(i))));
      }
    }
    addSteps(events, i);
    return InvoiceHistory.of(invoice, events);
  }

  private List<LedgerEvent> events() {
    List<LedgerEvent> events = new ArrayList<>();
    if (contactOn != Long.MIN_VALUE) {
      events.add(new Contact(date(contactOn), Channel.PHONE));
    }
    if (promiseMadeOn != Long.MIN_VALUE) {
      events.add(new PromiseToPay(date(promiseMadeOn), Optional.empty(), date(promisedUntil)));
    }
    if (heldFrom != Long.MIN_VALUE) {
      Optional<LocalDate> until =
          heldThrough == Long.MAX_VALUE ? Optional.empty() : Optional.of(date(heldThrough));
      events.add(new Hold(date(heldFrom), "", until));
    }
    addSteps(events, -1);
    return events;
  }

  private void addSteps(List<LedgerEvent> events, int invoice) {
    for (int i = 0; i < steps; i++) {
      if (stepInvoice[i] == invoice) {
        Optional<Channel> channel = Optional.ofNullable(stepChannels[i]);
        events.add(new StepTaken(date(stepDays[i]), stepNames[i], channel));
      }
    }
  }

  private static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }

  /** Such as {@code account of C-1: 3 invoices, 2 steps}. */
  @Override
  public String toString() {
    return "account of " + customer + ": " + invoices + " invoices, " + steps + " steps";
  }
}
