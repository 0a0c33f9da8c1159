package io.dunning.evaluation;

import io.dunning.policy.EscalationLadder;
import io.dunning.policy.Trigger;

/** How a trigger counts; a new kind of trigger has to be answered here. */
enum Counting {
  BEFORE_DUE,
  PAST_DUE,
  END_OF_MONTH,
  AFTER_INVOICE,
  AFTER_STEP,
  AFTER_DEADLINE;

  static final Trigger.Visitor<Counting> OF =
      new Trigger.Visitor<>() {
        @Override
        public Counting beforeDue(Trigger.BeforeDue trigger) {
          return BEFORE_DUE;
        }

        @Override
        public Counting pastDue(Trigger.PastDue trigger) {
          return PAST_DUE;
        }

        @Override
        public Counting endOfMonthPastDue(Trigger.EndOfMonthPastDue trigger) {
          return END_OF_MONTH;
        }

        @Override
        public Counting afterInvoice(Trigger.AfterInvoice trigger) {
          return AFTER_INVOICE;
        }

        @Override
        public Counting afterStep(Trigger.AfterStep trigger) {
          return AFTER_STEP;
        }

        @Override
        public Counting afterDeadline(Trigger.AfterDeadline trigger) {
          return AFTER_DEADLINE;
        }
      };

  /** The earlier step from which a trigger counts; -1 if it counts from a date. */
  static int anchor(Trigger trigger, EscalationLadder ladder) {
    if (trigger instanceof Trigger.AfterStep after) {
      return ladder.indexOf(after.step());
    }
    return trigger instanceof Trigger.AfterDeadline after ? ladder.indexOf(after.step()) : -1;
  }
}
