package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that extend others, and what is said when those are broken. */
class PolicyReaderTest {
  private static final String STEP =
      "ladder:\n  - step: s\n    at: 3 days past due\n    take: place call\n";

  @TempDir Path folder;

  private static List<String> said(String text) {
    return catchThrowableOfType(PolicyFileException.class, () -> PolicyFiles.parse(text))
        .problems()
        .stream()
        .map(p -> p.line() + ": " + p.path() + " " + p.message())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ladder:\n  - at: 3 days past due\n    take: place call\n",
        "ladder:\n  - step: s\n    at: soon\n    take: place call\n",
        STEP + "settlement:\n  offers:\n    - {}\n",
        STEP + "endgame:\n  routes:\n    - {}\n",
        STEP + "interest: {}\n",
        STEP + "risk model:\n  scorecard: x\n",
      })
  void aMistakeIsSaidOnceHoweverManyExtendIt(String broken) {
    List<String> alone = said("policy: a\n" + broken);
    String extended = "policy: a\n" + broken + "---\npolicy: b\nextends: a\n";
    assertThat(said(extended)).isEqualTo(alone);
    assertThat(said(extended + "---\npolicy: c\nextends: b\n")).isEqualTo(alone);
  }

  @Test
  void moreMistakesThanAreSaidAreMistakesStill() {
    StringBuilder text = new StringBuilder("policy: p\n");
    for (int i = 0; i <= 1_000; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    assertThat(said(text + "ladder:\n  - at: x\n")).hasSize(1_000);
    assertThat(said(text + STEP + "interest: {}\n")).hasSize(1_000);
  }

  @Test
  void fewLinesCannotMakeMuchToRead() {
    StringBuilder children = new StringBuilder("policy: base\nladder:\n");
    for (int i = 0; i < 490; i++) {
      children
          .append("  - {step: s")
          .append(i)
          .append(", at: 3 days past due, take: place call}\n");
    }
    for (int i = 0; i < 2_000; i++) {
      children.append("---\npolicy: c").append(i).append("\nextends: base\n");
    }
    assertThat(soon(children.toString()))
        .singleElement()
        .asString()
        .contains("more than 300000 parts");
    StringBuilder unknown = new StringBuilder();
    for (int i = 0; i < 15_000; i++) {
      unknown.append("---\npolicy: child").append(i).append("\nextends: child-").append(i);
      unknown.append("x\n");
    }
    assertThat(soon(unknown.toString())).hasSize(1_000);
    StringBuilder removed = new StringBuilder("policy: q\nextends: p\nladder:\n");
    for (int i = 0; i < 30_000; i++) {
      removed.append("  - {step: s").append(i).append(", remove: true}\n");
    }
    assertThat(soon("policy: p\n" + STEP + "---\n" + removed))
        .singleElement()
        .asString()
        .contains("changes a ladder of more than 500 steps");
  }

  private static List<String> soon(String text) {
    return assertTimeout(Duration.ofSeconds(15), () -> said(text));
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void policiesOfTwoFilesCanHaveOneName() throws IOException {
    written("base.yaml", "policy: base\nextends: own\n---\npolicy: own\n" + STEP);
    Path file = written("q.yaml", "policy: own\nextends: base\ngrace: 3 days\n");
    assertThat(PolicyFiles.read(file).policy().ladder().indexOf("s")).isZero();
  }

  @Test
  void aNameOfAFileCanHaveDots() throws IOException {
    written("dot.v1.yaml", "policy: dot.v1\n" + STEP);
    Path file = written("q.yaml", "policy: q\nextends: dot.v1\n");
    assertThat(PolicyFiles.read(file).policy().ladder().indexOf("s")).isZero();
  }

  @Test
  void aLinkLeadsToNoOtherFolder() throws IOException {
    Path secret = written("secret.yaml", "policy: secret\n" + STEP);
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path file = Files.writeString(inner.resolve("q.yaml"), "policy: q\nextends: secret\n");
    Files.createSymbolicLink(inner.resolve("secret.yaml"), secret);
    assertThatThrownBy(() -> PolicyFiles.read(file))
        .hasMessageContaining("is not a policy of this");
    Files.delete(inner.resolve("secret.yaml"));
    Path within = Files.createDirectory(inner.resolve("data"));
    Path target = Files.copy(secret, within.resolve("secret.yaml"));
    Files.createSymbolicLink(inner.resolve("secret.yaml"), target);
    assertThat(PolicyFiles.read(file).policy().ladder().indexOf("s")).isZero();
  }

  @Test
  void readsATextAsIfItStoodInItsFile() throws IOException {
    Files.writeString(
        folder.resolve("base.yaml"),
        "policy: base\nladder:\n  - step: letter\n    at: 3 days past due\n    take: write off\n");
    Path unsaved = folder.resolve("mine.yaml");
    String text = "policy: mine\nextends: base\ngrace: 5 days\n";

    PolicyFile file = PolicyFiles.parse(unsaved, text);

    assertThat(file.policy().ladder().steps()).hasSize(1);
    assertThat(file.place(file.policy(), "grace")).isEqualTo(new Place(unsaved.toString(), 3, 8));
    assertThat(unsaved).doesNotExist();
    assertThatThrownBy(() -> PolicyFiles.parse(unsaved, text.replace("5 days", "soon")))
        .isInstanceOfSatisfying(
            PolicyFileException.class,
            e -> assertThat(e.problems().get(0).file()).isEqualTo(unsaved.toString()));
  }
}
