package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;

/** A step in words, for comparing policies. */
final class StepWords {
  private StepWords() {}

  /** Adds all that a step says beyond the defaults, attribute by attribute. */
  static void add(PolicyWords words, EscalationStep step) {
    String of = "step \"" + step.name() + "\": ";
    words.add(of + "at", step.trigger().orElseThrow());
    words.add(of + "takes", step.actions());
    if (!step.condition().equals(Condition.always())) {
      words.add(of + "only if", step.condition());
    }
    words.list(of + "requires", step.prerequisites());
    step.deadline().ifPresent(d -> words.add(of + "grants", d));
    words.list(of + "minimum", step.minimumAmounts().values());
    step.minimumDaysSinceLastContact()
        .ifPresent(d -> words.add(of + "days since the last contact", d));
    if (step.approvalNeeded()) {
      words.add(of + "approval", "of " + step.approver());
    }
    words.list(of + "or by", step.fallbackChannels());
    words.list(of + "to", step.addressees());
    words.list(of + "performed by", step.performers());
    words.list(of + "even during", step.allowedDuring());
    step.tone().ifPresent(t -> words.add(of + "tone", t));
    if (!step.softerTone().equals(Condition.never())) {
      words.add(of + "softer if", step.softerTone());
    }
    if (step.allowedWhileOverdue()) {
      words.add(of + "while an older invoice is overdue", "yes");
    }
  }
}
