package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest extends CommandFixture {
  static List<String> shipped() {
    return PolicyFiles.shippedNames();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void findsNoFaultInAShippedPolicy(String policy) {
    Run run = dunning("check", "--policy", policy, "--events", "1");
    assertThat(run.out()).contains("policy " + policy + ": no fault found").contains("explored ");
    assertThat(run.code()).isZero();
  }

  @Test
  void isInconclusiveIfTheBudgetEndsTooEarly() {
    Run run = dunning("check", "--policy", "standard-b2b", "--worlds", "3");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("the budget ended");
  }

  @Test
  void printsNotesAsJson() {
    Run run =
        dunning("check", "--policy", "endgame-b2b", "--events", "1", "--notes", "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"kind\": \"offer-to-recent-payer\"")
        .contains("take settlement: offer settlement by letter");
  }

  @Test
  void writesStories() throws IOException {
    Path stories = folder.resolve("stories");
    dunning(
        "check", "--policy", "courteous-consumer", "--events", "0", "--write", stories.toString());
    try (Stream<Path> files = Files.list(stories)) {
      assertThat(files).hasSizeGreaterThan(4);
    }
    assertThat(Files.readString(stories.resolve("001.txt"))).contains("INV-1");
  }

  @Test
  void refusesWhatIsNoNumberOfEvents() {
    assertThat(dunning("check", "--policy", "standard-b2b", "--events", "9").code()).isEqualTo(2);
    assertThat(dunning("check", "--policy", "nothing").code()).isEqualTo(2);
  }
}
