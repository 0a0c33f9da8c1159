package io.dunning.evaluation;

import io.dunning.calendar.Days;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.util.List;

/** What a policy says about the delivery of its letters, taken apart once. */
final class PreparedDelivery {
  /** After how long the letter of a step counts as delivered; null if never. */
  final Days presumedAfter;

  /** After how long the delivery of a step that others wait for is given up; null if never. */
  private final Days givenUpAfter;

  /** The steps whose delivery another step requires. */
  private final boolean[] awaited;

  PreparedDelivery(DunningPolicy policy) {
    presumedAfter = policy.outreach().deliveryPresumedAfter().orElse(null);
    givenUpAfter = policy.outreach().deliveryGivenUpAfter().orElse(null);
    List<EscalationStep> steps = policy.ladder().steps();
    awaited = new boolean[steps.size()];
    for (int i = 0; i < awaited.length; i++) {
      Condition delivered = Condition.delivered(steps.get(i).name());
      awaited[i] = steps.stream().anyMatch(s -> s.prerequisites().contains(delivered));
    }
  }

  /** Whether the delivery of some step may be given up. */
  boolean isGivenUp() {
    return givenUpAfter != null;
  }

  /** After how long the delivery of a step is given up if it is not confirmed; null if never. */
  Days givenUpAfter(int index) {
    return awaited[index] ? givenUpAfter : null;
  }
}
