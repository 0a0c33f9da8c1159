package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.ContactLimit;
import io.dunning.event.Restriction;
import io.dunning.grammar.Form;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.terms.GracePeriod;
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
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

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
    List<String> rows = rows("Other rules");
    List<Function<String, ?>> parsers =
        List.of(
            Resumption::parse,
            Resumption::parse,
            Resumption::parse,
            Performer::parse,
            Performer::parse,
            Assignment::parse,
            PersonRole::parse,
            Tone::parse,
            Restriction::parse,
            GracePeriod::parse,
            Tolerance::parse,
            Patience::parse,
            Patience::parse,
            AllocationOrder::parse,
            ChargeCap::parse);
    assertThat(rows).hasSameSizeAs(parsers);
    for (int i = 0; i < rows.size(); i++) {
      areRead(rows.subList(i, i + 1), parsers.get(i));
    }
  }

  @Test
  void hasEveryInvariant() throws IOException {
    List<String> rows = rows("Invariants");
    areRead(rows, Invariant::parse);
    assertThat(kinds(rows, Invariant::parse))
        .containsExactlyInAnyOrder(Invariant.class.getPermittedSubclasses());
  }

  @Test
  void hasLimitsAndRates() throws IOException {
    areRead(rows("Limits on contacts"), ContactLimit::parse);
    assertThat(kinds(rows("Limits on contacts"), ContactLimit::parse))
        .containsExactlyInAnyOrder(ContactLimit.class.getPermittedSubclasses());
    assertThat(rows("Rates of interest")).hasSize(4);
    areRead(rows("Rates of interest"), r -> LateInterest.parseRate(r, List.of()).rateWords());
  }
}
