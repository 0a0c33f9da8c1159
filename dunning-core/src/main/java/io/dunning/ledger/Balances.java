package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.List;

/**
 * What the invoices of an account owe at the end of a day, side by side in arrays, so that a pass
 * over an account touches little memory. Invoices go by their place in the account. Days are epoch
 * days ({@link LocalDate#toEpochDay}). Immutable and thread-safe.
 */
public final class Balances {
  private static final int WIDTH = BalanceCells.WIDTH;

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
  private final boolean accountRoutine;
  private final boolean anyCredit;
  private final boolean anyCharge;
  private final boolean anyBank;
  private final boolean bankSilent;
  private final StepsTaken accountSteps;
  private final long lastContactDay;

  /** What is left of each invoice that counts as settled by a tolerance; null without any. */
  private final long[] differences;

  /** From when the charges of each settled invoice are chased; null if none are. */
  private final long[] chasedFrom;

  Balances(Customer customer, List<InvoiceHistory> invoices, Standing whole, long asOfDay) {
    this.invoices = invoices;
    this.asOfDay = asOfDay;
    this.whole = whole;
    size = invoices.size();
    BalanceCells filled = new BalanceCells(customer, invoices, whole, asOfDay);
    cells = filled.cells;
    single = filled.single;
    accountSteps = filled.accountSteps;
    anyInvoiceSteps = filled.anyInvoiceSteps;
    anyWithdrawn = filled.anyWithdrawn;
    anyCredit = filled.anyCredit;
    anyCharge = filled.anyCharge;
    anyBank = filled.anyBank;
    bankSilent = filled.bankSilent;
    closedChannels = filled.closedChannels;
    lastContactDay = filled.lastContactDay;
    accountRoutine = whole.isRoutine();
    accountPlain = BalanceCells.isFree(whole) && !whole.agreements().isDisputed();
    differences = null;
    chasedFrom = null;
  }

  /** The same with other differences and chased charges, before they are applied. */
  private Balances(Balances same, long[] differences, long[] chasedFrom) {
    invoices = same.invoices;
    asOfDay = same.asOfDay;
    whole = same.whole;
    size = same.size;
    cells = same.cells.clone();
    single = same.single;
    accountSteps = same.accountSteps.within(cells, WIDTH * size);
    anyInvoiceSteps = same.anyInvoiceSteps;
    anyWithdrawn = same.anyWithdrawn;
    anyCredit = same.anyCredit;
    anyCharge = same.anyCharge;
    anyBank = same.anyBank;
    bankSilent = same.bankSilent;
    closedChannels = same.closedChannels;
    lastContactDay = same.lastContactDay;
    accountRoutine = same.accountRoutine;
    accountPlain = same.accountPlain;
    this.differences = differences;
    this.chasedFrom = chasedFrom;
  }

  /**
   * These balances, with invoices counting as settled of which no more is left than a tolerance
   * allows. What is left of them is no longer {@linkplain #openMinor open}; it is their {@linkplain
   * #differenceMinor difference}.
   *
   * @param tolerance what may be left
   * @return the balances; this if no invoice is within the tolerance
   */
  public Balances within(Tolerance tolerance) {
    if (tolerance.isNone()) {
      return this;
    }
    long[] found = null;
    for (int i = 0; i < size; i++) {
      long open = openMinor(i);
      if (open > 0 && tolerance.covers(invoices.get(i).invoice(), open)) {
        found = found == null ? new long[size] : found;
        found[i] = open;
      }
    }
    if (found == null) {
      return this;
    }
    Balances settled = new Balances(this, found, null);
    for (int i = 0; i < size; i++) {
      if (found[i] > 0) {
        settled.set(i, 0, standing(i).balance().wholeDueDay());
      }
    }
    return settled;
  }

  private void set(int i, long open, long dueDay) {
    cells[WIDTH * i] = open;
    cells[WIDTH * i + 1] = dueDay;
  }

  /**
   * These balances, with the charges that are left on settled invoices as debts of their own: they
   * are {@linkplain #openMinor open}, and due since the invoice was settled.
   *
   * @param minor what is left on each invoice, in minor units; 0 for an invoice without
   * @param since the epoch day on which each of those invoices was settled
   * @return the balances
   */
  public Balances chasing(long[] minor, long[] since) {
    long[] from = since.clone();
    Balances chasing = new Balances(this, differences, from);
    for (int i = 0; i < size; i++) {
      if (minor[i] > 0) {
        chasing.set(i, minor[i], since[i]);
      } else {
        from[i] = EpochDay.NONE;
      }
    }
    return chasing;
  }

