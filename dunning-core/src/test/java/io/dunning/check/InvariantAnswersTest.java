package io.dunning.check;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.check.OneWorld.CALENDAR;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Invariant.atMost;
import static io.dunning.policy.Invariant.chargesAtMost;
import static io.dunning.policy.Invariant.neverBefore;
import static io.dunning.policy.Invariant.noContactAfterPayment;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.LateFee;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.PolicyReport.InvariantAnswer.Verdict;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.Invariant.During;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.SettlementRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InvariantAnswersTest {
  private static final EscalationStep CALL = step("call").at(daysPastDue(20)).take(placeCall());

  private static PolicyDraft charging(String fee) {
    return policy(DEMAND.take(assessCharges())).lateFee(LateFee.flat(eur(fee)).at("demand"));
  }

  private static InvariantWatch watch(PolicyDraft draft, Invariant... invariants) {
    return new InvariantWatch(draft.build(), CALENDAR, List.of(invariants));
  }

  @Test
  void looksBackAsFarAsInvariantsAndOffersDo() {
    assertThat(watch(sound()).lookBack()).isEqualTo(LookBack.NONE);
    assertThat(watch(sound(), noContactAfterPayment(5), noContactAfterPayment(3)).lookBack())
        .isEqualTo(new LookBack(6, 0));
    assertThat(watch(sound(), atMost(1, LETTER, 7), atMost(2, LETTER, 3)).lookBack())
        .isEqualTo(new LookBack(0, 7));
    EscalationStep offer = step("offer").at(daysPastDue(60)).take(offerSettlement(LETTER));
    PolicyDraft offering = policy(offer).settlement(SettlementRule.lumpSum(percent("70")));
    assertThat(watch(offering, noContactAfterPayment(5)).lookBack()).isEqualTo(new LookBack(8, 0));
  }

  private static Verdict undecided(PolicyDraft draft, Invariant invariant, int step) {
    Answers answers = new Answers();
    String place = Place.of(step, "only if");
    answers.watch(place, Condition.described("sunny", s -> true));
    return watch(draft, invariant).answers(Optional.empty(), answers).get(0).verdict();
  }

  /** A condition of the author's own at the last step matters to what that step can violate. */
  @Test
  void isInconclusiveUpToTheLastStepThatCouldViolateIt() {
    PolicyDraft draft = policy(CALL, AGENCY.at(daysPastDue(30)), NOTICE.at(daysPastDue(40)));
    Invariant calls = Invariant.never(placeCall(), During.DISPUTED);
    assertThat(undecided(draft, calls, 0)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(undecided(draft, calls, 1)).isEqualTo(Verdict.HOLDS);
    Invariant agency = neverBefore(referToAgency(), "call");
    assertThat(undecided(draft, agency, 1)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(undecided(draft, agency, 2)).isEqualTo(Verdict.HOLDS);
    assertThat(undecided(draft, atMost(9, LETTER, 3), 2)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(undecided(policy(CALL, AGENCY.at(daysPastDue(30))), atMost(9, LETTER, 3), 1))
        .isEqualTo(Verdict.HOLDS);
    assertThat(undecided(draft, chargesAtMost(percent("5")), 0)).isEqualTo(Verdict.HOLDS);
    assertThat(undecided(charging("5.00"), chargesAtMost(percent("5")), 0))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void isInconclusiveIfTheBudgetEnded() {
    InvariantAnswer cut =
        watch(sound(), atMost(9, LETTER, 3))
            .answers(Optional.of("the budget ended"), new Answers())
            .get(0);
    assertThat(cut.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(cut.why()).isEqualTo("the budget ended");
    assertThat(cut.example()).isEmpty();
  }

  @Test
  void namesStepsThatThePolicyDoesNotHave() {
    assertThat(
            Findings.lines(
                watch(sound(), atMost(9, LETTER, 3), neverBefore(placeCall(), "finl"))
                    .unknownSteps()))
        .containsExactly(
            "unknown-step at invariants[2]: \"finl\" is no step of the policy; its steps are"
                + " \"reminder\", \"notice\", \"demand\", \"agency\"");
    assertThat(watch(policy(REMINDER), neverBefore(placeCall(), "reminder")).unknownSteps())
        .isEmpty();
  }

  @Test
  void aStepThatWasNotReachedMayStillViolate() {
    InvariantWatch watch = watch(sound(), neverBefore(referToAgency(), "demand"));
    int agency = sound().build().ladder().indexOf("agency");
    watch.notReached(new TreeMap<>(Map.of(0, "the reminder was not reached")));
    assertThat(watch.answers(Optional.empty(), new Answers()).get(0).verdict())
        .isEqualTo(Verdict.HOLDS);
    watch.notReached(new TreeMap<>(Map.of(agency, "the agency was not reached")));
    InvariantAnswer found = watch.answers(Optional.empty(), new Answers()).get(0);
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.why()).isEqualTo("the agency was not reached");
  }

  /** Only some combinations of eight tags and an amount are tried. */
  @Test
  void whatOnlyAnUntriedCustomerReachesIsNotSaidToHold() {
    Condition rare = overdueAtLeast(eur("100.00")).not();
    for (int i = 0; i < 8; i++) {
      rare = customerTagged("t" + i).and(rare);
    }
    EscalationStep call = step("early").at(daysPastDue(5)).take(placeCall()).onlyIf(rare);
    PolicyReport report =
        PolicyCheck.of(policy(REMINDER, call).build())
            .keeping(Invariant.never(placeCall(), During.DISPUTED))
            .events(1)
            .run();
    assertThat(report.invariants().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.invariants().get(0).why())
        .isEqualTo("ladder[2]: step \"early\" was not reached");
  }
}
