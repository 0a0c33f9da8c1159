package io.dunning.evaluation;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An event to be stored, and the invoice or account it belongs to. Immutable and thread-safe.
 *
 * @param customer the customer's id
 * @param invoice the invoice number; empty if the event belongs to the account as a whole
 * @param event what happened
 */
public record Posting(String customer, Optional<String> invoice, LedgerEvent event)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An event to be stored.
   *
   * @param customer the customer's id
   * @param invoice the invoice number; empty if the event belongs to the account as a whole
   * @param event what happened
   */
  public Posting {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(event, "event");
  }

  /**
   * An account with some events stored in it.
   *
   * @param account the account
   * @param postings what to store, in this order
   * @return the account with all of them
   * @throws IllegalArgumentException if a posting belongs to another customer, or to an invoice
   *     that the account does not have
   */
  public static Account storeIn(Account account, List<Posting> postings) {
    Account now = account;
    for (Posting each : postings) {
      now = each.storeIn(now);
    }
    return now;
  }

  private Account storeIn(Account account) {
    if (!account.customer().id().equals(customer)) {
      throw new IllegalArgumentException(
          "posting belongs to customer " + customer + ", not to " + account.customer().id());
    }
    if (invoice.isEmpty()) {
      return account.with(event);
    }
    for (InvoiceHistory history : account.invoices()) {
      if (history.invoice().number().equals(invoice.get())) {
        return account.with(history.with(event));
      }
    }
    throw new IllegalArgumentException(
        "account of " + customer + " has no such invoice: " + invoice.get());
  }

  /** Such as {@code INV-7: 2026-02-17 step taken: first notice by email}. */
  @Override
  public String toString() {
    return invoice.orElse(customer) + ": " + event;
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
