package io.dunning.behaviour;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Standing;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts the invoices of an account and finds the first later day on which the counts may differ.
 */
final class InvoiceTally {

  private static final int SEVERE_DAYS = 90;

  private final Account account;
  private final Balances balances;
  private final long day;
  private final long window;
  private final CurrencyUnit only;
  private final long known;
  private final Tolerance tolerance;
  private final List<SettledInvoice> settled = new ArrayList<>();
  private CurrencyUnit currency;

  int invoices;
  boolean oneCurrency = true;
  int overdue;
  int longOverdue;
  int writtenOff;

  /** The first later epoch day on which a count may differ, apart from those of closed invoices. */
  long changesOn = EpochDay.NEVER;

  /** The first later epoch day on which a closed invoice begins or ceases to count. */
  long settledChangesOn = EpochDay.NEVER;

  /** The first epoch day on which some open invoice is long overdue. */
  long longOverdueOn = EpochDay.NEVER;

  /**
   * Creates a tally.
   *
   * @param known the last epoch day whose events are known, included
   * @param day the epoch day at whose end invoices are counted; not before {@code known}
   * @param window only invoices closed within so many days count; 0 for all
   * @param scope which invoices count, and how much may be left of one that is settled
   */
  InvoiceTally(Account account, long known, long day, long window, ProfileScope scope) {
    this.account = account;
    this.known = known;
    tolerance = scope.settledWithin();
    balances = account.balancesOn(known).within(tolerance);
    this.day = day;
    this.window = window;
    only = scope.currency().orElse(null);
  }

  void addAll() {
    for (int i = 0; i < balances.size(); i++) {
      if (only == null || only.equals(balances.currency(i))) {
        if (balances.issuedDay(i) > day) {
          lookAhead(i);
        } else {
          add(i);
        }
      }
    }
  }

  /** Notes when an invoice will appear that is not issued yet. */
  private void lookAhead(int i) {
    long issued = balances.issuedDay(i);
    changesOn = Math.min(changesOn, issued);
    if (balances.openMinor(i) > 0) {
      longOverdueOn = Math.min(longOverdueOn, Math.max(issued, longOverdueFrom(i)));
    } else {
      settledChangesOn = Math.min(settledChangesOn, issued);
    }
  }

  private long longOverdueFrom(int i) {
    return balances.dueDay(i) + SEVERE_DAYS + 1;
  }

  private void add(int i) {
    if (balances.openMinor(i) > 0) {
      addOpen(i);
    } else if (balances.standing(i).balance().closure() == Closure.VOIDED) {
      return;
    } else {
      addClosed(i);
    }
    invoices++;
    oneCurrency &= currency == null || currency.equals(balances.currency(i));
    currency = balances.currency(i);
  }

  private void addOpen(int i) {
    long days = day - balances.dueDay(i);
    overdue += days > 0 ? 1 : 0;
    longOverdue += days > SEVERE_DAYS ? 1 : 0;
    long next = days > 0 ? longOverdueFrom(i) : balances.dueDay(i) + 1;
    changesOn = next > day ? Math.min(changesOn, next) : changesOn;
    longOverdueOn = Math.min(longOverdueOn, longOverdueFrom(i));
  }

  /**
   * Counts an invoice that was settled by money or written off, if it was closed within the window.
   */
  private void addClosed(int i) {
    Standing standing = balances.standing(i);
    boolean within = balances.differenceMinor(i) > 0;
    Optional<LocalDate> closed = within ? settledOn(i) : standing.balance().closedOn();
    boolean lost = standing.balance().closure() == Closure.WRITTEN_OFF;
    boolean settledNow = within || standing.balance().closure() == Closure.SETTLED;
    boolean paid = settledNow && standing.balance().paid().isPositive();
    if (!paid && !lost || closed.isEmpty()) {
      return;
    }
    long on = closed.get().toEpochDay();
    long closedOn = Math.max(on, balances.issuedDay(i));
    if (window > 0 && closedOn + window <= day) {
      return;
    }
    if (window > 0) {
      settledChangesOn = Math.min(settledChangesOn, closedOn + window);
    }
    if (lost) {
      writtenOff++;
    } else {
      long amount = account.invoices().get(i).invoice().amount().minorUnits();
      settled.add(new SettledInvoice(closedOn, on - balances.dueDay(i), amount));
    }
  }

  private Optional<LocalDate> settledOn(int i) {
    long last = Math.min(known, EpochDay.LAST);
    return account.invoices().get(i).settledOn(LocalDate.ofEpochDay(last), tolerance);
  }

  /** Returns the settled invoices, in the order in which they were settled. */
  SettledInvoices settled() {
    if (settled.size() > 1) {
      settled.sort(Comparator.comparingLong(SettledInvoice::settledDay));
    }
    return new SettledInvoices(settled);
  }
}
