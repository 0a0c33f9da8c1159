package io.dunning.check;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferFaultsTest {
  private static final EscalationStep OFFER =
      step("offer").at(daysPastDue(60)).take(offerSettlement(LETTER));
  private static final SettlementRule RULE = SettlementRule.lumpSum(percent("70"));

  private static List<String> lines(PolicyDraft draft) {
    return Findings.lines(OfferFaults.of(draft.build()));
  }

  @Test
  void aRuleForOffersNeedsAStepThatMakesOne() {
    assertThat(lines(sound().settlement(RULE.fromDaysPastDue(90))))
        .containsExactly(
            "offer-never-made at settlement: the policy has a settlement rule, but no step offers"
                + " a settlement");
    assertThat(lines(sound())).isEmpty();
  }

  @Test
  void anOfferComesOnceTheRuleAllowsIt() {
    assertThat(lines(policy(REMINDER, NOTICE, OFFER).settlement(RULE.fromDaysPastDue(61))))
        .containsExactly(
            "offer-too-early at ladder[3].at: step \"offer\" is reached about 60 days past due, but"
                + " an offer can be made from 61 days past due on");
    assertThat(lines(policy(REMINDER, NOTICE, OFFER).settlement(RULE.fromDaysPastDue(60))))
        .isEmpty();
  }

  @Test
  void aRuleForPlansNeedsAStepThatProposesOne() {
    assertThat(lines(sound().plans(PlanRule.monthly(6))))
        .containsExactly(
            "plan-never-proposed at payment plans: the policy has a rule for payment plans, but no"
                + " step proposes one");
    EscalationStep plan = step("plan").at(daysPastDue(60)).take(proposePlan(LETTER));
    assertThat(lines(policy(REMINDER, NOTICE, plan).plans(PlanRule.monthly(6)))).isEmpty();
  }
}
