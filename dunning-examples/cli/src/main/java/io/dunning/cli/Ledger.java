package io.dunning.cli;

import io.dunning.ledger.Account;
import java.util.List;
import java.util.Optional;

/**
 * A ledger as it was read.
 *
 * @param accounts by customer
 */
record Ledger(List<Account> accounts) {
  Ledger {
    accounts = List.copyOf(accounts);
  }

  Optional<Account> ofCustomer(String customer) {
    return accounts.stream().filter(a -> a.customer().id().equals(customer)).findFirst();
  }

  Optional<Account> ofInvoice(String number) {
    return accounts.stream()
        .filter(a -> a.invoices().stream().anyMatch(h -> h.invoice().number().equals(number)))
        .findFirst();
  }
}
