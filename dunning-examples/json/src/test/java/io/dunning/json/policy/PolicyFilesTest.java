package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands ask for: policies by name or file, and whether they are the same. */
class PolicyFilesTest {
  @TempDir Path folder;

  @Test
  void aNameIsThatOfAShippedPolicyOrElseOfAFile() throws Exception {
    assertThat(PolicyFiles.named("standard-b2b").policies())
        .containsExactly(PolicyFiles.shipped("standard-b2b"));
    Path file =
        Files.writeString(folder.resolve("own.yaml"), PolicyFiles.shippedText("small-business"));
    assertThat(PolicyFiles.named(file.toString()).policies())
        .containsExactly(PolicyFiles.shipped("small-business"));
  }

  @Test
  void saysWhichNameIsMeant() {
    assertThatThrownBy(() -> PolicyFiles.named("standart-b2b"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("neither a file nor a shipped policy: standart-b2b\nMaybe \"standard-b2b\"");
    assertThatThrownBy(() -> PolicyFiles.named(folder.toString()))
        .hasMessageStartingWith("neither a file nor a shipped policy: " + folder + "\nMaybe ");
  }

  @Test
  void saysWhereAFileIsWrong() throws Exception {
    Path file = Files.writeString(folder.resolve("own.yaml"), "policy: own\nlader: []\n");
    assertThatThrownBy(() -> PolicyFiles.named(file.toString()))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining("own.yaml")
        .hasMessageContaining("lader");
  }

  /** The digests that sha256sum prints. */
  @Test
  void digestsAreOfTheTextInUtf8() {
    assertThat(PolicyFiles.digest(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(PolicyFiles.digest("\u00e9"))
        .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c")
        .isNotEqualTo(PolicyFiles.digest("e"));
  }
}
