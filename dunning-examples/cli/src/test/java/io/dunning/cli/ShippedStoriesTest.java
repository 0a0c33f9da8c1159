package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyExamples;
import io.dunning.check.PolicyMutation;
import io.dunning.json.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden stories of the shipped policies, what they exercise, and how many small changes they
 * notice. Each page is what {@code dunning coverage NAME --stories stories/NAME --mutants} prints.
 * Write stories and pages anew with {@code -Dstories.write=true}, and read what changed.
 */
class ShippedStoriesTest {
  private static final Path FOLDER = Path.of("src/test/resources/stories");

  static List<String> shipped() {
    return PolicyFiles.shippedNames();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void holdAndNoticeWhatTheirPageSays(String name) throws IOException {
    Chosen chosen = Policies.all("--policy", name).get(0);
    Path stories = FOLDER.resolve(name);
    Path page = FOLDER.resolve(name + ".txt");
    boolean write = Boolean.getBoolean("stories.write");
    if (write) {
      new StoryFolder(stories, false)
          .write(PolicyExamples.of(chosen.policy(), BusinessCalendar.weekends()), chosen);
    }
    CoveredPolicy covered =
        CoveredPolicy.byStories(
            chosen.policy(), StoryFile.readAll(stories), BusinessCalendar.weekends(), true);
    assertThat(covered.failed()).isEmpty();
    if (write) {
      Files.writeString(page, covered + "\n");
    }
    assertThat(covered + "\n").isEqualTo(Files.readString(page));
    PolicyMutation found = covered.mutation().orElseThrow();
    assertThat(found.score()).as(found.toString()).isGreaterThanOrEqualTo(85);
  }

  @Test
  void thereAreNoStoriesOfOtherPolicies() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      assertThat(folders.filter(Files::isDirectory).map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(shipped());
    }
  }
}
