package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.PersonRole;
import io.dunning.event.Restriction;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import java.util.List;
import java.util.function.BiFunction;

/** A step with its parts in variables, so that some of them can be left out or changed. */
final class StepDraft {
  private final EscalationStep from;
  private final String place;
  private final BiFunction<String, Condition, Condition> conditions;
  List<DunningAction> actions;
  boolean approval;

  StepDraft(EscalationStep from) {
    this(from, "", (place, condition) -> condition);
  }

  StepDraft(
      EscalationStep from, String place, BiFunction<String, Condition, Condition> conditions) {
    this.from = from;
    this.place = place;
    this.conditions = conditions;
    actions = from.actions();
    approval = from.approvalNeeded();
  }

  StepDraft doing(List<DunningAction> other) {
    actions = other;
    return this;
  }

  StepDraft unapproved() {
    approval = false;
    return this;
  }

  EscalationStep build() {
    EscalationStep step =
        EscalationStep.step(from.name())
            .take(actions.toArray(new DunningAction[0]))
            .onlyIf(conditions.apply(place + ".only if", from.condition()))
            .orBy(from.fallbackChannels().toArray(new Channel[0]))
            .addressedTo(from.addressees().toArray(new PersonRole[0]))
            .evenDuring(from.allowedDuring().toArray(new Restriction[0]));
    step = from.trigger().map(step::at).orElse(step);
    step = from.deadline().map(step::grants).orElse(step);
    if (from.minimumDaysSinceLastContact().isPresent()) {
      step = step.minimumDaysSinceLastContact(from.minimumDaysSinceLastContact().getAsInt());
    }
    for (var amount : from.minimumAmounts().values()) {
      step = step.minimumAmount(amount);
    }
    step = from.allowedWhileOverdue() ? step.evenWhileOverdue() : step;
    step = approval ? step.needsApprovalOf(from.approver()) : step;
    return conditioned(step);
  }

  private EscalationStep conditioned(EscalationStep step) {
    EscalationStep made = step;
    for (int i = 0; i < from.prerequisites().size(); i++) {
      made =
          made.requires(
              conditions.apply(
                  place + "." + Place.item("requires", i), from.prerequisites().get(i)));
    }
    for (int i = 0; i < from.performers().size(); i++) {
      Assignment each = from.performers().get(i);
      made =
          made.performedBy(
              each.performer(),
              conditions.apply(
                  place + "." + Place.item("performed by", i) + ".only if", each.condition()));
    }
    if (from.tone().isPresent()) {
      made =
          made.tone(
              from.tone().get(), conditions.apply(place + ".softer tone if", from.softerTone()));
    }
    return made;
  }
}
