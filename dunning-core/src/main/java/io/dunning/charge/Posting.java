package io.dunning.charge;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;

/**
 * By how much an event changes what payments paid of fees and interest.
 *
 * @param event the event
 * @param amount in minor units; negative if they pay less of them
 */
record Posting(LedgerEvent event, long amount) {
  /** The entry in the books, on the day of the event. */
  BookedEvent booked(CurrencyUnit currency) {
    Money paid = Money.ofMinor(amount, currency);
    return new MoneyEvent.ChargesPaid(event.date(), paid).bookedOn(event.date());
  }

  static long sum(Iterable<Posting> postings) {
    long sum = 0;
    for (Posting each : postings) {
      sum = Math.addExact(sum, each.amount);
    }
    return sum;
  }
}
