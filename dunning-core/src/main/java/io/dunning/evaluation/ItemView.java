package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.EpochDay;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.Circumstances;
import io.dunning.policy.Condition;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.terms.Instalment;
import java.util.List;

/**
 * One open invoice on one day. Reused from item to item; of a simple invoice only its balances are
 * touched.
 */
final class ItemView implements Circumstances {
  private static final long NEVER = PreparedPolicy.NEVER;
  private static final long NONE = Long.MIN_VALUE;

  private final Facts facts;
  private int place;
  private Standing standing;
  private long day;
  private long open;
  private long due;
  private boolean deferred;
  private long overdueFrom;
  private long heldThrough;
  private long promisedThrough;
  private long planThrough;
  private boolean disputed;

  private int restrictions;
  private long restrictionsChangeOn;
  private long blockedThrough;
  private Condition blockedBy;

  /** How much more is supposed to be open on the item. */
  private long supposed;

  ItemView(Facts facts) {
    this.facts = facts;
  }

  /** Supposes that more is open than is, from the next look on. */
  void suppose(long more) {
    supposed = more;
  }

  void look(int at, long onDay) {
    place = at;
    day = onDay;
    open = facts.balances.openMinor(at) + supposed;
    due = facts.balances.dueDay(at);
    heldThrough = facts.heldThrough;
    promisedThrough = facts.promisedThrough;
    planThrough = facts.accountPlanThrough(at);
    disputed = facts.disputed || facts.balances.isDisputed(at);
    standing = null;
    restrictions = 0;
    restrictionsChangeOn = NEVER;
    blockedThrough = NONE;
    blockedBy = null;
    boolean restricted = facts.anyRestricted;
    long deferredTo = facts.deferredTo;
    if (!facts.balances.isSimple(at)) {
      lookClosely();
      deferredTo = Math.max(deferredTo, standing.agreements().deferredToDay());
      restricted |= !standing.isAsBilled();
    }
    deferred = deferredTo > due;
    due = Math.max(due, deferredTo);
    overdueFrom = facts.prepared.overdueFrom(due);
    if (restricted) {
      lookForRestrictions();
    }
  }

  private void lookClosely() {
    standing = facts.balances.standing(place);
    open -= standing.agreements().isDisputed() ? 0 : standing.agreements().disputedMinor();
    long reopened = standing.balance().reopenedDay();
    if (facts.prepared.fromReversal && reopened != EpochDay.NEVER) {
      due = Math.max(due, reopened);
    }
    if (standing.correspondence().arrivedDay() != NONE) {
      long term = Math.max(0, due - facts.balances.issuedDay(place));
      due = Math.max(due, Math.min(standing.correspondence().arrivedDay() + term, Facts.LAST_DAY));
    }
    heldThrough = Math.max(heldThrough, standing.agreements().heldThroughDay());
    if (standing.agreements().isPromised()) {
      long own = facts.prepared.promiseThrough(standing.agreements().promise().orElseThrow());
      promisedThrough = Math.max(promisedThrough, own);
    }
    planThrough = Math.max(planThrough, Facts.through(facts.plan(place)));
  }

  /** Finds what is in force, and until when it leaves no step to be taken. */
  private void lookForRestrictions() {
    restrictions = inForce(day);
    for (Restriction each : Facts.RESTRICTIONS) {
      long through = through(each);
      if (through >= day && through != NEVER) {
        restrictionsChangeOn = Math.min(restrictionsChangeOn, through + 1);
      }
    }
    int left = restrictions;
    while (left != 0 && !facts.prepared.allowsDuring(left)) {
      Restriction first = firstToEnd(left);
      blockedThrough = through(first);
      blockedBy = PreparedPolicy.RESTRICTED[first.ordinal()];
      if (blockedThrough == NEVER) {
        return;
      }
      left = inForce(blockedThrough + 1);
    }
    if (standing != null && standing.correspondence().undeliveredSince().isPresent()) {
      blockedThrough = NEVER;
      blockedBy = PreparedPolicy.UNDELIVERED;
    }
  }

  private int inForce(long on) {
    int bits = 0;
    for (Restriction each : Facts.RESTRICTIONS) {
      bits |= through(each) >= on ? PreparedPolicy.bit(each) : 0;
    }
    return bits;
  }

  private Restriction firstToEnd(int among) {
    Restriction first = null;
    for (Restriction each : Facts.RESTRICTIONS) {
      boolean in = (among & PreparedPolicy.bit(each)) != 0;
      if (in && (first == null || through(each) < through(first))) {
        first = each;
      }
    }
    return first;
  }

