package io.dunning.policy;

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
      EscalationStep granting = steps.get(i);
      if (granting.deadline().isPresent()) {
        for (EscalationStep later : steps.subList(i + 1, steps.size())) {
          withinDeadline(granting, later).ifPresent(all::add);
        }
      }
    }
    return List.copyOf(all);
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
