package io.dunning.evaluation;

import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What customers have to their credit: over-paid invoices, credit notes, payments that wait. */
final class Credits {
  private final Account account;
  private final Balances balances;
  private final LocalDate known;

  /** The credits of an account, by the events up to a day. */
  Credits(Account account, Balances balances, LocalDate known) {
    this.account = account;
    this.balances = balances;
    this.known = known;
  }

  /** Whether there can be any. */
  boolean any() {
    return balances.anyCredit() || account.hasMoneyMoved();
  }

  /**
   * The credits of invoices, and payments of the account that wait, by currency.
   *
   * @param from the place of the first invoice
   * @param to the place behind the last invoice
   * @param belongs whether the invoice at a place counts
   * @param day invoices that were issued by then count
   */
  SortedMap<CurrencyUnit, Money> of(int from, int to, IntPredicate belongs, long day) {
    if (!any()) {
      return new TreeMap<>();
    }
    SortedMap<CurrencyUnit, Money> credits = account.unapplied(known);
    for (int i = from; i < to && balances.anyCredit(); i++) {
      Money credit = belongs.test(i) ? balances.standing(i).balance().credit() : null;
      if (credit != null && credit.isPositive() && balances.issuedDay(i) <= day) {
        credits.merge(credit.currency(), credit, Credits::capped);
      }
    }
    return credits;
  }

  private static Money capped(Money one, Money other) {
    long sum = one.minorUnits() + other.minorUnits();
    return Money.ofMinor(sum < 0 ? Long.MAX_VALUE : sum, one.currency());
  }
}
