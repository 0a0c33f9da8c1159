package io.dunning.check;

import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.planActive;
import static io.dunning.policy.Condition.promiseActive;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.check.PolicyFinding.Severity;
import io.dunning.event.Concession;
import io.dunning.ledger.Patience;
import io.dunning.policy.Condition;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.PlanRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Customers who keep a payment plan, and are chased. */
class PlanWorldsTest {
  private static final Condition NO_PLANS = disputeOpen().or(promiseActive());

  private static List<PolicyFinding> chased(PolicyDraft draft, int events) {
    return PolicyCheck.of(draft.build()).events(events).run().findings().stream()
        .filter(f -> f.kind() == FindingKind.CHASED_WHILE_IN_PLAN)
        .toList();
  }

  @Test
  void aHoldThatForgetsPlansIsWorthANote() {
    List<PolicyFinding> found = chased(sound().holdWhile(NO_PLANS), 1);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).severity()).isEqualTo(Severity.NOTE);
    World world = found.get(0).example().orElseThrow();
    assertThat(world.moments()).extracting(Object::toString).anyMatch(m -> m.contains("plan"));
  }

  @Test
  void isAWarningWhereThePolicyHasPlans() {
    PlanRule monthly = PlanRule.monthly(6);
    assertThat(chased(sound().plans(monthly).holdWhile(NO_PLANS), 1))
        .extracting(PolicyFinding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(chased(sound().plans(monthly), 1)).isEmpty();
  }

  @Test
  void aHoldThatKnowsPlansIsSilent() {
    assertThat(chased(sound(), 1)).isEmpty();
    assertThat(chased(sound().holdWhile(NO_PLANS.or(planActive())), 1)).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutAnEvent() {
    assertThat(chased(sound().holdWhile(NO_PLANS), 0)).isEmpty();
  }

  /** Who has no patience with plans does not wait for one. */
  @Test
  void whoGrantsNoPlanIsNotPatient() {
    Patience none = Patience.UNLIMITED.atMost(0, Concession.PLAN);
    assertThat(chased(sound().holdWhile(NO_PLANS).patience(none), 1)).isEmpty();
  }
}
