package io.dunning.check;

import io.dunning.ledger.Account;
import io.dunning.ledger.Balance;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when it is enough to know between which of the amounts that a policy names a debt lies:
 * once nothing more can happen to it, the policy cannot tell apart what lies between the same two.
 */
final class Owed {
  /** The amounts that the policy names, in minor units and in order, by currency. */
  private final Map<CurrencyUnit, long[]> amounts = new HashMap<>();

  /** Whether the policy asks about amounts by those that it names only, and not by shares. */
  private final boolean named;

  Owed(Boundary boundary, boolean named) {
    boundary.amounts.forEach(
        (unit, all) -> amounts.put(unit, all.stream().mapToLong(Long::longValue).toArray()));
    this.named = named && boundary.creditShares.isEmpty();
  }

  /** Whether nothing about the debts of an account but their amounts can differ. */
  boolean inBands(Account account, long day) {
    CurrencyUnit currency = Debtors.currencyOf(account);
    boolean in = named && account.invoices().size() <= 2;
    for (InvoiceHistory each : account.invoices()) {
      in =
          in
              && isUndisputed(each.standingOn(day))
              && currency.equals(each.invoice().amount().currency());
    }
    return in;
  }

  private static boolean isUndisputed(Standing standing) {
    return standing.agreements().disputedMinor() == 0
        && !standing.agreements().isDisputed()
        && standing.agreements().creditOwed().isEmpty();
  }

  /** Tells the bands in which the debts lie, each and together. */
  void add(Account account, long day, Fingerprint state) {
    long sum = 0;
    CurrencyUnit currency = Debtors.currencyOf(account);
    for (InvoiceHistory each : account.invoices()) {
      Balance balance = each.standingOn(day).balance();
      state.add(band(currency, balance.openMinor()));
      sum += balance.openMinor();
    }
    state.add(band(currency, sum));
  }

  /** An odd number for an amount that is named; even numbers for what lies between. */
  private long band(CurrencyUnit currency, long open) {
    long[] all = amounts.get(currency);
    if (open == 0 || all == null) {
      return open == 0 ? -1 : 0;
    }
    int place = Arrays.binarySearch(all, open);
    return place >= 0 ? 2L * place + 1 : 2L * (-1 - place);
  }
}
