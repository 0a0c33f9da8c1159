package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns an account into the items that aging sorts. */
final class OpenItems {
  /** The number under which unapplied payments of an account stand. */
  static final String UNAPPLIED = "(unapplied)";

  /** A promise is in time through its day; days of grace are for the policy. */
  private static final BusinessCalendar CALENDAR = BusinessCalendar.everyDay();

  private final Account account;
  private final LocalDate asOf;
  private final Tolerance tolerance;
  private final String customer;
  private final Standing whole;
  private final List<OpenItem> items = new ArrayList<>();

  /** What of the invoice at hand is contested, or promised, and not in an item yet. */
  private long contested;

  private long promised;

  /** What a promise for the account is about, by invoice; null while nobody asked. */
  private Map<String, Long> ofAccount;

  OpenItems(Account account, LocalDate asOf) {
    this(account, asOf, Tolerance.NONE);
  }

  OpenItems(Account account, LocalDate asOf, Tolerance tolerance) {
    this.account = account;
    this.asOf = asOf;
    this.tolerance = tolerance;
    this.customer = account.customer().id();
    this.whole = account.standingOn(asOf.toEpochDay());
  }

  List<OpenItem> list() {
    for (InvoiceHistory history : account.invoices()) {
      if (!history.invoice().issued().isAfter(asOf)) {
        add(history, history.standingOn(asOf));
      }
    }
    items.addAll(waiting(asOf));
    return items;
  }

  /** The items of one invoice that was issued. */
  List<OpenItem> of(InvoiceHistory history) {
    items.clear();
    add(history, history.standingOn(asOf));
    return List.copyOf(items);
  }

  /** Payments that wait. */
  List<OpenItem> waiting(LocalDate date) {
    List<OpenItem> waiting = new ArrayList<>();
    account
        .unapplied(asOf)
        .values()
        .forEach(m -> waiting.add(OpenItem.of(customer, UNAPPLIED, m.unaryMinus(), date, date)));
    return waiting;
  }

  private void add(InvoiceHistory history, Standing standing) {
    Invoice invoice = history.invoice();
    Balance balance = standing.balance();
    if (balance.creditMinor() > 0) {
      items.add(item(invoice, balance.credit().unaryMinus(), invoice.due()));
    }
    if (balance.openMinor() == 0) {
      return;
    }
    if (tolerance.covers(invoice, balance.openMinor())) {
      OpenItem left = item(invoice, balance.open(), balance.due());
      items.add(left.claimed(OpenItem.Claim.DIFFERENCE));
      return;
    }
    Agreements agreements = standing.agreements();
    boolean all = invoice.issuedDay() <= whole.agreements().contestsIssuedThroughDay();
    contested = all ? balance.openMinor() : agreements.disputedMinor();
    promised = promised(history, agreements);
    if (balance.instalments().isEmpty()) {
      add(invoice, balance.open(), balance.due());
      return;
    }
    long settled = invoice.amount().minorUnits() - balance.openMinor();
    for (Instalment part : balance.instalments()) {
      long paid = Math.min(settled, part.amount().minorUnits());
      settled -= paid;
      Money left = part.amount().minus(Money.ofMinor(paid, part.amount().currency()));
      add(invoice, left, part.due());
    }
  }

  /** An item for what is contested, one for what is promised, and one for the rest. */
  private void add(Invoice invoice, Money open, LocalDate due) {
    long disputed = Math.min(contested, open.minorUnits());
    contested -= disputed;
    add(invoice, Money.ofMinor(disputed, open.currency()), due, OpenItem.Claim.DISPUTED);
    long rest = open.minorUnits() - disputed;
    long said = Math.min(promised, rest);
    promised -= said;
    add(invoice, Money.ofMinor(said, open.currency()), due, OpenItem.Claim.PROMISED);
    add(invoice, Money.ofMinor(rest - said, open.currency()), due, OpenItem.Claim.PLAIN);
  }

  private void add(Invoice invoice, Money amount, LocalDate due, OpenItem.Claim claim) {
    if (amount.isPositive()) {
      items.add(item(invoice, amount, due).claimed(claim));
    }
  }

  private OpenItem item(Invoice invoice, Money amount, LocalDate due) {
    return OpenItem.of(customer, invoice.number(), amount, invoice.issued(), due);
  }

  /** How much of an invoice is promised; the most there is if all is. */
  private long promised(InvoiceHistory history, Agreements own) {
    long ofOwn = isRunning(own) ? promised(history.promises(asOf, Days.NONE, CALENDAR)) : 0;
    return isRunning(whole.agreements())
        ? DisputeTally.saturated(ofOwn, ofAccount().getOrDefault(history.invoice().number(), 0L))
        : ofOwn;
  }

  private boolean isRunning(Agreements agreements) {
    return agreements.promise().filter(p -> !p.until().isBefore(asOf)).isPresent();
  }

  private static long promised(List<PromiseOutcome> outcomes) {
    PromiseOutcome latest = outcomes.get(outcomes.size() - 1);
    return latest.promise().amount().isEmpty() ? Long.MAX_VALUE : latest.leftMinor();
  }

  /** A promise for the account is about the invoices in the order in which they fell due. */
  private Map<String, Long> ofAccount() {
    if (ofAccount == null) {
      ofAccount = new HashMap<>();
      List<PromiseOutcome> outcomes = account.promises(asOf, Days.NONE, CALENDAR);
      Optional<CurrencyUnit> currency =
          outcomes.get(outcomes.size() - 1).promise().amount().map(Money::currency);
      long left = promised(outcomes);
      List<InvoiceHistory> invoices = new ArrayList<>(account.invoices());
      invoices.sort(Comparator.comparingLong(h -> h.standingOn(asOf).balance().dueDay()));
      for (InvoiceHistory each : invoices) {
        if (currency.map(each.invoice().amount().currency()::equals).orElse(true)) {
          long part = left == Long.MAX_VALUE ? left : Math.min(left, undisputed(each));
          ofAccount.put(each.invoice().number(), part);
          left -= left == Long.MAX_VALUE ? 0 : part;
        }
      }
    }
    return ofAccount;
  }

  private long undisputed(InvoiceHistory history) {
    Standing standing = history.standingOn(asOf);
    return standing.balance().openMinor() - standing.agreements().disputedMinor();
  }
}
