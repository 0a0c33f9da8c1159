package io.dunning.json.policy;

import io.dunning.json.policy.PolicyFileProblem.Kind;
import io.dunning.sentence.SentenceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong in a file. */
final class Problems {
  private static final int MOST = 1_000;
  private static final int LONGEST = 60;

  private final List<PolicyFileProblem> all = new ArrayList<>();
  private final Set<List<Object>> said = new HashSet<>();
  private int count;

  /** Adds a problem of a text that cannot be read; the advice may be empty. */
  void add(Place place, String path, String message, String advice) {
    add(place, path, message, advice, Kind.UNREADABLE);
  }

  private void add(Place place, String path, String message, String advice, Kind kind) {
    count++;
    // a policy that others extend has its mistakes once
    if (all.size() < MOST && said.add(List.of(place, message))) {
      all.add(
          new PolicyFileProblem(
              place.file(), place.line(), place.column(), path, message, advice, kind));
    }
  }

  /** Adds a problem at a spot. */
  void add(Spot spot, String message, String advice) {
    add(spot.node().place(), spot.path(), message, advice);
  }

  /** Adds a problem of some kind at a spot. */
  void add(Spot spot, String message, String advice, Kind kind) {
    add(spot.node().place(), spot.path(), message, advice, kind);
  }

  /** Adds what a value says of itself: a sentence, and perhaps advice on a second line. */
  void add(Spot spot, IllegalArgumentException refusal, String example) {
    if (refusal instanceof SentenceException sentence) {
      String advice = stripped(sentence.advice().orElse(""));
      Place place =
          spot.node() instanceof Node.Scalar scalar
              ? scalar.placeOf(sentence.offset())
              : spot.node().place();
      add(
          place,
          spot.path(),
          shownLong(sentence.problem()),
          advice.isEmpty() ? example : shownLong(advice));
      return;
    }
    String text = String.valueOf(refusal.getMessage());
    int end = text.indexOf('\n');
    String message = end < 0 ? text : text.substring(0, end);
    String advice = end < 0 ? "" : stripped(text.substring(end + 1));
    add(spot, shownLong(message), advice.isEmpty() ? example : shownLong(advice));
  }

  /** Advice without the word that it begins with. */
  private static String stripped(String advice) {
    String line = advice.strip().replace('\n', ' ');
    return line.startsWith("Maybe") ? line.substring(5).replaceFirst("^:?\\s*", "") : line;
  }

  /** How often something was wrong, also where it had been said before or there is no room. */
  int count() {
    return count;
  }

  /** Whether there is no room for another problem. */
  boolean isFull() {
    return all.size() >= MOST;
  }

  /** Throws what was found, in the order of the files, if anything was. */
  void raise() {
    if (!all.isEmpty()) {
      List<PolicyFileProblem> sorted = new ArrayList<>(all);
      sorted.sort(
          Comparator.comparing(PolicyFileProblem::file)
              .thenComparingInt(PolicyFileProblem::line)
              .thenComparingInt(PolicyFileProblem::column));
      throw new PolicyFileException(sorted);
    }
  }

  /** The path of a key within a path. */
  static String inner(String path, String key) {
    return path.isEmpty() ? shown(key) : path + "." + shown(key);
  }

  /** A text of a file, short and on one line. */
  static String shown(String text) {
    return visible(text, LONGEST);
  }

  private static String shownLong(String text) {
    return visible(text, 1_000);
  }

  /** A text of a file in quotes. */
  static String quoted(String text) {
    return '"' + shown(text) + '"';
  }

  /** Where to cut a long text so that no character is cut in two. */
  private static int end(String text, int longest) {
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }

  private static String visible(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    String start = text.length() <= longest ? text : text.substring(0, end(text, longest));
    for (char c : start.toCharArray()) {
      shown.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.length() <= longest ? shown.toString() : shown + "...";
  }
}
