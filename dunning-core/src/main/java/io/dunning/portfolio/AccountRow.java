package io.dunning.portfolio;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Packing;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.LedgerEvent;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account told in raw values, as they come from a database or a file, to be {@linkplain #put
 * put} into an {@link AccountTable}. It says the same as an {@link Account} of these invoices and
 * events, but needs no object for each of them. It does not say who the customer is: where a policy
 * asks for that, such as for tags, country or contact persons, tell the table {@linkplain
 * AccountTable#accountsFrom where to find accounts}. Days are epoch days ({@link
 * LocalDate#toEpochDay}), amounts are minor units. Every method refuses a day that no {@link
 * LocalDate} has, with an {@link IllegalArgumentException}.
 *
 * <p>The row of a table is used again for the next account. Not thread-safe.
 */
public final class AccountRow {
  private static final long FIRST_DAY = LocalDate.MIN.toEpochDay();

  private final AccountTable table;
  private final Packing packing;
  private final TextDraft text = new TextDraft();

  private final ToldInvoices invoices = new ToldInvoices();
  private final ToldSteps steps = new ToldSteps();

  private String customer;
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
    invoices.begin();
    steps.begin();
    contactOn = Long.MIN_VALUE;
    promiseMadeOn = Long.MIN_VALUE;
    heldFrom = Long.MIN_VALUE;
    lastDay = Long.MIN_VALUE;
    return this;
  }

  /**
   * Adds an invoice without a number. Decisions about single invoices then tell only its place, and
   * whole answers call it by its place among the invoices, such as {@code (no number 1)}.
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
   * @param number its number, which you have made sure no other invoice of the account has; empty
   *     if it has none
   * @param currency the currency
   * @param minor the amount in minor units, 0 or more; put a credit note as an {@link Account}
   * @param issuedDay the invoice date
   * @param dueDay the due date
   * @return this
   * @throws IllegalArgumentException if the number consists of spaces or begins as those of
   *     invoices without one, the amount is negative, or a day is one that no date has
   */
  public AccountRow invoice(
      String number, CurrencyUnit currency, long minor, long issuedDay, long dueDay) {
    checkNumber(Objects.requireNonNull(number, "number"));
    Objects.requireNonNull(currency, "currency");
    checkDay("invoice date", issuedDay);
    checkDay("due date", dueDay);
    if (minor < 0) {
      throw new IllegalArgumentException("amount of invoice " + number + " is negative: " + minor);
    }
    invoices.add(number, currency, minor, issuedDay, dueDay);
    return this;
  }

  private static void checkNumber(String number) {
    if (!number.isEmpty() && number.isBlank()) {
      throw new IllegalArgumentException("invoice has no number");
    }
    if (ToldInvoices.isWithoutNumber(number)) {
      throw new IllegalArgumentException("number stands for an invoice without one: " + number);
    }
  }

  private int latest() {
    if (invoices.count() == 0) {
      throw new IllegalStateException("account of " + customer + " has no invoice yet");
    }
    return invoices.count() - 1;
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
    invoices.pay(of, day, minor);
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
    invoices.dispute(of, day);
    happened(day);
    return this;
  }

  /**
   * Adds a step that was taken for the account as a whole. Call a step by its name in the ladder,
   * not by one for each account: tables know some 64,000 names of steps in a JVM, and keep accounts
   * with others whole.
   *
   * @param name the name of the step
   * @param day the day on which it was taken
   * @return this
   * @throws IllegalArgumentException if the name is blank, or the day is one that no date has
   */
  public AccountRow step(String name, long day) {
    return taken(name, day, null, ToldSteps.OF_ACCOUNT);
  }

  /**
   * Adds a step that was taken for the account as a whole.
   *
   * @param name the name of the step
   * @param day the day on which it was taken
   * @param channel how the customer was reached
   * @return this
   * @throws IllegalArgumentException if the name is blank, or the day is one that no date has
   */
  public AccountRow step(String name, long day, Channel channel) {
    return taken(name, day, Objects.requireNonNull(channel, "channel"), ToldSteps.OF_ACCOUNT);
  }

  /**
   * Adds a step that was taken for the invoice added last alone.
   *
   * @param name the name of the step
   * @param day the day on which it was taken
   * @return this
   * @throws IllegalStateException if there is no invoice yet
   * @throws IllegalArgumentException if the name is blank, or the day is one that no date has
   */
  public AccountRow invoiceStep(String name, long day) {
    return taken(name, day, null, latest());
  }

  /**
   * Adds a step that was taken for the invoice added last alone.
   *
   * @param name the name of the step
   * @param day the day on which it was taken
   * @param channel how the customer was reached
   * @return this
   * @throws IllegalStateException if there is no invoice yet
   * @throws IllegalArgumentException if the name is blank, or the day is one that no date has
   */
  public AccountRow invoiceStep(String name, long day, Channel channel) {
    return taken(name, day, Objects.requireNonNull(channel, "channel"), latest());
  }

  private AccountRow taken(String name, long day, Channel channel, int invoice) {
    Objects.requireNonNull(name, "name");
    checkDay("day of step", day);
    steps.add(name, day, channel, invoice);
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
   * cannot tell it (it has several currencies, the customer promised to pay and paid a part since,
   * or the number of an open invoice is not well-formed UTF-16 or has more than 65,535 bytes in
   * UTF-8), the table keeps an {@link Account} of what was told, and decides about it if it is not
   * told {@linkplain AccountTable#accountsFrom where to find accounts}. The row stays as it is:
   * calling this twice puts the same account again.
   *
   * @return the table
   * @throws IllegalArgumentException if the sum of the amounts in a currency or of the payments of
   *     an invoice does not fit, or the customer's id is not well-formed UTF-16 or has more than
   *     65,535 bytes in UTF-8; also if the table has to keep an {@link Account}, and two invoices
   *     have the same number
   */
  public AccountTable put() {
    pack();
    text.begin(customer);
    boolean clear = !isPaidSincePromise();
    clear &= invoices.addNumbers(text) && invoices.anySumFits();
    int length = clear ? packing.length() : -1;
    table.store(text, length, length < 0 ? account() : null, length < 0);
    return table;
  }

  private boolean isPaidSincePromise() {
    return promiseMadeOn != Long.MIN_VALUE && invoices.anyPaidAfter(promiseMadeOn);
  }

  private void pack() {
    packing.begin();
    packing.toldOnly();
    if (lastDay != Long.MIN_VALUE) {
      packing.happened(lastDay);
    }
    if (contactOn != Long.MIN_VALUE) {
      packing.contacted(contactOn);
    }
    if (promiseMadeOn != Long.MIN_VALUE) {
      packing.promised(promiseMadeOn, promisedUntil, isPaidSincePromise());
    }
    if (heldFrom != Long.MIN_VALUE) {
      packing.held(heldThrough);
    }
    if (invoices.isOverpaid()) {
      packing.overpaid();
    }
    steps.pack(packing, invoices.pack(packing, steps.count() > 0));
  }

  /** The account with its history, as far as it was told. */
  Account account() {
    List<InvoiceHistory> histories = new ArrayList<>(invoices.count());
    for (int i = 0; i < invoices.count(); i++) {
      List<LedgerEvent> events = invoices.events(i);
      steps.addTo(events, i);
      histories.add(InvoiceHistory.of(invoices.invoice(i), events));
    }
    return Account.of(Customer.of(customer), histories, events());
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
    steps.addTo(events, ToldSteps.OF_ACCOUNT);
    return events;
  }

  private static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }

  /** Such as {@code account of C-1: 3 invoices, 2 steps}. */
  @Override
  public String toString() {
    return "account of "
        + customer
        + ": "
        + invoices.count()
        + " invoices, "
        + steps.count()
        + " steps";
  }
}
