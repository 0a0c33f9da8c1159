package io.dunning.check;

import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.sentence.SentenceException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves the bounds of conditions as little as possible: "at least 500.00 EUR" becomes "more than
 * 500.00 EUR", and a number of days, invoices or events becomes one more or one less. Tests that
 * ask just below, at and just above a bound notice that.
 */
final class Bounds {
  private static final Pattern BOUND =
      Pattern.compile(
          "at least (?<amount>\\d+(?:\\.\\d+)? [A-Z]{3})\\b"
              + "|at least (?<count>\\d+)(?= (?:calendar |business )?(?:days?|invoices|times)\\b)"
              + "|(?<events>\\d+)(?= promises were broken| attempts)");

  /** What is asked in words of the author, in which a number is no bound. */
  private static final Set<Topic> WORDS =
      EnumSet.of(Topic.TAG, Topic.SEGMENT, Topic.COUNTRY, Topic.FACT);

  private Bounds() {}

  /** A condition with one bound moved, and how it was moved. */
  record Moved(String words, Condition condition) {}

  /** Every way to move one bound; none for a test of the author's own, which has no sentence. */
  static List<Moved> of(Condition condition) {
    String sentence = condition.toString();
    List<Moved> all = new ArrayList<>();
    if (!parsed(sentence).equals(Optional.of(condition))) {
      return all;
    }
    Matcher bound = BOUND.matcher(sentence);
    while (bound.find()) {
      int place = bound.start();
      if (ConditionParts.of(condition).stream().noneMatch(p -> names(p, sentence, place))) {
        move(sentence, bound, all);
      }
    }
    return all;
  }

  /** Whether a place in a sentence belongs to a part that names what customers are. */
  private static boolean names(Condition part, String sentence, int place) {
    int from = sentence.lastIndexOf(part.toString(), place);
    boolean within = from >= 0 && place < from + part.toString().length();
    return within && WORDS.contains(ConditionParts.mentions(part).get(0).topic());
  }

  private static void move(String sentence, Matcher bound, List<Moved> all) {
    if (bound.group("amount") != null) {
      Money least = Money.parse(bound.group("amount"));
      String more = least.plus(Money.ofMinor(1, least.currency())).toString();
      String words = "asks for more than " + least + ", not for at least that";
      add(words, put(sentence, bound, "amount", more), all);
      return;
    }
    String group = bound.group("count") == null ? "events" : "count";
    int number = Integer.parseInt(bound.group(group));
    String words = "asks for %d instead of " + number;
    add(words.formatted(number + 1), put(sentence, bound, group, "" + (number + 1)), all);
    if (number > 1) {
      add(words.formatted(number - 1), put(sentence, bound, group, "" + (number - 1)), all);
    }
  }

  private static String put(String sentence, Matcher bound, String group, String other) {
    return sentence.substring(0, bound.start(group)) + other + sentence.substring(bound.end(group));
  }

  /** Adds what can be read: one day is no "days", and one promise is no number. */
  private static void add(String words, String sentence, List<Moved> all) {
    parsed(sentence)
        .or(() -> parsed(sentence.replaceAll("\\b1 (calendar |business )?days\\b", "1 $1day")))
        .or(
            () ->
                parsed(sentence.replaceAll("\\b(\\d+) (calendar |business )?day\\b", "$1 $2days")))
        .or(() -> parsed(sentence.replace("1 promises were broken", "a promise was broken")))
        .ifPresent(c -> all.add(new Moved(words, c)));
  }

  private static Optional<Condition> parsed(String sentence) {
    try {
      return Optional.of(Condition.parse(sentence));
    } catch (SentenceException e) {
      return Optional.empty();
    }
  }
}
