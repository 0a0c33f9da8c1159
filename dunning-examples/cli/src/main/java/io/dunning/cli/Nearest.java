package io.dunning.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds which known words somebody may have meant. */
final class Nearest {
  /** A longer word is no misspelt one. */
  private static final int LONGEST = 60;

  private static final int MOST = 2;

  private Nearest() {}

  /** Up to two words that are spelt much like a word, the nearest first; perhaps none. */
  static List<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    String plain = plain(word);
    int least = known.stream().mapToInt(k -> changes(plain, k)).min().orElse(0);
    return known.stream()
        .filter(k -> changes(plain, k) <= Math.min(least + 1, Math.max(2, k.length() / 3)))
        .sorted(Comparator.comparingInt((String k) -> changes(plain, k)))
        .limit(MOST)
        .toList();
  }

  /**
   * The known word of which a word is a slip of the pen: it differs by its capitals, by how its
   * parts are joined, and by one character, or two of a long word. It finds less than {@link #to},
   * as the word may also be right.
   */
  static Optional<String> slip(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(word);
    return known.stream()
        .filter(k -> changes(plain, plain(k)) <= (k.length() < 3 ? 0 : k.length() < 8 ? 1 : 2))
        .min(Comparator.comparingInt(k -> changes(plain, plain(k))));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /** How many characters must be put in, left out, changed or swapped with the next. */
  private static int changes(String from, String to) {
    int[][] best = new int[from.length() + 1][to.length() + 1];
    Arrays.setAll(best[0], j -> j);
    for (int i = 1; i <= from.length(); i++) {
      best[i][0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int changed = best[i - 1][j - 1] + (same ? 0 : 1);
        best[i][j] = Math.min(changed, 1 + Math.min(best[i - 1][j], best[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          best[i][j] = Math.min(best[i][j], best[i - 2][j - 2] + 1);
        }
      }
    }
    return best[from.length()][to.length()];
  }
}
