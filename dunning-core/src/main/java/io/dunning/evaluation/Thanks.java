package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.Restriction;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.List;

/**
 * Thanks for the payment that settled the last debt of an account.
 *
 * @param paidOn the day of the payment
 * @param through the last day on which the customer is to be thanked
 */
record Thanks(long paidOn, long through) {

  /**
   * Finds whether the customer is to be thanked with the answer for a debt that is closed: the one
   * that was settled last. Notes when that can change.
   *
   * @return null if not
   */
  static Thanks after(Debt debt, NextChange.Watch change) {
    Books books = debt.books();
    int last = lastSettled(books, debt.day());
    if (last < 0 || !debt.scope().contains(last) || !isIn(debt.scope(), last)) {
      return null;
    }
    long paidOn = settledDay(books, last);
    long through = books.policy.after(paidOn, books.policy.thanksWithin);
    boolean inTime = paidOn <= debt.day() && debt.day() <= through;
    if (!inTime || isThanked(books, LocalDate.ofEpochDay(paidOn)) || isOverdue(debt, change)) {
      return null;
    }
    long restricted = restrictedThrough(books, last);
    if (restricted >= debt.day()) {
      change.by(EpochDay.after(restricted));
      return null;
    }
    change.by(EpochDay.after(through));
    return new Thanks(paidOn, through);
  }

  private static boolean isIn(Scope scope, int place) {
    return place >= scope.from() && place < scope.to();
  }

  /** Nobody is thanked who is overdue with another invoice. */
  private static boolean isOverdue(Debt debt, NextChange.Watch change) {
    long from = debt.books().overdueFrom();
    if (from <= debt.day()) {
      return true;
    }
    change.by(from);
    return false;
  }

  /** The place of the invoice that a payment settled last; -1 if something else closed it. */
  private static int lastSettled(Books books, long day) {
    int last = -1;
    long lastDay = EpochDay.NONE;
    for (int i = 0; i < books.balances.size(); i++) {
      long on = books.balances.openMinor(i) > 0 ? EpochDay.NONE : settledDay(books, i);
      if (on != EpochDay.NONE && on >= lastDay && on <= day) {
        last = i;
        lastDay = on;
      }
    }
    return last >= 0 && isPaid(books, last, LocalDate.ofEpochDay(lastDay)) ? last : -1;
  }

  /** The day on which nothing was left of an invoice, or no more than the tolerance allows. */
  private static long settledDay(Books books, int place) {
    Balances balances = books.balances;
    return balances
        .standing(place)
        .balance()
        .closedOn()
        .or(() -> books.settledOn(place))
        .map(LocalDate::toEpochDay)
        .orElse(EpochDay.NONE);
  }

  /** Whether a payment of the day settled an invoice, which was neither voided nor given up. */
  private static boolean isPaid(Books books, int place, LocalDate on) {
    Closure closure = books.balances.standing(place).balance().closure();
    return closure != Closure.WRITTEN_OFF
        && closure != Closure.VOIDED
        && books.invoices.get(place).events().stream()
            .anyMatch(e -> e instanceof Payment && e.date().equals(on));
  }

  private static boolean isThanked(Books books, LocalDate since) {
    if (isThanked(books.account.events(), since, books.asOfDate())) {
      return true;
    }
    for (InvoiceHistory each : books.invoices) {
      if (isThanked(each.events(), since, books.asOfDate())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThanked(List<LedgerEvent> events, LocalDate since, LocalDate asOf) {
    return events.stream()
        .filter(e -> !e.date().isBefore(since) && !e.date().isAfter(asOf))
        .anyMatch(e -> e instanceof Contact contact && contact.purpose() == Purpose.THANKS);
  }

  private static long restrictedThrough(Books books, int place) {
    long through = EpochDay.NONE;
    for (Restriction each : Books.RESTRICTIONS) {
      through = Math.max(through, books.whole.agreements().restrictedThroughDay(each));
      through =
          Math.max(through, books.balances.standing(place).agreements().restrictedThroughDay(each));
    }
    return through;
  }
}
