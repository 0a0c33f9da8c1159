package io.dunning.policy;

import java.util.Collection;
import java.util.stream.Collectors;

/** How a step reads: its name, its trigger, what it asks, what it does, to whom and how. */
final class StepText {
  private StepText() {}

  static String of(EscalationStep step) {
    StringBuilder text = new StringBuilder(step.name());
    step.trigger().ifPresent(t -> text.append(": ").append(t));
    if (!step.condition().equals(Condition.always())) {
      text.append(", only if ").append(step.condition());
    }
    step.prerequisites().forEach(p -> text.append(", requires ").append(p));
    step.minimumAmounts().values().forEach(m -> text.append(", from ").append(m));
    step.minimumDaysSinceLastContact()
        .ifPresent(d -> text.append(", ").append(d).append(" days since the last contact"));
    for (int i = 0; i < step.actions().size(); i++) {
      text.append(i == 0 ? ": " : ", ").append(step.actions().get(i));
    }
    step.fallbackChannels().forEach(c -> text.append(" or ").append(c));
    text.append(choice(", to ", step.addressees())).append(choice(", through ", step.performers()));
    step.tone().ifPresent(t -> text.append(", ").append(t));
    if (!step.softerTone().equals(Condition.never())) {
      text.append(", softer if ").append(step.softerTone());
    }
    step.deadline().ifPresent(d -> text.append(", grants ").append(d));
    step.allowedDuring().forEach(r -> text.append(", even if ").append(r));
    text.append(step.allowedWhileOverdue() ? ", even while an older invoice is overdue" : "");
    if (step.approvalNeeded()) {
      text.append(", with approval");
      text.append(step.approver().equals("a person") ? "" : " of " + step.approver());
    }
    return text.toString();
  }

  private static String choice(String before, Collection<?> all) {
    return all.isEmpty()
        ? ""
        : all.stream().map(Object::toString).collect(Collectors.joining(" or ", before, ""));
  }
}
