package io.dunning.policy;

import io.dunning.action.DunningAction;
import io.dunning.calendar.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is probably a mistake in a policy. */
final class PolicyWarnings {
  private PolicyWarnings() {}

  /** All warnings, a sentence each, in the order of the ladder; none for most policies. */
  static List<String> of(DunningPolicy policy) {
    List<String> all = new ArrayList<>();
    List<EscalationStep> steps = policy.ladder().steps();
    for (int i = 0; i < steps.size(); i++) {
      EscalationStep step = steps.get(i);
      if (step.deadline().isPresent()) {
        for (EscalationStep later : steps.subList(i + 1, steps.size())) {
          withinDeadline(step, later).ifPresent(all::add);
        }
      }
      handover(steps, i).ifPresent(all::add);
      if (step.actions().contains(DunningAction.assessCharges()) && policy.charges().isNone()) {
        all.add("step \"%s\": assesses charges, but the policy has none".formatted(step.name()));
      }
    }
    return List.copyOf(all);
  }

  /**
   * A step that hands the debt over keeps no distance to contacts. Once its trigger is reached, it
   * can follow a late demand on the same day.
   */
  private static Optional<String> handover(List<EscalationStep> steps, int index) {
    EscalationStep step = steps.get(index);
    boolean handsOver =
        step.actions().contains(DunningAction.referToAgency())
            || step.actions().contains(DunningAction.fileClaim());
    int last = index - 1;
    while (last >= 0 && steps.get(last).deadline().isEmpty()) {
      last--;
    }
    if (!handsOver || step.contactsCustomer() || last < 0) {
      return Optional.empty();
    }
    EscalationStep granting = steps.get(last);
    boolean named = withinDeadline(granting, step).isPresent();
    return named || waitsForDeadline(steps, step, granting)
        ? Optional.empty()
        : Optional.of(
            ("step \"%s\": if the ladder is late, comes on the same day as \"%s\", before its deadline"
                    + " of %s is over\nMaybe \"%s\"")
                .formatted(
                    step.name(),
                    granting.name(),
                    granting.deadline().orElseThrow(),
                    Trigger.afterDeadlineOf(granting.name(), Days.calendarDays(1))));
  }

  /**
   * Whether a step waits for the deadline that an earlier one granted, or counts from that step;
   * too few days after it are warned of by their number.
   */
  private static boolean waitsForDeadline(
      List<EscalationStep> steps, EscalationStep step, EscalationStep granting) {
    for (Condition each : step.prerequisites()) {
      if (each instanceof StepCondition.DaysSinceStep since
          && since.step().equals(granting.name())
          && since.days() > DayBounds.of(granting.deadline().orElseThrow()).latest()) {
        return true;
      }
    }
    Trigger trigger = step.trigger().orElseThrow();
    String anchor =
        trigger instanceof Trigger.AfterStep after
            ? after.step()
            : trigger instanceof Trigger.AfterDeadline after ? after.step() : null;
    if (anchor == null) {
      return false;
    }
    if (anchor.equals(granting.name())) {
      return true;
    }
    return steps.stream()
        .skip(steps.indexOf(granting) + 1L)
        .filter(s -> s.name().equals(anchor))
        .anyMatch(s -> waitsForDeadline(steps, s, granting));
  }

  private static Optional<String> withinDeadline(EscalationStep granting, EscalationStep later) {
    Days granted = granting.deadline().orElseThrow();
    Optional<Days> distance = distance(granting, later);
    return distance.filter(d -> isWithin(d, granted)).isPresent()
        ? Optional.of(
            "step \"%s\": comes %s after \"%s\", while its deadline of %s is not over"
                .formatted(later.name(), distance.get(), granting.name(), granted))
        : Optional.empty();
  }

  private static boolean isWithin(Days days, Days granted) {
    return days.unit() == granted.unit()
        ? days.count() <= granted.count()
        : DayBounds.of(days).latest() <= DayBounds.of(granted).earliest();
  }

  /** How long after a step a later one comes; empty if that differs from debt to debt. */
  private static Optional<Days> distance(EscalationStep step, EscalationStep later) {
    if (later.trigger().orElseThrow() instanceof Trigger.AfterStep after) {
      return after.step().equals(step.name()) ? Optional.of(after.days()) : Optional.empty();
    }
    if (step.trigger().orElseThrow() instanceof Trigger.PastDue first
        && later.trigger().orElseThrow() instanceof Trigger.PastDue second
        && first.days().unit() == second.days().unit()
        && second.days().count() >= first.days().count()) {
      int count = second.days().count() - first.days().count();
      return Optional.of(new Days(count, first.days().unit()));
    }
    return Optional.empty();
  }
}