  /**
   * From when what is open on an invoice are the charges left on it, and not its amount.
   *
   * @param i its place
   * @return the epoch day on which it was settled, or {@link EpochDay#NONE}
   */
  public long chasedFromDay(int i) {
    return chasedFrom == null ? EpochDay.NONE : chasedFrom[i];
  }

  /**
   * {@return whether any invoice counts as settled although something is left of it; false without
   * a tolerance}
   */
  public boolean anyDifference() {
    return differences != null;
  }

  /**
   * What is left of an invoice that counts as settled, to be written off.
   *
   * @param i its place
   * @return minor units; 0 for an invoice that is open, or settled to the cent
   */
  public long differenceMinor(int i) {
    return differences == null ? 0 : differences[i];
  }

  /** {@return how many invoices there are} */
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
    return cells[WIDTH * i + 2] >> BalanceCells.FLAG_BITS;
  }

  /**
   * Whether an invoice is without hold, dispute, promise, payment plan, restriction, deferral, new
   * terms, failed delivery, reopening and instalments of its own.
   *
   * @param i its place
   * @return true if amount and due date tell everything
   */
  public boolean isPlain(int i) {
    return (cells[WIDTH * i + 2] & (BalanceCells.SIMPLE | BalanceCells.DISPUTED))
        == BalanceCells.SIMPLE;
  }

  /**
   * Whether an invoice is plain, apart from a dispute it may have.
   *
   * @param i its place
   * @return true if amount, due date and {@link #isDisputed} tell everything
   */
  public boolean isSimple(int i) {
    return (cells[WIDTH * i + 2] & BalanceCells.SIMPLE) != 0;
  }

  /**
   * Whether a dispute is open on an invoice.
   *
   * @param i its place
   * @return true if it is
   */
  public boolean isDisputed(int i) {
    return (cells[WIDTH * i + 2] & BalanceCells.DISPUTED) != 0;
  }

  /**
   * Whether an invoice is over-paid, or a credit note.
   *
   * @param i its place
   * @return true if it has a credit
   */
  public boolean isCredit(int i) {
    return (cells[WIDTH * i + 2] & BalanceCells.CREDIT) != 0;
  }

  /**
   * Whether collection of an invoice is routine, and that of the account as a whole.
   *
   * @param i its place
   * @return true if amounts, holds, promises and steps tell everything
   * @see Standing#isRoutine
   */
  public boolean isRoutine(int i) {
    return accountRoutine && (cells[WIDTH * i + 2] & BalanceCells.ROUTINE) != 0;
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

  /** {@return whether all invoices are in one currency; false without invoices} */
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
   * Whether charges were ever recorded on an invoice: assessed, waived, reinstated or reversed.
   *
   * @return false if no invoice has any
   */
  public boolean anyCharge() {
    return anyCharge;
  }

  /**
   * Whether the bank says anything about an invoice or the account.
   *
   * @return false if no candidate receipt, bank data, way to pay or collection is recorded
   */
  public boolean anyBank() {
    return anyBank;
  }

  /**
   * Whether the bank says no more than how recent its data are.
   *
   * @return true if no candidate receipt, way to pay or collection is recorded
   */
  public boolean isBankSilent() {
    return bankSilent;
  }

  /**
   * The channels that must not be used: those the customer cannot be reached by, and those that
   * failed on any invoice or on the account and have not worked since.
   *
   * @return a bit for each channel, by its {@linkplain Enum#ordinal place}
   */
  public int closedChannelBits() {
    return closedChannels;
  }

  /**
   * The last contact outside the ladder, on any invoice or on the account.
   *
   * @return the epoch day, or {@link EpochDay#NONE} if there was none
   */
  public long lastContactDay() {
    return lastContactDay;
  }

  /** {@return whether any step was withdrawn, on the account or an invoice} */
  public boolean anyWithdrawnSteps() {
    return anyWithdrawn;
  }

  /**
   * Whether the account as a whole is without hold, dispute, promise, payment plan, restriction and
   * deferral.
   *
   * @return true if only its invoices tell something
   */
  public boolean isAccountPlain() {
    return accountPlain;
  }

  /** {@return the steps that were taken for the account as a whole} */
  public StepsTaken accountSteps() {
    return accountSteps;
  }
}
