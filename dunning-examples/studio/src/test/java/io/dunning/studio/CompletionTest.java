package io.dunning.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.policy.Condition;
import io.dunning.policy.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be written at the cursor, which stands at {@code |} in the texts. */
class CompletionTest {
  private static final Completion COMPLETION = new Completion();

  private static Completion.Found at(String marked) {
    int cursor = marked.indexOf('|');
    String before = marked.substring(0, cursor);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int column = cursor - before.lastIndexOf('\n') - 1;
    return COMPLETION.at(before + marked.substring(cursor + 1), line, column);
  }

  private static List<String> texts(String marked) {
    return at(marked).items().stream().map(Completion.Item::text).toList();
  }

  @Test
  void offersTheKeysOfAPolicyThatAreNotThereYet() {
    assertThat(texts("policy: mine\n|\nladder:\n  - step: a\n"))
        .contains("version", "grace", "hold while", "late fees")
        .doesNotContain("policy", "ladder", "step");
  }

  @Test
  void offersTheKeysOfAStepThatAreNotThereYet() {
    String text =
        "policy: mine\nladder:\n  - step: a\n    at: 3 days past due\n    |\n  - step: b\n";

    assertThat(texts(text))
        .contains("take", "only if", "grants")
        .doesNotContain("step", "at", "policy");
  }

  @Test
  void offersTheKeysOfANewStepWhereverTheListStands() {
    assertThat(texts("policy: mine\nladder:\n  - |")).contains("step", "at", "take");
    assertThat(texts("policy: mine\nladder:\n- |")).contains("step", "at", "take");
    assertThat(texts("policy: mine\nladder:\n- step: a\n  t|")).startsWith("take", "tone");
  }

  @Test
  void tellsWhatAKeyMeans() {
    assertThat(at("policy: mine\nla|").items())
        .anySatisfy(
            i -> {
              assertThat(i.text()).isEqualTo("ladder");
              assertThat(i.insert()).isEqualTo("ladder:");
              assertThat(i.about()).isEqualTo("The steps, mildest first.");
            });
    assertThat(at("policy: mine\ngra|").items().get(0).insert()).isEqualTo("grace: ");
  }

  @Test
  void offersTheValuesOfAKey() {
    assertThat(texts("policy: mine\ndecide per: |")).startsWith("invoice", "account");
    assertThat(texts("policy: mine\ndecide per: acc|"))
        .startsWith("account", "account and currency");
  }

  @Test
  void offersSentencesOfTheRightKind() {
    String step = "policy: mine\nladder:\n  - step: a\n    ";

    assertThat(texts(step + "at: 14 |")).contains("14 days past due").doesNotContain("place call");
    assertThat(texts(step + "take: send |"))
        .contains("send reminder by email", "send demand by letter")
        .doesNotContain("14 days past due", "dispute open");
    assertThat(texts(step + "take:\n      - place|")).containsExactly("place call");
    assertThat(texts(step + "only if: promise|")).startsWith("promise active");
    assertThat(texts("policy: mine\nhold while: dis|")).contains("dispute open", "partly disputed");
  }

  @Test
  void completesTheLastPartOfACondition() {
    Completion.Found found = at("policy: mine\nhold while: overdue and not (dispute open or prom|");

    assertThat(found.typed()).isEqualTo(4);
    assertThat(found.items().get(0).text()).isEqualTo("promise active");
  }

  @Test
  void offersTheStepsAndPoliciesOfTheText() {
    String steps = "policy: b\nextends: a\nladder:\n  - step: letter of March\n  - step: x\n    ";

    assertThat(texts(steps + "at: 14 days after |")).contains("14 days after letter of March");
    assertThat(texts(steps + "before: |")).contains("letter of March");
    assertThat(texts("policy: mine\n---\npolicy: other\nextends: |"))
        .contains("mine", "standard-b2b");
  }

  @Test
  void staysSilentWhereNothingIsKnown() {
    assertThat(texts("policy: mine\nno such key: |")).isEmpty();
    assertThat(texts("no such key:\n  inner: x\n  |")).isEmpty();
    assertThat(COMPLETION.at("", 7, 9).items()).isNotEmpty();
    assertThat(COMPLETION.at("- \n-\n  - -", 2, 6)).isNotNull();
  }

  @Test
  void knowsEverySentenceOfTheReferenceAndNoOther() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "reference", "sentences.md"));
    List<String> expected = new ArrayList<>();
    Map<String, String> kinds =
        Map.of("Conditions", "condition", "Triggers", "trigger", "Actions", "action");
    for (String heading : List.of("Conditions", "Triggers", "Actions")) {
      int start = page.indexOf("\n## " + heading + "\n");
      Matcher row =
          Pattern.compile("(?m)^\\| `([^`]+)` \\|")
              .matcher(page.substring(start, page.indexOf("\n## ", start + 1)));
      while (row.find()) {
        expected.add(kinds.get(heading) + " " + row.group(1));
      }
    }
    String known =
        new String(
            Completion.class.getResourceAsStream("sentences.txt").readAllBytes(),
            StandardCharsets.UTF_8);

    assertThat(known.lines()).containsExactlyElementsOf(expected);
    for (String each : expected) {
      String sentence = each.substring(each.indexOf(' ') + 1);
      Object read =
          switch (each.substring(0, each.indexOf(' '))) {
            case "condition" -> Condition.parse(sentence);
            case "trigger" -> Trigger.parse(sentence);
            default -> DunningAction.parse(sentence);
          };
      assertThat(read).hasToString(sentence);
    }
  }
}
