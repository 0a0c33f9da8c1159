package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file tells where each rule of its policies stands. */
class PlacesTest {
  private static final String PARENT =
      """
      # the parent
      policy: parent
      hold while: dispute open
      ladder:
        - step: reminder
          at: 3 days past due
          take: send reminder by email
        - step: call
          at: 30 days past due
          take: place call
          only if: overdue at least 500.00 EUR
      """;
  private static final String CHILD =
      """
      policy: child
      extends: parent
      ladder:
        - step: call
          at: 25 days past due
        - step: agency
          at: 90 days past due
          take: [refer to agency, stop supply]
          requires: call was taken
      invariants:
        - never call while disputed
        - at most 3 letters in 30 days
      """;

  @TempDir Path folder;

  private PolicyFile child() throws IOException {
    Files.writeString(folder.resolve("parent.yaml"), PARENT);
    Path child = folder.resolve("child.yaml");
    Files.writeString(child, CHILD);
    return PolicyFiles.read(child);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | child.yaml:1:1
          hold while              | parent.yaml:3:13
          ladder                  | child.yaml:4:3
          ladder[1]               | parent.yaml:5:5
          ladder[1].take          | parent.yaml:7:11
          ladder[2]               | child.yaml:4:5
          ladder[2].at            | child.yaml:5:9
          ladder[2].only if       | parent.yaml:11:14
          ladder[2].grants        | child.yaml:4:5
          ladder[3].take[2]       | child.yaml:8:29
          ladder[3].requires[1]   | child.yaml:9:15
          ladder[3].requires[1].x | child.yaml:9:15
          ladder[4]               | child.yaml:4:3
          invariants[2]           | child.yaml:12:5
          grace                   | child.yaml:1:1
          settlement.offer[1]     | child.yaml:1:1
          """)
  void followsAPathIntoTheParent(String path, String place) throws IOException {
    PolicyFile file = child();
    assertThat(file.place(file.policy(), path)).hasToString(folder + "/" + place);
  }

  @Test
  void aTextHasLinesAndColumns() {
    PolicyFile file = PolicyFiles.parse(PARENT + "---\n" + PARENT.replace("parent", "other"));
    assertThat(file.place(file.policies().get(1), "ladder[1].at")).isEqualTo(new Place("", 18, 9));
    assertThat(file.place(file.policy("other"), "ladder[1].at")).hasToString("18:9");
  }

  @Test
  void policiesOfASetHavePlacesToo() throws IOException {
    child();
    Path set = folder.resolve("set.yaml");
    Files.writeString(set, "default policy: child\nsegments:\n  x: standard-b2b\n");
    PolicyFile file = PolicyFiles.read(set);
    DunningPolicy[] policies = file.set().orElseThrow().policies().toArray(DunningPolicy[]::new);
    assertThat(file.place(policies[0], "ladder[1]")).hasToString(folder + "/parent.yaml:5:5");
    assertThat(file.place(policies[1], "").file()).isEqualTo("standard-b2b.yaml");
  }

  @Test
  void aPolicyOfAnotherFileHasNone() throws IOException {
    PolicyFile file = child();
    DunningPolicy equal = child().policy();
    assertThatThrownBy(() -> file.place(equal, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policy was not read from this file: \"child\"");
  }
}
