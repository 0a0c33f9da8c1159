package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import java.util.List;

/** Fills the cells of {@link Balances} and gathers what holds for all invoices of an account. */
final class BalanceCells {
  static final int WIDTH = 3;
  static final int SIMPLE = 1;
  static final int DISPUTED = 2;
  static final int ROUTINE = 4;
  static final int CREDIT = 8;
  static final int FLAG_BITS = 4;

  final long[] cells;
  final StepsTaken accountSteps;
  CurrencyUnit single;
  boolean anyInvoiceSteps;
  boolean anyWithdrawn;
  boolean anyCredit;
  boolean anyCharge;
  boolean anyBank;
  boolean bankSilent;
  int closedChannels;
  long lastContactDay;

  /** What is known of the channels, on the account and on all invoices. */
  private ChannelRecord channels;

  BalanceCells(Customer customer, List<InvoiceHistory> invoices, Standing whole, long asOfDay) {
    int n = invoices.size();
    StepsTaken steps = whole.steps().columns();
    cells = new long[WIDTH * n + steps.count()];
    accountSteps = steps.within(cells, WIDTH * n);
    anyWithdrawn = !whole.steps().withdrawn().isEmpty();
    lastContactDay = whole.correspondence().lastContactDay();
    anyBank = !whole.bank().isNone();
    bankSilent = whole.bank().isSilent();
    channels = whole.correspondence().channels;
    single = n == 0 ? null : currency(invoices.get(0));
    for (int i = 0; i < n; i++) {
      InvoiceHistory history = invoices.get(i);
      if (history.isUntouchedOn(asOfDay)) {
        fill(i, history);
      } else {
        fill(i, history.invoice(), history.standingOn(asOfDay));
        anyCharge |= history.isChargedOn(asOfDay);
      }
      if (single != null && !single.equals(currency(history))) {
        single = null;
      }
    }
    closedChannels = channels.closed();
    for (Channel channel : customer.closedChannels()) {
      closedChannels |= ChannelRecord.bit(channel);
    }
  }

  private static CurrencyUnit currency(InvoiceHistory history) {
    return history.invoice().amount().currency();
  }

  /** An invoice to which nothing has happened says everything itself. */
  private void fill(int i, InvoiceHistory history) {
    Invoice invoice = history.invoice();
    long open = history.openAtFirst();
    boolean credit = invoice.amount().isNegative();
    int flags = ROUTINE + (invoice.instalments().isEmpty() ? SIMPLE : 0) + (credit ? CREDIT : 0);
    fill(i, open, MoneyTally.dueDay(invoice, open), invoice, flags);
    anyCredit |= credit;
  }

  private void fill(int i, Invoice invoice, Standing standing) {
    Balance balance = standing.balance();
    int flags =
        (isSimple(invoice, standing) ? SIMPLE : 0)
            + (standing.agreements().isDisputed() ? DISPUTED : 0)
            + (standing.isRoutine() ? ROUTINE : 0)
            + (balance.creditMinor() > 0 ? CREDIT : 0);
    fill(i, balance.openMinor(), balance.dueDay(), invoice, flags);
    anyCredit |= balance.creditMinor() > 0;
    anyBank |= !standing.bank().isNone();
    bankSilent &= standing.bank().isSilent();
    anyInvoiceSteps |= standing.steps().anyTaken();
    anyWithdrawn |= !standing.steps().withdrawn().isEmpty();
    lastContactDay = Math.max(lastContactDay, standing.correspondence().lastContactDay());
    channels = channels.and(standing.correspondence().channels);
  }

  private void fill(int i, long open, long dueDay, Invoice invoice, int flags) {
    cells[WIDTH * i] = open;
    cells[WIDTH * i + 1] = dueDay;
    cells[WIDTH * i + 2] = (invoice.issuedDay() << FLAG_BITS) + flags;
  }

  private static boolean isSimple(Invoice invoice, Standing standing) {
    return invoice.instalments().isEmpty()
        && isFree(standing)
        && standing.balance().reopenedDay() == EpochDay.NEVER;
  }

  /** Whether nothing but a dispute over the whole changes when or how the debt is chased. */
  static boolean isFree(Standing standing) {
    return standing.isAsBilled()
        && !standing.agreements().isPromised()
        && standing.agreements().heldThroughDay() == EpochDay.NONE;
  }
}
