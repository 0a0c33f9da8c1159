package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.List;

/**
 * What the invoices of an account owe at the end of a day, side by side in arrays, so that a pass
 * over an account touches little memory. Invoices go by their place in the account. Days are epoch
 * days ({@link LocalDate#toEpochDay}). Immutable and thread-safe.
 */
public final class Balances {
  private static final int WIDTH = 3;
  private static final int SIMPLE = 1;
  private static final int DISPUTED = 2;
  private static final int QUIET = 4;
  private static final int FLAG_BITS = 3;

  private final List<InvoiceHistory> invoices;
  private final long asOfDay;
  private final Standing whole;

  private final int size;

  /**
   * Of each invoice: what is open, when it is due, when it was issued and, in the lowest bits, what
   * else there is. Behind them the days of the account's own steps, so that it all lies together.
   */
  private final long[] cells;

  /** The currency of all invoices; null if they have several, or there are none. */
  private final CurrencyUnit single;

  private final boolean anyInvoiceSteps;
  private final boolean anyWithdrawn;
  private final int closedChannels;
  private final boolean accountPlain;
  private final boolean accountQuiet;
  private final boolean anyCredit;
  private final StepsTaken accountSteps;
  private final long lastContactDay;

  Balances(Customer customer, List<InvoiceHistory> invoices, Standing whole, long asOfDay) {
    this.invoices = invoices;
    this.asOfDay = asOfDay;
    this.whole = whole;
    int n = invoices.size();
    size = n;
    StepsTaken steps = whole.stepsTaken();
    cells = new long[WIDTH * n + steps.count()];
    accountSteps = steps.within(cells, WIDTH * n);
    boolean one = true;
    boolean stepped = false;
    boolean credit = false;
    boolean withdrawn = !whole.withdrawnSteps().isEmpty();
    long contact = whole.lastContactDay();
    int closed = whole.closedChannelBits();
    for (Channel channel : customer.closedChannels()) {
      closed |= Dealings.bit(channel);
    }
    for (int i = 0; i < n; i++) {
      InvoiceHistory history = invoices.get(i);
      Standing standing = history.standingOn(asOfDay);
      cells[WIDTH * i] = standing.openMinor();
      cells[WIDTH * i + 1] = standing.dueDay();
      int flags =
          (isSimple(history.invoice(), standing) ? SIMPLE : 0)
              + (standing.disputed() ? DISPUTED : 0)
              + (standing.isQuiet() ? QUIET : 0);
      cells[WIDTH * i + 2] = (history.invoice().issuedDay() << FLAG_BITS) + flags;
      one &=
          history
              .invoice()
              .amount()
              .currency()
              .equals(invoices.get(0).invoice().amount().currency());
      stepped |= isStepped(standing);
      withdrawn |= !standing.withdrawnSteps().isEmpty();
      contact = Math.max(contact, standing.lastContactDay());
      closed |= standing.closedChannelBits();
      credit |= standing.credit().isPositive();
    }
    single = one && n > 0 ? invoices.get(0).invoice().amount().currency() : null;
    anyInvoiceSteps = stepped;
    anyWithdrawn = withdrawn;
    anyCredit = credit;
    closedChannels = closed;
    accountQuiet = whole.isQuiet();
    accountPlain =
        !whole.disputed()
            && !whole.promised()
            && whole.heldThroughDay() == Long.MIN_VALUE
            && !whole.hasDealings();
    lastContactDay = contact;
  }

  private static boolean isStepped(Standing standing) {
    return !standing.steps().isEmpty() || !standing.withdrawnSteps().isEmpty();
  }

  private static boolean isSimple(Invoice invoice, Standing standing) {
    return invoice.instalments().isEmpty()
        && !standing.hasDealings()
        && !standing.promised()
        && standing.heldThroughDay() == Long.MIN_VALUE
        && standing.reopenedDay() == Standing.NEVER;
  }

