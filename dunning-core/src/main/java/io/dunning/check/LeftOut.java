package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.LeftOutReason;
import io.dunning.evaluation.Reason;
import io.dunning.evaluation.StepReason;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Why steps were left out in a world, each with the reason that says most. */
final class LeftOut {
  private final DunningPolicy policy;
  private final DunningEvaluator evaluator;
  private final Map<String, Reason> reasons = new HashMap<>();

  LeftOut(DunningPolicy policy, BusinessCalendar calendar) {
    this.policy = policy;
    evaluator = DunningEvaluator.on(calendar);
  }

  void look(Account account, LocalDate day) {
    for (Explanation each : evaluator.explain(policy, account, day)) {
      for (Reason reason : each.reasons()) {
        reason
            .aboutStep()
            .ifPresent(
                step ->
                    reasons.merge(step, reason, (old, now) -> rank(now) >= rank(old) ? now : old));
      }
    }
  }

  Optional<Reason> why(String step) {
    return Optional.ofNullable(reasons.get(step));
  }

  /** That a step comes later, or too late, says less than why it does not come. */
  private static int rank(Reason reason) {
    if (isStillToCome(reason)) {
      return 0;
    }
    return reason instanceof LeftOutReason.StepPassedOver ? 1 : 2;
  }

  /** Whether a reason only says that a step comes later. */
  static boolean isStillToCome(Reason reason) {
    return reason instanceof LeftOutReason.StepBehind
        || reason instanceof StepReason.StepTooEarly
        || reason instanceof StepReason.StepAwaits;
  }
}
