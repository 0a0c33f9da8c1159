package io.dunning.check;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;

/**
 * Something that may happen next.
 *
 * @param order the place of its kind: what happens on one day happens in this order, so that no two
 *     worlds differ by it only
 * @param invoice the invoice; empty for the account as a whole
 * @param event what happens
 */
record Happening(int order, String invoice, LedgerEvent event) {
  /** An account to which it happened. */
  Account to(Account account) {
    return happened(account, invoice, event);
  }

  /** An account to which something happened: to the invoice of a number, or else to all of it. */
  static Account happened(Account account, String number, LedgerEvent event) {
    for (InvoiceHistory history : account.invoices()) {
      if (history.invoice().number().equals(number)) {
        return account.with(history.with(event));
      }
    }
    return account.with(event);
  }
}
