package io.dunning.check;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.Conversation;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.action.Tone;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import java.util.List;
import java.util.stream.Collectors;

/** What kind of step it is, by its actions. */
final class StepKinds {
  private StepKinds() {}

  /** Whether the debt leaves the creditor's hands: to an agency or to a court. */
  static boolean handsOver(EscalationStep step) {
    for (DunningAction each : step.actions()) {
      if (handsOver(each)) {
        return true;
      }
    }
    return false;
  }

  static boolean handsOver(DunningAction action) {
    return action instanceof BackOfficeAction.ReferToAgency
        || action instanceof BackOfficeAction.FileClaim
        || action instanceof BackOfficeAction.SellClaim;
  }

  /** Whether a person should decide: the debt is handed over or given up, or supply is stopped. */
  static boolean needsPerson(DunningAction action) {
    return handsOver(action)
        || action instanceof BackOfficeAction.WriteOff
        || action instanceof BackOfficeAction.StopSupply;
  }

  static boolean needsPerson(EscalationStep step) {
    for (DunningAction each : step.actions()) {
      if (needsPerson(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the step hands over or gives up the debt. */
  static boolean isSevere(EscalationStep step) {
    return handsOver(step) || has(step, BackOfficeAction.WriteOff.class);
  }

  static boolean demands(EscalationStep step) {
    return has(step, Message.Demand.class) || step.tone().filter(t -> t == Tone.FINAL).isPresent();
  }

  /** Whether the customer is told of the debt in writing; this is notice once the debt is due. */
  static boolean givesNotice(List<DunningAction> actions) {
    for (DunningAction each : actions) {
      if (each instanceof Message.Notice
          || each instanceof Message.Demand
          || each instanceof Message.Reminder) {
        return true;
      }
    }
    return false;
  }

  static boolean has(EscalationStep step, Class<? extends DunningAction> action) {
    for (DunningAction each : step.actions()) {
      if (action.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is done about what a demand threatens with. */
  static boolean carriesOut(EscalationStep step) {
    return isSevere(step)
        || has(step, BackOfficeAction.StopSupply.class)
        || has(step, BackOfficeAction.BlockOrders.class)
        || has(step, BackOfficeAction.Task.class)
        || has(step, Conversation.Visit.class);
  }

  /** Whether the step is no more than a friendly word: a reminder, a message or a call. */
  static boolean isFriendly(EscalationStep step) {
    return step.contactsCustomer()
        && step.actions().stream()
            .allMatch(
                a ->
                    a instanceof Message.Reminder
                        || a instanceof Message.PlainMessage
                        || a instanceof Message.AskForPaymentMethod
                        || a instanceof Conversation);
  }

  static boolean isUnconditional(EscalationStep step) {
    return step.condition().equals(Condition.always());
  }

  static String words(EscalationStep step) {
    return step.actions().stream().map(Object::toString).collect(Collectors.joining(" and "));
  }

  static String quoted(EscalationStep step) {
    return "\"" + step.name() + "\"";
  }
}
