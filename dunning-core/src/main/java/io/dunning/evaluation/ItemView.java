package io.dunning.evaluation;

import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.Situation;
import io.dunning.terms.Instalment;

/**
 * One open invoice on one day. Reused from item to item; of a simple invoice only its balances are
 * touched.
 */
final class ItemView implements Situation {
  private final Facts facts;
  private int place;
  private Standing standing;
  private long day;
  private long due;
  private long overdueFrom;
  private long heldThrough;
  private long promisedThrough;
  private boolean disputed;

  ItemView(Facts facts) {
    this.facts = facts;
  }

  void look(int at, long onDay) {
    place = at;
    day = onDay;
    due = facts.balances.dueDay(at);
    heldThrough = facts.heldThrough;
    promisedThrough = facts.promisedThrough;
    disputed = facts.disputed || facts.balances.isDisputed(at);
    standing = null;
    if (!facts.balances.isSimple(at)) {
      lookClosely();
    }
    overdueFrom = facts.prepared.overdueFrom(due);
  }

  private void lookClosely() {
    standing = facts.balances.standing(place);
    long reopened = standing.reopenedDay();
    if (facts.prepared.fromReversal && reopened != Standing.NEVER) {
      due = Math.max(due, reopened);
    }
    heldThrough = Math.max(heldThrough, standing.heldThroughDay());
    if (standing.promised()) {
      long own = facts.prepared.promiseThrough(standing.promise().orElseThrow());
      promisedThrough = Math.max(promisedThrough, own);
    }
  }

  /** The same item on another day. */
  void lookOn(long otherDay) {
    day = otherDay;
  }

  /** The day the ladder counts from: the due date, or the reversal that reopened the debt. */
  long due() {
    return due;
  }

  long overdueFrom() {
    return overdueFrom;
  }

  boolean isOverdue() {
    return day >= overdueFrom;
  }

  /** The last day of a hold on the item or the account; the least long without one. */
  long heldThrough() {
    return heldThrough;
  }

  private InvoiceHistory history() {
    return facts.invoices.get(place);
  }

  boolean isInInstalments() {
    return standing != null && !history().invoice().instalments().isEmpty();
  }

  /** What of the item is overdue, given that some of it is. */
  long overdueOpen() {
    return isInInstalments() && due == standing.dueDay()
        ? standing.openDueBefore(day)
        : facts.balances.openMinor(place);
  }

  @Override
  public long day() {
    return day;
  }

  @Override
  public Customer customer() {
    return facts.customer();
  }

  @Override
  public long daysPastDue() {
    return day - due;
  }

  @Override
  public long openMinor(CurrencyUnit currency) {
    boolean own = currency.equals(facts.balances.currency(place));
    return own ? facts.balances.openMinor(place) : 0;
  }

  @Override
  public long overdueMinor(CurrencyUnit currency) {
    return isOverdue() && openMinor(currency) > 0 ? overdueOpen() : 0;
  }

  @Override
  public int overdueCount() {
    return isOverdue() ? 1 : 0;
  }

  @Override
  public long amountsChangeOn() {
    if (!isOverdue()) {
      return overdueFrom;
    }
    long next = PreparedPolicy.NEVER;
    if (isInInstalments()) {
      for (Instalment part : history().invoice().instalments()) {
        long from = part.due().toEpochDay() + 1;
        next = from > day ? Math.min(next, from) : next;
      }
    }
    return next;
  }

  @Override
  public boolean disputed() {
    return disputed;
  }

  @Override
  public long promisedThrough() {
    return promisedThrough;
  }

  @Override
  public long promiseEndsOn() {
    return Math.min(
        Facts.nextEnd(facts.promises(history()), day), Facts.nextEnd(facts.accountPromises(), day));
  }

  @Override
  public int brokenPromises() {
    return Facts.broken(facts.promises(history()), day)
        + Facts.broken(facts.accountPromises(), day);
  }
}
