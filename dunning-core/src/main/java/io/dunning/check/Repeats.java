package io.dunning.check;

import io.dunning.event.StepEvent;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import java.util.List;

/**
 * Says when a last step that is repeated again and again has been repeated often enough: nothing
 * but another event can bring anything new, and the event was tried after each repetition so far.
 */
final class Repeats {
  private static final int USUAL = 10;

  private final String last;
  private final int most;

  /** Counts no repetitions if a rule of the policy waits for a number of days. */
  Repeats(DunningPolicy policy, Boundary boundary, List<Invariant> invariants) {
    int steps = policy.ladder().steps().size();
    boolean repeats = policy.ladder().repeat().isPresent();
    boolean ages = boundary.conditions.values().stream().anyMatch(ConditionParts::namesDays);
    last = repeats && !ages ? policy.ladder().steps().get(steps - 1).name() : null;
    int enough = USUAL;
    for (Invariant each : invariants) {
      if (each instanceof Invariant.AtMost atMost) {
        enough = Math.max(enough, atMost.most() + 2);
      }
    }
    most = enough;
  }

  /** Whether nothing happened on a path but that its last steps were repeated often enough. */
  boolean isEnough(Path path) {
    if (last == null) {
      return false;
    }
    int enough = most * path.debtor.account().invoices().size();
    int count = 0;
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.isStep() && each.step.step().orElseThrow().equals(last)) {
        count++;
        if (count == enough) {
          return true;
        }
      } else if (!(each.event instanceof StepEvent.StepApproved)) {
        return false;
      }
    }
    return false;
  }
}
