package io.dunning.ledger;

import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns an account into the items that aging sorts. */
final class OpenItems {
  /** The number under which unapplied payments of an account stand. */
  static final String UNAPPLIED = "(unapplied)";

  private final Account account;
  private final LocalDate asOf;
  private final Tolerance tolerance;
  private final String customer;
  private final Standing whole;
  private final List<OpenItem> items = new ArrayList<>();

  /** What of the invoice at hand is contested and not in an item yet. */
  private long contested;

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
        add(history.invoice(), history.standingOn(asOf));
      }
    }
    items.addAll(waiting(asOf));
    return items;
  }

  /** The items of one invoice that was issued. */
  List<OpenItem> of(InvoiceHistory history) {
    add(history.invoice(), history.standingOn(asOf));
    return items;
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

  private void add(Invoice invoice, Standing standing) {
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
    OpenItem.Claim claim = claim(agreements);
    if (balance.instalments().isEmpty()) {
      add(invoice, balance.open(), balance.due(), claim);
      return;
    }
    long settled = invoice.amount().minorUnits() - balance.openMinor();
    for (Instalment part : balance.instalments()) {
      long paid = Math.min(settled, part.amount().minorUnits());
      settled -= paid;
      Money left = part.amount().minus(Money.ofMinor(paid, part.amount().currency()));
      add(invoice, left, part.due(), claim);
    }
  }

  /** An item for what is contested, the earliest due first, and one for the rest. */
  private void add(Invoice invoice, Money open, LocalDate due, OpenItem.Claim claim) {
    Money disputed = Money.ofMinor(Math.min(contested, open.minorUnits()), open.currency());
    contested -= disputed.minorUnits();
    if (disputed.isPositive()) {
      items.add(item(invoice, disputed, due).claimed(OpenItem.Claim.DISPUTED));
    }
    Money rest = open.minus(disputed);
    if (rest.isPositive()) {
      items.add(item(invoice, rest, due).claimed(claim));
    }
  }

  private OpenItem item(Invoice invoice, Money amount, LocalDate due) {
    return OpenItem.of(customer, invoice.number(), amount, invoice.issued(), due);
  }

  private OpenItem.Claim claim(Agreements own) {
    boolean promised =
        own.promise()
            .or(whole.agreements()::promise)
            .filter(p -> !p.until().isBefore(asOf))
            .isPresent();
    return promised ? OpenItem.Claim.PROMISED : OpenItem.Claim.PLAIN;
  }
}
