package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file cannot have, and where it is found. */
class TreeReaderTest {
  private static final String POLICY =
      "policy: p\nladder:\n  - step: a\n    at: 3 days past due\n    take: place call\n";

  @TempDir Path folder;

  private static PolicyFileProblem first(String text) {
    PolicyFileProblem first =
        catchThrowableOfType(PolicyFileException.class, () -> PolicyFiles.parse(text))
            .problems()
            .get(0);
    assertThat(first.message()).doesNotContain("java", "major");
    return first;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!int '0x1F'",
        "!!str 5 days",
        "!mine 5 days",
        "! 5 days",
        "!!map {a: b}",
        "!!seq [a]",
        "&name 5 days",
        "&name '5 days'",
        "&name [a]",
      })
  void anchorsAndTagsAreRefused(String value) {
    PolicyFileProblem first = first(POLICY + "grace: " + value + "\n");
    assertThat(first.message()).containsAnyOf("is an anchor or an alias", "has a tag");
    assertThat(first.line()).isEqualTo(6);
    assertThatThrownBy(() -> PolicyFiles.format(POLICY + "grace: " + value + "\n"))
        .isInstanceOf(PolicyFileException.class);
    assertThatThrownBy(() -> PolicyFiles.parse(POLICY + value.split(" ")[0] + " grace: 1 day\n"))
        .isInstanceOf(PolicyFileException.class)
        .message()
        .containsAnyOf("is an anchor or an alias", "has a tag");
  }

  @Test
  void whatLooksLikeAnAnchorOrATagInATextIsText() {
    assertThat(PolicyFiles.parse(POLICY.replace("step: a", "step: a &b !c")).policy().ladder())
        .hasToString("a &b !c: 3 days past due: place call");
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "null", "Null", "NULL"})
  void nothingIsNoTextInAnySpelling(String nothing) {
    String text = POLICY.replace("policy: p", "policy: " + nothing);
    assertThat(first(text).message()).isEqualTo("has no value");
    String quoted = POLICY.replace("policy: p", "policy: \"" + nothing + '"');
    assertThat(PolicyFiles.parse(quoted).policy().name()).isEqualTo(nothing);
    assertThat(PolicyFiles.format(quoted)).isEqualTo(quoted);
  }

  @Test
  void anEscapedHalfOfACharacterIsRefusedInItsPlace() {
    for (String text :
        new String[] {
          POLICY + "version: \"\\ud800\"\n",
          POLICY + "\"\\udc00\": 5 days\n",
          "{\"policy\": \"\\ud800\"}"
        }) {
      assertThat(first(text).message()).isEqualTo("has half of a character");
      assertThat(first(text).line()).isEqualTo(text.startsWith("{") ? 1 : 6);
      assertThatThrownBy(() -> PolicyFiles.format(text)).isInstanceOf(PolicyFileException.class);
    }
    String whole = POLICY.replace("step: a", "step: \"\\ud83d\\ude00\"");
    assertThatCode(() -> PolicyFiles.parse(whole)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy: p\\nversion: a%sb | 2 | 11",
        "policy: p\\nversion: x\\n# %s | 3 | 3",
        "policy: p\\nversion: @a | 2 | 10",
        "policy: p\\nversion: \"a\\ngrace: 3 days | 2 | 10",
        "policy: p\\nversion: \"\\x\" | 2 | 13",
      })
  void whatCannotBeReadIsFoundInItsPlace(String text, int line, int column) {
    String written = text.replace("\\n", "\n").replace("%s", "\u0000");
    PolicyFileProblem first = first(written);
    assertThat(first.message()).startsWith("cannot be read as YAML");
    assertThat(first.line()).isEqualTo(line);
    assertThat(first.column()).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%YAML 9.1\n---\n", "%YAML 99999999999.1\n---\n", "\"\\UFFFFFFFF\": "})
  void noMessageSpeaksOfJava(String start) {
    assertThat(first(start + POLICY).message()).startsWith("cannot be read as YAML");
  }

  @Test
  void aFileThatIsTooLongIsSaidToBeTooLong() throws IOException {
    Path file = folder.resolve("p.yaml");
    // the limit cuts a character in two
    Files.write(file, ("#" + "\ud83d\ude00".repeat(1_100_000)).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> PolicyFiles.read(file))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining("is too long to be a policy file");
    assertThat(first("\n".repeat(100_001)).message()).isEqualTo("has more than 100000 lines");
  }
}
