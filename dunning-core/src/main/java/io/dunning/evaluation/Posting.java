package io.dunning.evaluation;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

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
   * An account with some events stored in it. The account is made anew once, however many there
   * are.
   *
   * @param account the account
   * @param postings what to store, in this order
   * @return the account with all of them
   * @throws IllegalArgumentException if a posting belongs to another customer, or to an invoice
   *     that the account does not have
   */
  public static Account storeIn(Account account, List<Posting> postings) {
    List<LedgerEvent> ofAccount = new ArrayList<>();
    Map<String, List<LedgerEvent>> ofInvoices = new HashMap<>();
    for (Posting each : postings) {
      each.requireOf(account);
      each.invoice
          .map(number -> ofInvoices.computeIfAbsent(number, n -> new ArrayList<>()))
          .orElse(ofAccount)
          .add(each.event);
    }
    Account stored =
        account.mapInvoices(
            history -> {
              List<LedgerEvent> more = ofInvoices.remove(history.invoice().number());
              return more == null ? history : history.with(more.toArray(LedgerEvent[]::new));
            });
    if (!ofInvoices.isEmpty()) {
      throw new IllegalArgumentException(
          "account of "
              + account.customer().id()
              + " has no such invoice: "
              + String.join(", ", new TreeSet<>(ofInvoices.keySet())));
    }
    return ofAccount.isEmpty() ? stored : stored.with(ofAccount.toArray(LedgerEvent[]::new));
  }

  private void requireOf(Account account) {
    if (!account.customer().id().equals(customer)) {
      throw new IllegalArgumentException(
          "posting belongs to customer " + customer + ", not to " + account.customer().id());
    }
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
