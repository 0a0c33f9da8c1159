package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import io.dunning.policy.InvalidPolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where in a file the rules stand that contradict each other. The library names the step and
 * says in words which of its rules it means; what cannot be found is said of the whole step or the
 * whole policy.
 */
final class Violations {
  private static final Pattern STEP =
      Pattern.compile("step (?:\"(.*?)\"|(\\d+)): (.*)", Pattern.DOTALL);

  /** What a violation says, and the key that it is about. */
  private record About(Pattern words, String key) {
    static About of(String words, String key) {
      return new About(Pattern.compile(words), key);
    }
  }

  private static final List<About> OF_STEP =
      List.of(
          About.of("^has the name of an earlier|^has no name", StepShape.NAME),
          About.of("^its condition", "only if"),
          About.of("^one of its prerequisites", "requires"),
          About.of("^the condition for its softer tone", "softer tone if"),
          About.of("^the condition for |^is never performed by", "performed by"),
          About.of("^has other channels|^goes by ", "or by"),
          About.of("^addresses ", "addressed to"),
          About.of("since the last contact", "since last contact"),
          About.of("minimum amount", "minimum amount"),
          About.of("^counts from|^comes after|^offers a discount", "at"),
          About.of("^offers a settlement|^proposes|no action", "take"));
  private static final List<About> OF_POLICY =
      List.of(
          About.of("^the policy has no name", PolicyShape.NAME),
          About.of("days between contacts", "between contacts"),
          About.of("days between steps", "between steps"),
          About.of("^a delivery is", "delivery given up after"),
          About.of("profile window", "profile window"),
          About.of("judged by", "judged from settled invoices"),
          About.of("minimum amount", "minimum amount"),
          About.of("repeat its last step", "repeat last step every"),
          About.of("^the ladder has no", PolicyShape.LADDER),
          About.of("^the condition for holds", "hold while"),
          About.of("^promises must hold", "promise holds all from"),
          About.of("^after a broken promise", "after a broken promise"),
          About.of("^after a broken plan", "after a broken plan"),
          About.of("^the late fee", "late fees"),
          About.of("^the document level", "document level"),
          About.of("^netting credits", "credits"));

  private Violations() {}

  /** Adds the violations of a policy, each where the rule stands that it is about. */
  static void place(Spot policy, InvalidPolicyException invalid, Problems problems) {
    for (String violation : invalid.violations()) {
      Matcher m = STEP.matcher(violation);
      Optional<Spot> step =
          m.matches() ? step(policy, m.group(1), m.group(2), m.group(3)) : Optional.empty();
      String text = step.isPresent() ? m.group(3) : violation;
      Spot found =
          step.map(s -> within(s, text, OF_STEP)).orElseGet(() -> within(policy, text, OF_POLICY));
      add(found, text, problems);
    }
  }

  private static void add(Spot spot, String violation, Problems problems) {
    String text =
        violation
            .replace("(...)", "")
            .replace("besideCompensation()", "\"beside compensation: true\"");
    int advice = text.lastIndexOf("; ");
    if (advice < 0) {
      problems.add(spot, text, "");
    } else {
      problems.add(spot, text.substring(0, advice), text.substring(advice + 2));
    }
  }

  private static Optional<Spot> step(Spot policy, String name, String number, String text) {
    List<Spot> all = steps(policy);
    if (name == null) {
      int index = Integer.parseInt(number) - 1;
      return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }
    List<Spot> named = all.stream().filter(s -> name.equals(nameOf(s))).toList();
    boolean second = text.startsWith("has the name of an earlier");
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(named.get(second ? named.size() - 1 : 0));
  }

  private static List<Spot> steps(Spot policy) {
    List<Spot> all = new ArrayList<>();
    for (Entry each : ((Mapping) policy.node()).entries()) {
      if (each.key().equals(PolicyShape.LADDER)) {
        Spot ladder = policy.of(each);
        if (ladder.node() instanceof Listing list) {
          for (int i = 0; i < list.items().size(); i++) {
            all.add(ladder.item(list.items().get(i), i));
          }
        } else {
          all.add(ladder);
        }
      }
    }
    return all;
  }

  private static String nameOf(Spot step) {
    return step.node() instanceof Mapping m
            && m.get(StepShape.NAME).orElse(null) instanceof Scalar name
        ? name.text()
        : "";
  }

  private static Spot within(Spot spot, String text, List<About> abouts) {
    for (About each : abouts) {
      if (each.words().matcher(text).find() && spot.node() instanceof Mapping m) {
        for (Entry entry : m.entries()) {
          if (entry.key().equals(each.key())) {
            return spot.of(entry);
          }
        }
      }
    }
    return spot;
  }
}
