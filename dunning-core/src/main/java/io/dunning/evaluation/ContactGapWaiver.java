package io.dunning.evaluation;

import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import java.util.List;

/** Whether a promise or plan broken since the last contact lets the next step come at once. */
record ContactGapWaiver(LedDebt debt, NextChange.Watch change) {

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
            || whole && isBroken(books.agreed.accountPlanAbout(debt.place), contact));
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
    if (!own && !debt.books.agreed.isAbout(debt.place, promise)) {
      return false;
    }
    long through = debt.books.policy.promiseThrough(promise);
    if (through < contact) {
      return false;
    }
    if (through >= debt.day) {
      change.by(through + 1);
      return false;
    }
    List<PromiseOutcome> outcomes =
        own ? debt.books.agreed.promises(debt.place) : debt.books.agreed.accountPromises();
    return !outcomes.get(outcomes.size() - 1).isKept();
  }
}
