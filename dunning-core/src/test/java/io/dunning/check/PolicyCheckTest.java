package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.StoryDay;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyCheckTest {
  static List<FaultyPolicies.Fault> faults() {
    return FaultyPolicies.all();
  }

  static List<DunningPolicy> good() {
    return FaultyPolicies.good();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEachFaultAtItsPlace(FaultyPolicies.Fault fault) {
    PolicyReport report = PolicyCheck.of(fault.policy()).events(1).run();
    assertThat(report.findings())
        .as(report.toString())
        .anyMatch(f -> f.kind() == fault.kind() && f.place().equals(fault.place()));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyExampleIsAStoryThatAScenarioTells(FaultyPolicies.Fault fault) {
    for (PolicyFinding each : PolicyCheck.of(fault.policy()).events(1).run().findings()) {
      each.example().ifPresent(w -> w.scenario().tells(w.story().toArray(new StoryDay[0])));
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void isSilentAboutGoodPolicies(DunningPolicy policy) {
    PolicyReport report = PolicyCheck.of(policy).events(1).run();
    assertThat(report.faults()).as(report.toString()).isEmpty();
  }
}
