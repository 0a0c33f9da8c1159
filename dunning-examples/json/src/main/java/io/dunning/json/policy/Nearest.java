package io.dunning.json.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what was probably meant. */
final class Nearest {
  private static final int LONGEST = 60;
  private static final int MANY = 12;

  private Nearest() {}

  /** The known word that takes the fewest changes, if they are few. */
  static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(word);
    return known.stream()
        .filter(k -> k.length() <= LONGEST)
        .filter(k -> changes(plain, plain(k)) <= Math.max(1, k.length() / 3))
        .min(Comparator.comparingInt(k -> changes(plain, plain(k))));
  }

  /** Advice that names the nearest word, or all if there are few. */
  static String advice(String word, Collection<String> known) {
    Optional<String> nearest = to(word, known);
    if (nearest.isPresent()) {
      return "Maybe \"" + nearest.get() + '"';
    }
    String first = known.stream().limit(MANY).collect(Collectors.joining("\", \"", "\"", "\""));
    return "Maybe one of " + first + (known.size() > MANY ? " and others" : "");
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
  }

  /** How many letters to put in, take out or change. */
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int kept = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(kept, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
