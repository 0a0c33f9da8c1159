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
  private final String customer;
  private final Standing whole;
  private final List<OpenItem> items = new ArrayList<>();

  OpenItems(Account account, LocalDate asOf) {
    this.account = account;
    this.asOf = asOf;
    this.customer = account.customer().id();
    this.whole = account.standingOn(asOf.toEpochDay());
  }

  List<OpenItem> list() {
    for (InvoiceHistory history : account.invoices()) {
      if (!history.invoice().issued().isAfter(asOf)) {
        add(history.invoice(), history.standingOn(asOf));
      }
    }
    account
        .unapplied(asOf)
        .values()
        .forEach(m -> items.add(OpenItem.of(customer, UNAPPLIED, m.unaryMinus(), asOf, asOf)));
    return items;
  }

  private void add(Invoice invoice, Standing standing) {
    if (standing.credit().isPositive()) {
      items.add(item(invoice, standing.credit().unaryMinus(), invoice.due()));
    }
    if (standing.openMinor() == 0) {
      return;
    }
    OpenItem.Claim claim = claim(standing);
    if (invoice.instalments().isEmpty()) {
      items.add(item(invoice, standing.open(), invoice.due()).claimed(claim));
      return;
    }
    long settled = invoice.amount().minorUnits() - standing.openMinor();
    for (Instalment part : invoice.instalments()) {
      long paid = Math.min(settled, part.amount().minorUnits());
      settled -= paid;
      Money left = part.amount().minus(Money.ofMinor(paid, part.amount().currency()));
      if (left.isPositive()) {
        items.add(item(invoice, left, part.due()).claimed(claim));
      }
    }
  }

  private OpenItem item(Invoice invoice, Money amount, LocalDate due) {
    return OpenItem.of(customer, invoice.number(), amount, invoice.issued(), due);
  }

  private OpenItem.Claim claim(Standing standing) {
    if (standing.disputed() || whole.disputed()) {
      return OpenItem.Claim.DISPUTED;
    }
    boolean promised =
        standing.promise().or(whole::promise).filter(p -> !p.until().isBefore(asOf)).isPresent();
    return promised ? OpenItem.Claim.PROMISED : OpenItem.Claim.PLAIN;
  }
}
