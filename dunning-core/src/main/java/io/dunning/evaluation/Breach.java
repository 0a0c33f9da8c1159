package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;

/**
 * A broken promise or plan after which the ladder goes on at a certain step.
 *
 * @param step the place of that step; -1 if nothing was broken that brings the ladder forward
 * @param on the first day on which it goes on there
 * @param nextOn the next day on which a promise or plan that runs is broken
 */
record Breach(int step, long on, long nextOn) {
  static final Breach NONE = new Breach(-1, EpochDay.NEVER, EpochDay.NEVER);

  /**
   * The breach of the present cycle that takes the ladder furthest; of equals, the earliest. What
   * was broken stays so if it is taken back later.
   */
  static Breach of(Books books, LeadingItem lead, long restartedOn, long day) {
    int place = lead.place();
    long from = Math.max(lead.due() + 1, restartedOn);
    Breach found = NONE;
    PreparedPolicy policy = books.policy;
    if (policy.agreements.afterPromise >= 0) {
      for (PromiseOutcome each : books.agreed.promises(place)) {
        found = found.or(policy.agreements.afterPromise, Breaches.on(each), from, day);
      }
      for (PromiseOutcome each : books.agreed.accountPromises()) {
        if (books.agreed.isAbout(place, each.promise())) {
          found = found.or(policy.agreements.afterPromise, Breaches.on(each), from, day);
        }
      }
    }
    if (policy.agreements.afterPlan >= 0) {
      for (PlanOutcome each : books.agreed.plans(place)) {
        found = found.or(policy.agreements.afterPlan, Breaches.on(each), from, day);
      }
      for (PlanOutcome each : books.agreed.accountPlans()) {
        if (books.agreed.isAbout(place, each.plan().date())) {
          found = found.or(policy.agreements.afterPlan, Breaches.on(each), from, day);
        }
      }
    }
    return found;
  }

  private Breach or(int other, long otherOn, long from, long day) {
    if (otherOn > day) {
      return new Breach(step, on, Math.min(nextOn, otherOn));
    }
    boolean further = other > step || other == step && otherOn < on;
    return otherOn >= from && further ? new Breach(other, otherOn, nextOn) : this;
  }
}
