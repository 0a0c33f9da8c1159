package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import java.util.List;

/**
 * The distance that a step keeps from the last contact with the customer.
 *
 * @param lastContact the day of the contact from which it is counted
 * @param allowedOn the first day on which the step may be taken
 */
record ContactGap(long lastContact, long allowedOn) {

  /**
   * The distance before a step: the days that the policy asks for since any contact, unless a
   * promise or plan broken since lifts them; and at least a day since a contact of this ladder, or
   * what the policy asks for between two steps.
   */
  static ContactGap before(PreparedStep step, Ladder ladder, NextChange.Watch change) {
    LedDebt debt = ladder.debt();
    long sinceAny = step.gap == 0 ? EpochDay.NONE : debt.books.contacts().last();
    long fromAny = sinceAny == EpochDay.NONE ? sinceAny : sinceAny + step.gap;
    if (fromAny > debt.day && new ContactGapWaiver(debt, change).appliesSince(sinceAny)) {
      fromAny = EpochDay.NONE;
    }
    long sinceOwn = step.contacts ? ladder.progress().lastContact() : EpochDay.NONE;
    long fromOwn = sinceOwn == EpochDay.NONE ? sinceOwn : sinceOwn + daysSinceOwn(ladder, sinceOwn);
    if (fromOwn > Math.max(debt.day, sinceOwn + 1)
        && new ContactGapWaiver(debt, change).appliesSince(sinceOwn)) {
      fromOwn = sinceOwn + 1;
    }
    return fromAny >= fromOwn
        ? new ContactGap(sinceAny, fromAny)
        : new ContactGap(sinceOwn, fromOwn);
  }

  /**
   * How long after a step that contacted the customer the candidate may come: never faster than the
   * triggers say, up to the days that the policy asks for. A candidate that names its own distance,
   * or comes on its day or not at all, or was brought forward, keeps a day.
   */
  private static long daysSinceOwn(Ladder ladder, long lastContact) {
    LedDebt debt = ladder.debt();
    PreparedPolicy policy = debt.books.policy;
    int most = policy.daysBetweenSteps;
    if (most <= 1 || policy.skips() || ladder.repeats() || ladder.isBroughtForward()) {
      return 1;
    }
    int before = debt.progress.stepOf(lastContact);
    int next = ladder.candidate();
    if (before < 0 || before == policy.steps[next].anchor) {
      return 1;
    }
    long last = debt.progress.onTime(before);
    long then = debt.progress.onTime(next);
    boolean unknown = last == EpochDay.NEVER || then == EpochDay.NEVER;
    return unknown ? most : Math.max(1, Math.min(most, then - last));
  }

  /** Whether a promise or plan broken since the last contact lets the next step come at once. */
  private record ContactGapWaiver(LedDebt debt, NextChange.Watch change) {

    boolean appliesSince(long contact) {
      Books books = debt.books;
      PreparedPolicy policy = books.policy;
      boolean own = !debt.isPlain();
      boolean whole = !books.balances.isAccountPlain();
      if (policy.agreements.promiseLiftsGap
          && (own && isBroken(debt.standing(), contact, true)
              || whole && isBroken(books.whole, contact, false))) {
        return true;
      }
      return policy.agreements.planLiftsGap
          && (own && isBroken(books.agreed.plan(debt.place), contact)
              || whole && isBroken(books.agreed.accountPlan(), contact));
    }

    private boolean isBroken(PlanOutcome plan, long contact) {
      long on = Breaches.on(plan);
      if (on > debt.day) {
        change.by(on);
      }
      return on <= debt.day && on > contact;
    }

    private boolean isBroken(Standing standing, long contact, boolean own) {
      if (!standing.agreements().isPromised()) {
        return false;
      }
      PromiseToPay promise = standing.agreements().promise().orElseThrow();
      long through = debt.books.policy.promiseThrough(promise);
      if (promise.until().toEpochDay() < contact) {
        return false;
      }
      if (through >= debt.day) {
        change.by(through + 1);
        return false;
      }
      if (!debt.books.account.hasMoneyMoved()) {
        return promise.amount().map(Money::isPositive).orElse(true);
      }
      List<PromiseOutcome> outcomes =
          own ? debt.books.agreed.promises(debt.place) : debt.books.agreed.accountPromises();
      return outcomes.get(outcomes.size() - 1).state() != PromiseOutcome.State.KEPT;
    }
  }
}
