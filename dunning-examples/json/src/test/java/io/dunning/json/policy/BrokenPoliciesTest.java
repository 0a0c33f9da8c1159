package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken files, and what is said of each. Write the answers anew with {@code -Dbroken.write=true},
 * and read what changed.
 */
class BrokenPoliciesTest {
  private static final Path FOLDER = Path.of("src/test/resources/broken-policies");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(p -> p.toString().matches(".*\\.(yaml|json)")).sorted().toList();
    }
  }

  private static String said(Path file) {
    PolicyFileException problems =
        catchThrowableOfType(PolicyFileException.class, () -> PolicyFiles.read(file));
    assertThat(problems).as(file.toString()).isNotNull();
    return problems.getMessage().replace(FOLDER + "/", "") + "\n";
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyMistakeIsFoundInItsPlace(Path file) throws IOException {
    String said = said(file);
    Path answer = Path.of(file.toString().replaceAll("\\.(yaml|json)$", ".txt"));
    if (Boolean.getBoolean("broken.write")) {
      Files.writeString(answer, said);
    }
    assertThat(said).isEqualTo(Files.readString(answer));
  }

  @Test
  void thereAreForty() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void noCharacterIsCutInTwo() {
    String name = "a".repeat(59) + "\ud83d\ude00" + "b".repeat(9);
    PolicyFileException e =
        catchThrowableOfType(
            PolicyFileException.class,
            () -> PolicyFiles.parse("policy: p\nextends: \"" + name + "\"\n"));
    assertThat(e).hasMessageContaining("a".repeat(59) + "...").hasMessageNotContaining("\ud83d");
  }

  @Test
  void aProblemIsData() {
    PolicyFileException e =
        catchThrowableOfType(
            PolicyFileException.class,
            () -> PolicyFiles.parse("policy: p\nladder:\n  - step: a\n"));
    assertThat(e.problems())
        .containsExactly(
            new PolicyFileProblem(
                "",
                3,
                5,
                "ladder[1]",
                "a step needs \"at\"",
                "\"at: 14 days past due\"",
                PolicyFileProblem.Kind.UNREADABLE),
            new PolicyFileProblem(
                "",
                3,
                5,
                "ladder[1]",
                "a step needs \"take\"",
                "\"take: send reminder by email\"",
                PolicyFileProblem.Kind.UNREADABLE));
  }
}
