package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;

/** When the customer was contacted, about whatever invoice. */
final class Contacts {
  private final PreparedPolicy policy;
  private final Balances balances;
  private long last;
  private boolean known;

  Contacts(PreparedPolicy policy, Balances balances) {
    this.policy = policy;
    this.balances = balances;
  }

  /** The day of the last contact; {@link EpochDay#NONE} without one. */
  long last() {
    if (!known) {
      last = find();
      known = true;
    }
    return last;
  }

  private long find() {
    long found = Math.max(balances.lastContactDay(), last(balances.accountSteps()));
    if (balances.anyWithdrawnSteps()) {
      found = Math.max(found, lastWithdrawn(balances.whole()));
    }
    for (int i = 0; balances.anyInvoiceSteps() && i < balances.size(); i++) {
      Standing standing = balances.standing(i);
      found = Math.max(found, Math.max(last(standing.steps().columns()), lastWithdrawn(standing)));
    }
    return found;
  }

  private long last(StepsTaken steps) {
    for (int i = steps.count() - 1; i >= 0; i--) {
      if (isContact(steps, i)) {
        return steps.day(i);
      }
    }
    return EpochDay.NONE;
  }

  private long lastWithdrawn(Standing standing) {
    long found = EpochDay.NONE;
    for (StepTaken step : standing.steps().withdrawn()) {
      boolean contact = step.channel().isPresent() || isContact(policy.indexOf(step.step()));
      found = contact ? step.date().toEpochDay() : found;
    }
    return found;
  }

  /** Whether a step that was taken reached out to the customer. */
  boolean isContact(StepsTaken steps, int i) {
    return steps.hasChannel(i) || isContact(policy.indexOf(steps.name(i)));
  }

  /** A step without a channel is a contact unless the policy knows it as something else. */
  private boolean isContact(int index) {
    return index < 0 || policy.steps[index].contacts;
  }
}