  private long through(Restriction restriction) {
    long whole = facts.whole.agreements().restrictedThroughDay(restriction);
    return standing == null
        ? whole
        : Math.max(whole, standing.agreements().restrictedThroughDay(restriction));
  }

  /** The restriction in force that lasts longest, as a condition; null without one. */
  Condition longestRestriction() {
    Restriction longest = null;
    for (Restriction each : Facts.RESTRICTIONS) {
      boolean in = (restrictions & PreparedPolicy.bit(each)) != 0;
      if (in && (longest == null || through(each) > through(longest))) {
        longest = each;
      }
    }
    return longest == null ? null : PreparedPolicy.RESTRICTED[longest.ordinal()];
  }

  /** The same item on another day. */
  void lookOn(long otherDay) {
    day = otherDay;
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

  /** The last day of a hold on the item or the account; the least long without one. */
  long heldThrough() {
    return heldThrough;
  }

  /** The last day on which no step at all may be taken, by law or fault; the least long without. */
  long blockedThrough() {
    return blockedThrough;
  }

  /** What leaves no step to be taken; null if nothing does. */
  Condition blockedBy() {
    return blockedBy;
  }

  /** The restrictions in force, a bit each. */
  int restrictions() {
    return restrictions;
  }

  /** The first later day on which a restriction is over. */
  long restrictionsChangeOn() {
    return restrictionsChangeOn;
  }

  private InvoiceHistory history() {
    return facts.invoices.get(place);
  }

  boolean isInInstalments() {
    return standing != null && !standing.balance().instalments().isEmpty();
  }

  /** What is open and not contested; of an item contested as a whole, all. */
  long open() {
    return open;
  }

  /** What of the item is overdue, given that some of it is. */
  long overdueOpen() {
    return isInInstalments() ? Math.min(open, standing.balance().openDueBefore(day)) : open;
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
    return currency.equals(facts.balances.currency(place)) ? open : 0;
  }

  @Override
  public long overdueMinor(CurrencyUnit currency) {
    return isOverdue() && openMinor(currency) > 0 ? overdueOpen() : 0;
  }

  @Override
  public long chargesReachOn(Money amount) {
    return facts.chargesReachOn(place, amount);
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
    long next = NEVER;
    if (isInInstalments()) {
      for (Instalment part : standing.balance().instalments()) {
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
  public PaymentProfile profile() {
    return facts.profile(day);
  }

  @Override
  public Percentage risk() {
    return facts.risk(day);
  }

  @Override
  public long riskChangesOn() {
    return facts.prepared.policy.riskModel().changesOnDay(facts.profile(day));
  }

  @Override
  public boolean settlementPossible() {
    return facts.endgame.settlementPossible(this, facts.balances.currency(place));
  }

  @Override
  public long settlementChangesOn() {
    return facts.endgame.settlementChangesOn(this);
  }

  @Override
  public List<RecoveryEstimate> routes() {
    return facts.endgame.routes(this, facts.balances.currency(place));
  }

  @Override
  public long routesChangeOn() {
    return facts.endgame.routesChangeOn(this);
  }

  @Override
  public long offeredThrough() {
    return standing == null ? NONE : standing.agreements().offerThroughDay();
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

  @Override
  public boolean quiet() {
    return facts.balances.isRoutine(place);
  }

  @Override
  public Standing standing() {
    return standing == null ? facts.balances.standing(place) : standing;
  }

  @Override
  public Standing account() {
    return facts.whole;
  }

  @Override
  public long issuedDay() {
    return facts.balances.issuedDay(place);
  }

  @Override
  public long takenDay(String step) {
    return Math.max(
        takenDay(standing().steps().columns(), step),
        takenDay(facts.whole.steps().columns(), step));
  }

  private static long takenDay(StepsTaken steps, String step) {
    for (int i = steps.count() - 1; i >= 0; i--) {
      if (steps.name(i).equals(step)) {
        return steps.day(i);
      }
    }
    return NONE;
  }

  @Override
  public long lastStepDay() {
    return Math.max(last(standing().steps().columns()), last(facts.whole.steps().columns()));
  }

  private static long last(StepsTaken steps) {
    return steps.count() == 0 ? NONE : steps.day(steps.count() - 1);
  }

  @Override
  public long planThrough() {
    return planThrough;
  }

  @Override
  public long planEndsOn() {
    return facts.planEndsOn(facts.plan(place), day);
  }

  @Override
  public boolean planBroken() {
    return facts.planBroken(facts.plan(place), day);
  }
}
