package io.dunning.check;

import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.task;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.policy.Condition.brokenPromisesAtLeast;
import static io.dunning.policy.Condition.daysPastDueAtLeast;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.disputesAtLeast;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import org.junit.jupiter.api.Test;

/** What may happen a second time once it is over: a promise, a restriction, a dispute. */
class SecondTimeTest {
  private static final Condition TWO_BROKEN = brokenPromisesAtLeast(2);
  private static final EscalationStep AGENCY =
      step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval().onlyIf(TWO_BROKEN);
  private static final EscalationStep DEMAND = FaultyPolicies.DEMAND.at(daysPastDue(90));

  @Test
  void aSecondPromiseIsBroken() {
    Invariant demandFirst = Invariant.neverBefore(referToAgency(), "demand");
    PolicyReport report =
        PolicyCheck.of(policy(REMINDER, AGENCY, DEMAND).keeping(demandFirst).build()).run();
    assertThat(report.invariants())
        .extracting(InvariantAnswer::verdict)
        .containsExactly(InvariantAnswer.Verdict.VIOLATED);
    assertThat(report.findings())
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.STEP_UNREACHABLE, FindingKind.CONDITION_NEVER_TRUE);
  }

  /**
   * A breathing space and a promise that are over leave a debt in one state, and a breathing space
   * may follow on each.
   */
  @Test
  void aSecondRestrictionFollows() {
    Condition onDay60 = daysPastDueAtLeast(60).and(daysPastDueAtLeast(61).not());
    Condition later = onDay60.and(daysSince(1, "task").not()).and(taken("task"));
    PolicyReport report =
        PolicyCheck.of(
                policy(
                        step("heads-up").at(daysBeforeDue(3)).take(task("look")),
                        step("task")
                            .at(daysPastDue(29))
                            .take(task("call"))
                            .onlyIf(taken("heads-up").not()),
                        FaultyPolicies.NOTICE.at(daysPastDue(55)).onlyIf(later))
                    .build())
            .run();
    assertThat(report.findings())
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.STEP_UNREACHABLE);
  }

  /** A dispute has to end before the next: that takes three events. */
  @Test
  void twoDisputesTakeMoreThanTwoEvents() {
    PolicyReport report =
        PolicyCheck.of(policy(REMINDER, DEMAND.onlyIf(disputesAtLeast(2, "goods"))).build()).run();
    assertThat(report.findings())
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.STEP_UNREACHABLE, FindingKind.CONDITION_NEVER_TRUE);
    assertThat(report.undecided()).anyMatch(u -> u.contains("\"demand\" was not reached"));
  }
}
