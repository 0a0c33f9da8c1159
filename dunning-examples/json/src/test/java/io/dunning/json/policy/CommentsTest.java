package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments of files that are written anew. */
class CommentsTest {
  private static List<String> comments(String text) {
    return Pattern.compile("# \\w+").matcher(text).results().map(r -> r.group()).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ladder:\n  - step: r # one\n    at: 3 days past due # two\n",
        "ladder:\n  # one\n  - step: r # two\n    # three\n    at: 3 days past due # four\n",
        "ladder:\n  - at: 3 days past due # one\n    step: r # two\n",
        "ladder:\n  - {step: r, # one\n     at: x} # two\n",
        "ladder:\n  - # one\n    step: q # two\n",
        "ladder:\n  - - a # one\n    - b # two\n  - # three\n    - c # four\n",
        "settlement: # one\n  offers: # two\n    - offer: 10% # three\n",
      })
  void noCommentIsLost(String text) {
    String once = PolicyFiles.format("policy: p\n" + text);
    assertThat(comments(once)).isEqualTo(comments(text));
    assertThat(PolicyFiles.format(once)).isEqualTo(once);
  }

  @Test
  void aCommentStaysBesideTheFirstKeyOfAStep() {
    assertThat(PolicyFiles.format("ladder:\n  - step: r # c\n    at: 3 days past due\n"))
        .isEqualTo("ladder:\n  - step: r  # c\n    at: 3 days past due\n");
    assertThat(PolicyFiles.format("ladder:\n  - at: 3 days past due # c\n    step: r\n"))
        .isEqualTo("ladder:\n  - step: r\n    at: 3 days past due  # c\n");
    assertThat(PolicyFiles.format("ladder:\n  - # c\n    step: r\n"))
        .isEqualTo("ladder:\n  # c\n  - step: r\n");
  }

  @Test
  void aCommentBesideTheBorderOfADocumentStaysThere() {
    assertThat(
            PolicyFiles.format(
                "--- # one\npolicy: p\ngrace: 3 days\n--- # two\npolicy: q\n... # end\n"))
        .isEqualTo("# one\npolicy: p\ngrace: 3 days\n---\n# two\npolicy: q\n# end\n");
  }
}
