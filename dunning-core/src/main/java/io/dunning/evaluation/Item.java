package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.Condition;
import io.dunning.terms.Instalment;
import java.util.List;
import java.util.stream.Stream;

/** One open invoice on one day: from when the ladder counts, and what may hold it. Immutable. */
final class Item extends View {
  /**
   * What the invoice's own events add up to; null if amount and due date, or a dispute, say all.
   */
  private final Standing own;

  /** What is open and not contested; of an item contested as a whole, all. */
  private final long undisputed;

  private final Promised ownPromise;
  private final Promised accountPromise;
  private final long due;
  private final boolean deferred;
  private final long overdueFrom;
  private final long heldThrough;
  private final long promisedThrough;
  private final long planThrough;
  private final boolean disputed;
  private final Restrictions restrictions;

  private Item(Books books, int place, long day, long supposed) {
    super(books, place, day);
    boolean simple = books.balances.isSimple(place);
    own = simple ? null : books.balances.standing(place);
    undisputed = undisputed(supposed);
    ownPromise = simple ? Promised.NOTHING : books.agreed.promisedOfInvoice(place, own);
    accountPromise = books.agreed.promisedOfAccount(place);
    promisedThrough = Promised.throughForAll(ownPromise, accountPromise, undisputed);
    disputed = issuedDay() <= books.contestedIssuedThrough || books.balances.isDisputed(place);
    planThrough = planHoldsThrough();
    long counted = books.balances.dueDay(place);
    boolean restricted = books.restricted;
    if (!simple) {
      counted = Restarts.dueDay(books.policy, books.balances, place, own);
      restricted |= !own.isAsBilled();
    }
    heldThrough = books.agreed.heldThrough(place, own);
    long deferredTo = books.agreed.deferredTo(place, own);
    deferred = deferredTo > counted;
    due = Math.max(counted, deferredTo);
    overdueFrom = books.policy.overdueFrom(due);
    restrictions = restricted ? Restrictions.on(books, own, day) : Restrictions.NONE;
  }

  /** The same invoice, its facts left as they are, asked on another day. */
  private Item(Item same, long day) {
    super(same.books, same.place, day);
    own = same.own;
    undisputed = same.undisputed;
    ownPromise = same.ownPromise;
    accountPromise = same.accountPromise;
    due = same.due;
    deferred = same.deferred;
    overdueFrom = same.overdueFrom;
    heldThrough = same.heldThrough;
    promisedThrough = same.promisedThrough;
    planThrough = same.planThrough;
    disputed = same.disputed;
    restrictions = same.restrictions;
  }

  /** The invoice at a place in the account; more may be supposed to be open on it than is. */
  static Item at(Books books, int place, long day, long supposed) {
    return new Item(books, place, day, supposed);
  }

  Item on(long otherDay) {
    return new Item(this, otherDay);
  }

  private long undisputed(long supposed) {
    long all = books.balances.openMinor(place) + supposed;
    return own == null || own.agreements().isDisputed()
        ? all
        : all - own.agreements().disputedMinor();
  }

  /**
   * The day the ladder counts from: the due date, the reversal that reopened the debt, the day to
   * which it was deferred, or the due date anew once the invoice arrived.
   */
  long due() {
    return due;
  }

  /** Whether that day was granted. */
  boolean isDeferred() {
    return deferred;
  }

  long overdueFrom() {
    return overdueFrom;
  }

  boolean isOverdue() {
    return day >= overdueFrom;
  }

  /** The last day of a hold on the item or the account; {@link EpochDay#NONE} without. */
  long heldThrough() {
    return heldThrough;
  }

  Restrictions restrictions() {
    return restrictions;
  }

  /** The restriction in force that lasts longest, as a condition; null without one. */
  Condition longestRestriction() {
    return restrictions.longest(books, own);
  }

  boolean isInInstalments() {
    return own != null
        && !own.balance().instalments().isEmpty()
        && books.balances.chasedFromDay(place) == EpochDay.NONE;
  }

  /** What is open and not contested; of an item contested as a whole, all. */
  long undisputed() {
    return undisputed;
  }

