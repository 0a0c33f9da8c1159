package io.dunning.cli;

import io.dunning.check.PolicyComparison;
import io.dunning.check.PolicyComparison.Difference;
import io.dunning.check.PolicyComparison.Effect;
import io.dunning.check.PolicyComparison.Pair;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How two policies differ, for a screen and for programs.
 *
 * @param firstTitle what the policy before is called on the screen
 * @param secondTitle what the policy after is called on the screen
 */
record ComparedPolicies(
    DunningPolicy before,
    DunningPolicy after,
    String firstTitle,
    String secondTitle,
    PolicyComparison found) {
  private static final int WIDTH = 100;

  private static final String NOT_KNOWN =
      "It is not known whether a debtor is treated more harshly: ";

  /** Longer values are shortened on the screen. */
  private static final int MOST_LINES = 2;

  /** How many words of what is the same stand before the first difference of long values. */
  private static final int WORDS_BEFORE = 3;

  /** Whether a rule is a step that the other policy does not have; those are listed apart. */
  private static boolean isStep(Difference each) {
    boolean alone = each.before().isEmpty() || each.after().isEmpty();
    return alone && each.place().matches("step \".*\"");
  }

  /** The order of the steps says nothing new if those that both have come in one order. */
  private boolean isTold(Difference each) {
    return !isStep(each)
        && !(each.place().equals("order of the steps")
            && shared(before, after).equals(shared(after, before)));
  }

  private static List<String> shared(DunningPolicy of, DunningPolicy with) {
    return of.ladder().steps().stream()
        .map(EscalationStep::name)
        .filter(name -> with.ladder().indexOf(name) >= 0)
        .toList();
  }

  /** The rules, then the effects, then whether a debtor is treated more harshly. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(firstTitle + " -> " + secondTitle);
    lines.add("");
    List<Difference> rules = found.differences().stream().filter(this::isTold).toList();
    if (!rules.isEmpty()) {
      lines.add("Rules that differ:");
      rules.forEach(d -> difference(d, lines));
    }
    steps("Steps that only " + firstTitle + " has:", true, lines);
    steps("Steps that only " + secondTitle + " has:", false, lines);
    if (found.differences().isEmpty()) {
      lines.add("No rule differs.");
    }
    lines.add("");
    String worlds =
        String.format(
            Locale.ROOT, found.worlds() == 1 ? "%,d world" : "%,d worlds", found.worlds());
    if (found.effects().isEmpty() && found.harsher().isEmpty()) {
      lines.add("No debtor is treated otherwise in " + worlds + ".");
    } else {
      lines.add("Debtors who are treated otherwise, of " + worlds + ":");
      found.effects().forEach(e -> lines.add(effect(e)));
    }
    String harsher =
        found
            .harsher()
            .map(h -> "Some debtors are treated " + h + ".")
            .or(() -> found.undecided().map(u -> NOT_KNOWN + u + "."))
            .orElse("No debtor is treated more harshly within the explored worlds.");
    wrapped("", harsher, lines, Integer.MAX_VALUE);
    if (!found.complete()) {
      lines.add("The budget ended before all worlds were played: more may differ.");
    }
    return lines;
  }

  static void difference(Difference each, List<String> lines) {
    String line = "  " + each;
    if (line.length() <= WIDTH) {
      lines.add(line);
      return;
    }
    lines.add("  " + each.place() + ":");
    int same = sameWords(each.before(), each.after());
    wrapped("    before: ", none(from(same, each.before())), lines, MOST_LINES);
    wrapped("    after:  ", none(from(same, each.after())), lines, MOST_LINES);
  }

  /** How many words two long texts begin with that may be left out; 0 if all of both fits. */
  private static int sameWords(String before, String after) {
    if (Math.max(before.length(), after.length()) < MOST_LINES * (WIDTH - 20)) {
      return 0;
    }
    String[] one = before.split(" ");
    String[] other = after.split(" ");
    int same = 0;
    while (same < Math.min(one.length, other.length) && one[same].equals(other[same])) {
      same++;
    }
    return Math.max(0, same - WORDS_BEFORE);
  }

  private static String from(int word, String text) {
    return word == 0
        ? text
        : "... " + Stream.of(text.split(" ")).skip(word).collect(Collectors.joining(" "));
  }

  private static String none(String words) {
    return words.isEmpty() ? "(none)" : words;
  }

  private void steps(String title, boolean first, List<String> lines) {
    List<String> words =
        found.differences().stream()
            .filter(ComparedPolicies::isStep)
            .map(d -> first ? d.before() : d.after())
            .filter(w -> !w.isEmpty())
            .toList();
    if (!words.isEmpty()) {
      lines.add(title);
      words.forEach(w -> wrapped("  ", w, lines, MOST_LINES));
    }
  }

  /** A text over lines of the screen, each after the first under the first; a long one is cut. */
  private static void wrapped(String start, String text, List<String> lines, int most) {
    String indent = " ".repeat(start.length() + 2);
    StringBuilder line = new StringBuilder(start);
    int count = 1;
    boolean begun = false;
    for (String word : text.split(" ")) {
      boolean fits = line.length() + 1 + word.length() <= WIDTH - " ...".length();
      if (begun && !fits) {
        if (count == most) {
          lines.add(line + " ...");
          return;
        }
        lines.add(line.toString());
        line = new StringBuilder(indent);
        begun = false;
        count++;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    lines.add(line.toString());
  }

  private static String effect(Effect each) {
    return String.format(
        Locale.ROOT,
        "  %-21s in %,7d world%s%s",
        each.kind(),
        each.worlds(),
        each.worlds() == 1 ? "" : "s",
        much(each));
  }

  private static String much(Effect each) {
    String by = each.most().isEmpty() ? "" : ", by " + each.most() + " at most";
    boolean isPlain = each.median().isEmpty() || each.median().equals(each.most());
    return by + (isPlain ? "" : ", median " + each.median());
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object().put("before", before.name()).put("after", after.name());
    ArrayNode differences = json.putArray("differences");
    for (Difference each : found.differences()) {
      differences
          .addObject()
          .put("rule", each.place())
          .put("before", each.before())
          .put("after", each.after());
    }
    ArrayNode effects = json.putArray("effects");
    for (Effect each : found.effects()) {
      ObjectNode effect = effects.addObject().put("kind", each.kind().toString());
      effect.put("worlds", each.worlds()).put("most", each.most());
      effect.put("median", each.median());
      effect.set("extreme", stories(each.extreme()));
    }
    found
        .harsher()
        .ifPresent(
            h ->
                json.set(
                    "harsher", stories(h.story()).put("worlds", h.worlds()).put("why", h.why())));
    found.undecided().ifPresent(u -> json.put("undecided", u));
    return json.put("worlds", found.worlds()).put("complete", found.complete());
  }

  private static ObjectNode stories(Pair pair) {
    ObjectNode json = JsonText.object();
    json.set("before", JsonText.texts(StoryWriter.lines(pair.before(), "", Optional.empty())));
    json.set("after", JsonText.texts(StoryWriter.lines(pair.after(), "", Optional.empty())));
    return json;
  }
}
