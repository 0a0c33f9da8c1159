package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that extend others, and what is said when those are broken. */
class PolicyReaderTest {
  private static final String STEP =
      "ladder:\n  - step: s\n    at: 3 days past due\n    take: place call\n";

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
}
