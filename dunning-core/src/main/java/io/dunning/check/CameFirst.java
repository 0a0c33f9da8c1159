package io.dunning.check;

import io.dunning.evaluation.Recommendation;
import io.dunning.event.DeliveryEvent;
import io.dunning.policy.Invariant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether the step that an invariant puts first was taken about each invoice of a step. */
final class CameFirst {
  private final Invariant.NeverBefore never;

  /** The invoices of which no step was found yet. */
  private final Set<String> left;

  /** The invoices whose latest message, going back from the step, is known to have come back. */
  private final Set<String> cameBack = new HashSet<>();

  private CameFirst(Invariant.NeverBefore never, Recommendation step) {
    this.never = never;
    left = new HashSet<>(invoices(step));
  }

  /** Whether the step of an invariant came before the last step of a path, for each invoice. */
  static boolean isTold(Invariant.NeverBefore never, Path path) {
    CameFirst told = new CameFirst(never, path.step);
    for (Path each = path.before; !each.isStart() && !told.left.isEmpty(); each = each.before) {
      told.goBack(each);
    }
    return told.left.isEmpty();
  }

  private void goBack(Path each) {
    if (each.event instanceof DeliveryEvent.DeliveryFailed failed) {
      if (never.delivered() && failed.step().filter(never.step()::equals).isPresent()) {
        cameBack.addAll(each.invoice.isEmpty() ? left : Set.of(each.invoice));
      }
    } else if (each.isStep() && each.step.step().orElseThrow().equals(never.step())) {
      for (String invoice : invoices(each.step)) {
        if (!cameBack.remove(invoice)) {
          left.remove(invoice);
        }
      }
    }
  }

  private static List<String> invoices(Recommendation step) {
    return step.invoices().isEmpty() ? step.subject().invoices() : step.invoices();
  }
}
