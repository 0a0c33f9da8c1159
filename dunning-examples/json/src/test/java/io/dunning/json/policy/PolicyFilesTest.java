package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
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

  /** Which debts get a policy counts, too, and how the file was written does not. */
  @Test
  void digestsTellSetsApart() {
    DunningPolicy large = PolicyFiles.shipped("standard-b2b");
    DunningPolicy small = PolicyFiles.shipped("small-business");
    PolicySet set = PolicySet.byDefault(large).forSegment("small", small);
    String digest = PolicyFiles.digest(set);
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(PolicyFiles.digest(PolicyFiles.parse(PolicyFiles.write(set)).toPolicySet()))
        .isEqualTo(digest);
    assertThat(PolicyFiles.digest(PolicySet.byDefault(small).forSegment("small", large)))
        .isNotEqualTo(digest);
    assertThat(PolicyFiles.digest(PolicySet.byDefault(large).forSegment("tiny", small)))
        .isNotEqualTo(digest);
  }
}
