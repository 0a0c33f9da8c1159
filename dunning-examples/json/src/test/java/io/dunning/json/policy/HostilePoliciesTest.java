package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that want to do harm: each gets one clear answer, soon. A longer run of mutated files:
 * {@code -Dpolicies.mutated=1000000}.
 */
class HostilePoliciesTest {
  private static final String POLICY =
      "policy: p\nladder:\n  - step: a\n    at: 3 days past due\n    take: place call\n";

  @TempDir Path folder;

  private static PolicyFileException refused(String text) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            PolicyFiles.parse(text);
          } catch (PolicyFileException e) {
            assertThat(e.getMessage().length()).isLessThan(200_000);
            return e;
          }
          throw new AssertionError("was read");
        });
  }

  @Test
  void aliasesCannotGrow() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c <= 'k'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [").append(before);
      bomb.append((", " + before).repeat(8)).append("]\n");
    }
    assertThat(refused(bomb.toString())).hasMessageContaining("is an anchor or an alias");
    assertThat(refused(POLICY + "<<: *a\n")).hasMessageContaining("an alias");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "- ", "a: [", "\"", "{", "? "})
  void nestingEnds(String opening) {
    refused("policy: p\nladder: " + opening.repeat(50_000));
    refused(opening.repeat(200_000));
  }

  @Test
  void sizeEnds() {
    assertThat(refused("#".repeat(2_000_000))).hasMessageContaining("is too long");
    assertThat(refused(POLICY + "version: " + "9".repeat(500_000) + "\n"))
        .hasMessageContaining("is too long");
    assertThat(refused(POLICY + "grace: " + "9".repeat(19_000) + " days\n"))
        .hasMessageContaining("is not a number of days");
    assertThat(refused(POLICY + "between contacts: 1e999999999 days\n"))
        .hasMessageContaining("is not a whole number");
    assertThat(refused("policy: p\nladder: [" + "1,".repeat(400_000) + "1]"))
        .hasMessageContaining("parts");
    assertThat(refused(POLICY + "minimum amount: [" + "\"\",".repeat(90_000) + "1]"))
        .hasMessageContaining("and ")
        .satisfies(e -> assertThat(e.problems()).hasSize(1_000));
  }

  @Test
  void halfACharacterIsRefusedWhereverItStands() {
    for (int length = 1_000; length < 1_050; length++) {
      String text = POLICY + "#" + "x".repeat(length - POLICY.length());
      assertThat(refused(text + "\ud800").problems())
          .containsExactly(
              new PolicyFileProblem(
                  "",
                  6,
                  length - POLICY.length() + 2,
                  "",
                  "has half of a character",
                  "",
                  PolicyFileProblem.Kind.UNREADABLE));
    }
    assertThat(PolicyFiles.parse(POLICY.replace("step: a", "step: \ud83d\ude00")).policy().ladder())
        .hasToString("\ud83d\ude00: 3 days past due: place call");
  }

  @Test
  void manyUnknownKeysEnd() {
    StringBuilder text = new StringBuilder(POLICY);
    for (int i = 0; i < 30_000; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    assertThat(refused(text.toString()).problems()).hasSize(1_000);
  }

  @Test
  void longChainsEnd() {
    StringBuilder text = new StringBuilder(POLICY.replace("policy: p", "policy: p0"));
    for (int i = 1; i <= 500; i++) {
      text.append("---\npolicy: p").append(i).append("\nextends: p").append(i - 1).append('\n');
    }
    assertThat(refused(text.toString())).hasMessageContaining("goes through more than 20 policies");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "./../secret",
        "/etc/passwd",
        "..",
        ".",
        "sub/../../secret",
        "secret.yaml",
        "C:\\secret",
        "file:secret",
        "~",
        "%2e%2e/secret",
        "secret\\u0000",
        "..\\\\secret"
      })
  void aNameLeadsToNoOtherFolder(String name) throws IOException {
    Files.writeString(folder.resolve("secret.yaml"), POLICY.replace("policy: p", "policy: secret"));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path file = inner.resolve("q.yaml");
    Files.writeString(file, "policy: q\nextends: \"" + name + "\"\n");
    assertThatThrownBy(() -> PolicyFiles.read(file))
        .isInstanceOfAny(PolicyFileException.class)
        .message()
        .containsAnyOf("is not a policy of this file", "cannot be read as YAML");
  }

  @Test
  void policiesOfAFolderExtendOneAnother() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), POLICY.replace("policy: p", "policy: base"));
    Path file = folder.resolve("q.yaml");
    Files.writeString(file, "policy: q\nextends: base\ngrace: 3 days\n");
    assertThat(PolicyFiles.read(file).policy().ladder().indexOf("a")).isZero();
    Files.writeString(folder.resolve("base.yaml"), "policy: base\nextends: q\n");
    assertThatThrownBy(() -> PolicyFiles.read(file)).hasMessageContaining("goes round in a circle");
    Files.writeString(folder.resolve("base.yaml"), "policy: other\n");
    assertThatThrownBy(() -> PolicyFiles.read(file))
        .hasMessageContaining("is not a policy of that file: base");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = folder.resolve("p.yaml");
    Files.write(file, new byte[] {'p', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> PolicyFiles.read(file)).hasMessageContaining("is not text in UTF-8");
    Files.write(file, ("\ufeff" + POLICY).getBytes(StandardCharsets.UTF_8));
    assertThat(PolicyFiles.read(file).policy().name()).isEqualTo("p");
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    String odd = "\"'{}[]#&*!|>%@`:-,?\t\n \u0000\u0085\u2028\ud800é9a~";
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), at + 1 + random.nextInt(random.nextBoolean() ? 3 : 60));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(at, mutated.substring(at, end));
        case 2 -> mutated.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
        default -> mutated.insert(at, odd.charAt(random.nextInt(odd.length())));
      }
      if (mutated.isEmpty()) {
        return "x";
      }
    }
    return mutated.toString();
  }

  /** What is said of a text: nothing, or what is wrong, and nothing else ever happens. */
  private static void isReadOrRefused(String text) {
    try {
      PolicyFiles.parse(text);
    } catch (PolicyFileException e) {
      assertThat(e.problems()).isNotEmpty();
    }
    try {
      String once = PolicyFiles.format(text);
      assertThat(PolicyFiles.format(once)).isEqualTo(once);
    } catch (PolicyFileException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Test
  void aMutatedFileIsReadOrRefused() {
    List<String> texts =
        PolicyFiles.shippedNames().stream().map(n -> PolicyFiles.shippedText(n)).toList();
    Random random = new Random(20_261_127);
    int many = Integer.getInteger("policies.mutated", 5_000);
    for (int i = 0; i < many; i++) {
      String text = mutated(texts.get(random.nextInt(texts.size())), random);
      assertThatCode(() -> isReadOrRefused(text)).as(text).doesNotThrowAnyException();
    }
  }
}
