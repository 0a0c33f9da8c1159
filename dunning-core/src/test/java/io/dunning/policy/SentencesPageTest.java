package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.grammar.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all sentences has each of them, and each is read as it stands there. */
class SentencesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "sentences.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| `");

  private static List<String> rows(String heading) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("\n## " + heading + "\n");
    assertThat(start).as(heading).isPositive();
    int end = page.indexOf("\n## ", start + 1);
    Matcher m = ROW.matcher(page.substring(start, end < 0 ? page.length() : end));
    List<String> found = new ArrayList<>();
    while (m.find()) {
      found.add(m.group(1));
    }
    return found;
  }

  private static void areRead(List<String> rows, Function<String, ?> parse) {
    for (String row : rows) {
      assertThat(parse.apply(row)).hasToString(row);
    }
  }

  private static Set<Class<?>> kinds(List<String> rows, Function<String, ?> parse) {
    Set<Class<?>> kinds = new HashSet<>();
    rows.forEach(row -> kinds.add(parse.apply(row).getClass()));
    return kinds;
  }

  @Test
  void hasEveryCondition() throws IOException {
    List<String> rows = rows("Conditions");
    areRead(rows, Condition::parse);
    for (Form<? extends Condition> form : ConditionGrammar.LEAVES.forms()) {
      if (form != Described.FORM) {
        assertThat(rows).contains(form.example());
      }
    }
  }

  @Test
  void hasEveryTriggerAndAction() throws IOException {
    areRead(rows("Triggers"), Trigger::parse);
    assertThat(kinds(rows("Triggers"), Trigger::parse))
        .containsExactlyInAnyOrder(Trigger.class.getPermittedSubclasses());
    List<Class<?>> actions = new ArrayList<>();
    for (Class<?> family : DunningAction.class.getPermittedSubclasses()) {
      actions.addAll(List.of(family.getPermittedSubclasses()));
    }
    areRead(rows("Actions"), DunningAction::parse);
    assertThat(kinds(rows("Actions"), DunningAction::parse)).hasSameElementsAs(actions);
  }

  @Test
  void hasTheOtherRules() throws IOException {
    List<String> rows = new ArrayList<>(rows("Other rules"));
    areRead(rows.subList(0, 3), Resumption::parse);
    areRead(rows.subList(3, 5), Performer::parse);
    areRead(rows.subList(5, 6), Assignment::parse);
  }
}
