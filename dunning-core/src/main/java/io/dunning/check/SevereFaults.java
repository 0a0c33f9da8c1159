package io.dunning.check;

import static io.dunning.check.PolicyFinding.error;
import static io.dunning.check.PolicyFinding.warning;
import static io.dunning.check.StepKinds.quoted;

import io.dunning.action.BackOfficeAction.FileClaim;
import io.dunning.action.BackOfficeAction.StopSupply;
import io.dunning.action.Message;
import io.dunning.event.Restriction;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds severe steps without the safeguards that they need. */
final class SevereFaults {
  private final DunningPolicy policy;
  private final List<EscalationStep> steps;
  private final List<PolicyFinding> all = new ArrayList<>();

  private SevereFaults(DunningPolicy policy) {
    this.policy = policy;
    steps = policy.ladder().steps();
  }

  static List<PolicyFinding> of(DunningPolicy policy) {
    SevereFaults found = new SevereFaults(policy);
    for (int i = 0; i < found.steps.size(); i++) {
      found.approval(i);
      found.notice(i);
      found.restriction(i);
    }
    found.afterHandOver();
    return found.all;
  }

  /** An endgame rule says which of its routes need a person; only a court is not left to it. */
  private void approval(int index) {
    EscalationStep step = steps.get(index);
    if (policy.needsApproval(step)) {
      return;
    }
    boolean chosen = policy.endgame().isPresent() && !StepKinds.has(step, FileClaim.class);
    if (StepKinds.isSevere(step) && !chosen) {
      unapproved(
          index,
          "step %s is severe and needs no approval: %s"
              .formatted(quoted(step), StepKinds.words(step)));
    } else if (StepKinds.has(step, StopSupply.class) && !isWarned(index)) {
      unapproved(
          index,
          "step %s stops supply without anyone's approval, and no notice or demand comes before it"
              .formatted(quoted(step)));
    }
  }

  private void unapproved(int index, String sentence) {
    all.add(warning(FindingKind.SEVERE_WITHOUT_APPROVAL, Place.of(index, "take"), sentence));
  }

  /** Whether a notice or a demand goes out before a step, once the debt is due. */
  private boolean isWarned(int index) {
    return IntStream.range(0, index)
        .filter(i -> Nominal.day(policy, i) > 0)
        .mapToObj(steps::get)
        .anyMatch(
            s -> StepKinds.has(s, Message.Notice.class) || StepKinds.has(s, Message.Demand.class));
  }

  private void notice(int index) {
    EscalationStep step = steps.get(index);
    boolean told =
        IntStream.range(0, index)
            .filter(i -> Nominal.day(policy, i) > 0)
            .anyMatch(i -> StepKinds.givesNotice(steps.get(i).actions()));
    if (StepKinds.handsOver(step) && !told) {
      all.add(
          error(
              FindingKind.NOTICE_MISSING,
              Place.step(index),
              ("step %s hands the debt over, but no step before it reminds the customer once the"
                      + " debt is overdue")
                  .formatted(quoted(step))));
    }
  }

  private void restriction(int index) {
    EscalationStep step = steps.get(index);
    for (Restriction each : step.allowedDuring()) {
      boolean barred =
          each == Restriction.CEASE_CONTACT
              || each == Restriction.BREATHING_SPACE
              || each == Restriction.HANDED_OVER;
      if (step.contactsCustomer() && barred) {
        all.add(
            warning(
                FindingKind.CONTACT_DURING_RESTRICTION,
                Place.of(index, "even during"),
                "step %s contacts the customer during a restriction that forbids it: %s"
                    .formatted(quoted(step), each)));
      }
    }
  }

  private void afterHandOver() {
    int first = 0;
    while (first < steps.size()
        && !(StepKinds.isSevere(steps.get(first)) && StepKinds.isUnconditional(steps.get(first)))) {
      first++;
    }
    for (int i = first + 1; i < steps.size(); i++) {
      if (steps.get(i).contactsCustomer()) {
        all.add(HandOverFaults.afterHandOver(i, steps.get(i), steps.get(first)));
      }
    }
  }
}