  /** What is open and neither contested nor promised; of an item contested as a whole, all. */
  long open() {
    return undisputed - promisedPart();
  }

  /** How much of an item that is not promised as a whole is promised. */
  long promisedPart() {
    return promisedThrough >= day ? 0 : ownPromise.partOn(day) + accountPromise.partOn(day);
  }

  /** The promises for the item and its account that hold a part of it. */
  List<Promised> partPromises() {
    return Stream.of(ownPromise, accountPromise)
        .filter(p -> promisedPart() > 0 && p.partOn(day) > 0)
        .toList();
  }

  /** The promise that holds the whole item longest. */
  PromiseToPay promise() {
    boolean own = ownPromise.promise() != null && ownPromise.through() == promisedThrough;
    return (own ? ownPromise : accountPromise).promise();
  }

  /** The overdue part of an overdue item; what is promised is what fell due first. */
  long overdueOpen() {
    return isInInstalments()
        ? Math.max(0, Math.min(undisputed, own.balance().openDueBefore(day)) - promisedPart())
        : open();
  }

  /** What a step about the item asks for: what is overdue of it, or before that what is open. */
  long asked() {
    return Math.max(0, isOverdue() ? overdueOpen() : open());
  }

  @Override
  public long dueDay() {
    return due;
  }

  @Override
  public long daysPastDue() {
    return day - due;
  }

  @Override
  public long openMinor(CurrencyUnit unit) {
    return unit.equals(currency()) ? open() : 0;
  }

  @Override
  public long overdueMinor(CurrencyUnit unit) {
    return isOverdue() && openMinor(unit) > 0 ? overdueOpen() : 0;
  }

  @Override
  public int overdueCount() {
    return isOverdue() ? 1 : 0;
  }

  @Override
  public long amountsChangeOn() {
    long parts = Math.min(ownPromise.partEndsOn(day), accountPromise.partEndsOn(day));
    long next = Math.min(parts, shrinksOn());
    if (!isOverdue()) {
      return Math.min(next, overdueFrom);
    }
    if (isInInstalments()) {
      for (Instalment part : own.balance().instalments()) {
        long from = part.due().toEpochDay() + 1;
        next = from > day ? Math.min(next, from) : next;
      }
    }
    return next;
  }

  /**
   * The day on which less of it is open, because all of it is promised no more, but a part still
   * is; never without one.
   */
  long shrinksOn() {
    long on = promisedThrough >= day ? promisedThrough + 1 : EpochDay.NEVER;
    boolean shrinks = on != EpochDay.NEVER && ownPromise.partOn(on) + accountPromise.partOn(on) > 0;
    return shrinks ? on : EpochDay.NEVER;
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
  public long offeredThrough() {
    return books.agreed.offeredThrough(own);
  }

  @Override
  public long claimEndsFrom(long from) {
    long last = own == null ? EpochDay.NEVER : own.agreements().enforceableThroughDay();
    return last >= from ? last : EpochDay.NEVER;
  }

  @Override
  public Standing standing() {
    return own == null ? super.standing() : own;
  }

  @Override
  public long takenDay(String step) {
    return Math.max(
        takenDay(standing().steps().columns(), step),
        sinceIssue(takenDay(books.whole.steps().columns(), step)));
  }

  private static long takenDay(StepsTaken steps, String step) {
    for (int i = steps.count() - 1; i >= 0; i--) {
      if (steps.name(i).equals(step)) {
        return steps.day(i);
      }
    }
    return EpochDay.NONE;
  }

  /** A day of the account, unless it was before the item was there. */
  private long sinceIssue(long taken) {
    return taken >= issuedDay() ? taken : EpochDay.NONE;
  }

  @Override
  public long lastStepDay() {
    return Math.max(
        last(standing().steps().columns()), sinceIssue(last(books.whole.steps().columns())));
  }

  private static long last(StepsTaken steps) {
    return steps.count() == 0 ? EpochDay.NONE : steps.day(steps.count() - 1);
  }

  @Override
  public long planThrough() {
    return planThrough;
  }
}