  /**
   * How many invoices there are.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * What is open on an invoice.
   *
   * @param i its place
   * @return minor units, never negative
   */
  public long openMinor(int i) {
    return cells[WIDTH * i];
  }

  /**
   * The due date of the earliest open part of an invoice.
   *
   * @param i its place
   * @return the epoch day
   */
  public long dueDay(int i) {
    return cells[WIDTH * i + 1];
  }

  /**
   * The invoice date.
   *
   * @param i its place
   * @return the epoch day
   */
  public long issuedDay(int i) {
    return cells[WIDTH * i + 2] >> FLAG_BITS;
  }

  /**
   * Whether an invoice is without hold, dispute, promise, payment plan, restriction, deferral, new
   * terms, failed delivery, reopening and instalments of its own.
   *
   * @param i its place
   * @return true if amount and due date say all
   */
  public boolean isPlain(int i) {
    return (cells[WIDTH * i + 2] & (SIMPLE | DISPUTED)) == SIMPLE;
  }

  /**
   * Whether an invoice is plain, apart from a dispute it may have.
   *
   * @param i its place
   * @return true if amount, due date and {@link #isDisputed} say all
   */
  public boolean isSimple(int i) {
    return (cells[WIDTH * i + 2] & SIMPLE) != 0;
  }

  /**
   * Whether a dispute is open on an invoice.
   *
   * @param i its place
   * @return true if it is
   */
  public boolean isDisputed(int i) {
    return (cells[WIDTH * i + 2] & DISPUTED) != 0;
  }

  /**
   * Whether neither side said or sent anything about an invoice, or the account as a whole.
   *
   * @param i its place
   * @return true if amounts, holds, promises and steps say all
   */
  public boolean isQuiet(int i) {
    return accountQuiet && (cells[WIDTH * i + 2] & QUIET) != 0;
  }

  /**
   * All that is known of an invoice.
   *
   * @param i its place
   * @return its standing
   */
  public Standing standing(int i) {
    return invoices.get(i).standingOn(asOfDay);
  }

  /**
   * All that is known of the account as a whole.
   *
   * @return its standing
   */
  public Standing whole() {
    return whole;
  }

  /**
   * The currency of an invoice.
   *
   * @param i its place
   * @return the currency
   */
  public CurrencyUnit currency(int i) {
    return single != null ? single : invoices.get(i).invoice().amount().currency();
  }

  /**
   * Whether all invoices are in one currency.
   *
   * @return false without invoices
   */
  public boolean isOneCurrency() {
    return single != null;
  }

  /**
   * Whether any step was recorded on an invoice, withdrawn or not.
   *
   * @return false if all steps were recorded on the account
   */
  public boolean anyInvoiceSteps() {
    return anyInvoiceSteps;
  }

  /**
   * Whether any invoice is over-paid, or a credit note.
   *
   * @return true if any has a credit
   */
  public boolean anyCredit() {
    return anyCredit;
  }

  /**
   * The channels that must not be used: closed to the customer, or failed about whatever and not
   * worked since.
   *
   * @return a bit a channel, by its {@linkplain Enum#ordinal place}
   */
  public int closedChannelBits() {
    return closedChannels;
  }

  /**
   * The last contact outside the ladder, about whatever.
   *
   * @return the epoch day, or {@link Long#MIN_VALUE} if there was none
   */
  public long lastContactDay() {
    return lastContactDay;
  }

  /**
   * Whether any step was withdrawn, on the account or an invoice.
   *
   * @return true if any was
   */
  public boolean anyWithdrawnSteps() {
    return anyWithdrawn;
  }

  /**
   * Whether the account as a whole is without hold, dispute, promise, payment plan, restriction and
   * deferral.
   *
   * @return true if only its invoices say something
   */
  public boolean isAccountPlain() {
    return accountPlain;
  }

  /**
   * The steps that were taken for the account as a whole.
   *
   * @return the steps
   */
  public StepsTaken accountSteps() {
    return accountSteps;
  }
}
