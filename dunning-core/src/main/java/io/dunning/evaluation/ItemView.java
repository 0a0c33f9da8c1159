package io.dunning.evaluation;

import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.Situation;
import io.dunning.terms.Instalment;

/** One open invoice on one day. Reused from item to item. */
final class ItemView implements Situation {
  private final Facts facts;
  private InvoiceHistory history;
  private Standing standing;
  private long day;
  private long due;
  private long overdueFrom;
  private boolean disputed;

  ItemView(Facts facts) {
    this.facts = facts;
  }

  void look(InvoiceHistory at, Standing as, long onDay) {
    history = at;
    standing = as;
    day = onDay;
    due = due(facts.prepared, as);
    overdueFrom = facts.prepared.overdueFrom(due);
    disputed = as.disputed() || facts.whole.disputed();
  }

  /** The same item on another day. */
  void lookOn(long otherDay) {
    day = otherDay;
  }

  /** The day from which the ladder counts: the due date, or the reversal that reopened the debt. */
  static long due(PreparedPolicy prepared, Standing standing) {
    long reopened = standing.reopenedDay();
    boolean fromReversal = prepared.fromReversal && reopened != Standing.NEVER;
    return fromReversal ? Math.max(standing.dueDay(), reopened) : standing.dueDay();
  }

  InvoiceHistory history() {
    return history;
  }

  Standing standing() {
    return standing;
  }

  long due() {
    return due;
  }

  long overdueFrom() {
    return overdueFrom;
  }

  boolean isOverdue() {
    return day >= overdueFrom;
  }

  /** What of the item is overdue, given that some of it is. */
  long overdueOpen() {
    return history.invoice().instalments().isEmpty() || due != standing.dueDay()
        ? standing.openMinor()
        : standing.openDueBefore(day);
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
    return currency.equals(history.invoice().amount().currency()) ? standing.openMinor() : 0;
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
    for (Instalment part : history.invoice().instalments()) {
      long from = part.due().toEpochDay() + 1;
      next = from > day ? Math.min(next, from) : next;
    }
    return next;
  }

  @Override
  public boolean disputed() {
    return disputed;
  }

  @Override
  public long promisedThrough() {
    return standing.promised()
        ? Math.max(
            facts.promisedThrough, facts.prepared.promiseThrough(standing.promise().orElseThrow()))
        : facts.promisedThrough;
  }

  @Override
  public long promiseEndsOn() {
    return Math.min(
        Facts.nextEnd(facts.promises(history), day), Facts.nextEnd(facts.accountPromises(), day));
  }

  @Override
  public int brokenPromises() {
    return Facts.broken(facts.promises(history), day) + Facts.broken(facts.accountPromises(), day);
  }
}
