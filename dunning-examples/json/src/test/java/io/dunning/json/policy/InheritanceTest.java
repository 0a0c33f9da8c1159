package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy takes from the one that it extends, and what it changes. */
class InheritanceTest {
  private static final String BASE =
      """
      policy: base
      grace: 2 days
      ladder:
        - step: reminder
          at: 3 days past due
          take: send reminder by email
          tone: friendly
        - step: default
          at: 14 days past due
          take: place call
      ---
      policy: ours
      extends: base
      ladder:
      """;

  private static DunningPolicy ours(String change) {
    return PolicyFiles.parse(BASE + change.indent(2)).policy("ours");
  }

  private static String refused(String change) {
    PolicyFileException e = catchThrowableOfType(PolicyFileException.class, () -> ours(change));
    assertThat(e).as(change).isNotNull();
    return e.getMessage();
  }

  private static List<String> steps(DunningPolicy policy) {
    return policy.ladder().steps().stream().map(EscalationStep::name).toList();
  }

  @Test
  void aStepNamedDefaultIsChangedAsAnyOther() {
    DunningPolicy policy = ours("- step: default\n  at: 20 days past due\n");
    assertThat(steps(policy)).containsExactly("reminder", "default");
    assertThat(policy.ladder().steps().get(1).trigger()).hasToString("Optional[20 days past due]");
  }

  @Test
  void theWordDefaultDropsWhatAStepInherits() {
    assertThat(ours("- step: reminder\n  tone: default\n").ladder().steps().get(0).tone())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true,1", "yes,1", "Yes,1", "false,2", "no,2"})
  void removesAStepIfAsked(String flag, int left) {
    assertThat(steps(ours("- step: reminder\n  remove: " + flag + "\n"))).hasSize(left);
  }

  @Test
  void refusesToRemoveAStepPerhaps() {
    assertThat(refused("- step: reminder\n  remove: ja\n"))
        .isEqualTo("16:13: ladder[1].remove: \"ja\" is not true or false\n  Maybe \"true\"");
  }

  @Test
  void refusesTwoPlacesForAStep() {
    assertThat(refused("- step: reminder\n  before: reminder\n  after: default\n"))
        .startsWith("15:5: ladder[1]: cannot stand both before one step and after another")
        .endsWith("Maybe keep one of \"before\" and \"after\"");
  }
}
