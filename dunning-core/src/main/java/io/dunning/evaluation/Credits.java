package io.dunning.evaluation;

import io.dunning.ledger.Balances;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.Collections;
import java.util.SortedMap;

/** What customers have to their credit: over-paid invoices, credit notes, payments that wait. */
final class Credits {
  private Credits() {}

  /**
   * The credits of the invoices of a scope, and payments of the account that wait, by currency.
   *
   * @param currency only this one; null for all
   */
  static SortedMap<CurrencyUnit, Money> of(Scope scope, CurrencyUnit currency, long day) {
    Books books = scope.books();
    Balances balances = books.balances;
    if (!balances.anyCredit() && !books.account.hasMoneyMoved()) {
      return Collections.emptySortedMap();
    }
    SortedMap<CurrencyUnit, Money> credits = books.account.unapplied(books.asOfDate());
    for (int i = scope.from(); i < scope.to() && balances.anyCredit(); i++) {
      Money credit = scope.contains(i) ? balances.standing(i).balance().credit() : null;
      if (credit != null && credit.isPositive() && balances.issuedDay(i) <= day) {
        credits.merge(credit.currency(), credit, Credits::capped);
      }
    }
    if (currency != null) {
      credits.keySet().removeIf(c -> !c.equals(currency));
    }
    return credits;
  }

  private static Money capped(Money one, Money other) {
    long sum = one.minorUnits() + other.minorUnits();
    return Money.ofMinor(sum < 0 ? Long.MAX_VALUE : sum, one.currency());
  }
}
