package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import io.dunning.scenario.StoryDay;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyCheckTest {
  /** What is found by building a policy. */
  private static final Set<FindingKind> REFUSED =
      Set.of(FindingKind.UNKNOWN_STEP, FindingKind.CONTRADICTION);

  static List<FaultyPolicies.Fault> faults() {
    return FaultyPolicies.all();
  }

  static List<DunningPolicy> good() {
    return GoodPolicies.all();
  }

  static Stream<FindingKind> kinds() {
    return Arrays.stream(FindingKind.values()).filter(k -> !REFUSED.contains(k));
  }

  private static PolicyReport check(DunningPolicy policy) {
    return PolicyCheck.of(policy).on(BusinessCalendar.weekends()).events(1).run();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEachFaultAtItsPlace(FaultyPolicies.Fault fault) {
    PolicyReport report = check(fault.policy());
    assertThat(report.findings())
        .as(report.toString())
        .anyMatch(f -> f.kind() == fault.kind() && f.place().equals(fault.place()));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyExampleIsAStoryThatAScenarioTells(FaultyPolicies.Fault fault) {
    for (PolicyFinding each : check(fault.policy()).findings()) {
      each.example().ifPresent(w -> w.scenario().tells(w.story().toArray(new StoryDay[0])));
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void isSilentAboutGoodPolicies(DunningPolicy policy) {
    PolicyReport report = check(policy);
    assertThat(report.faults()).as(report.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void knowsAFaultyAndASoundPolicyOfEachKind(FindingKind kind) {
    assertThat(faults()).extracting(FaultyPolicies.Fault::kind).contains(kind);
    PolicyReport report = check(SoundPolicies.without(kind));
    assertThat(report.findings())
        .as(report.toString())
        .extracting(PolicyFinding::kind)
        .doesNotContain(kind);
  }

  @Test
  void turnsWhatCannotBeBuiltIntoFindings() {
    assertThat(refusals(FaultyPolicies.sound().brokenPromise(Resumption.at("nowhere"))))
        .extracting(PolicyFinding::kind)
        .containsExactly(FindingKind.UNKNOWN_STEP);
    assertThat(refusals(FaultyPolicies.sound().minimumDaysBetweenContacts(-1)))
        .extracting(PolicyFinding::kind)
        .containsExactly(FindingKind.CONTRADICTION);
    assertThat(
            refusals(
                FaultyPolicies.policy(
                    EscalationStep.step("call")
                        .at(Trigger.after("letter", Days.calendarDays(3)))
                        .take(DunningAction.placeCall()))))
        .hasToString(
            "[error unknown-step: step \"call\": counts from \"letter\", which is not an earlier"
                + " step]");
  }

  private static List<PolicyFinding> refusals(PolicyDraft draft) {
    try {
      draft.build();
      return List.of();
    } catch (InvalidPolicyException e) {
      return PolicyFinding.of(e);
    }
  }
}
