package io.dunning.grammar;

import java.util.List;

/** Finds the form of sentence that a misspelt sentence probably meant. */
final class Nearest {
  /** How many words of a text are compared, and the longest word. */
  private static final int WORDS = 8;

  private static final int LONGEST = 16;

  /** Less than half of the words of a form is no resemblance. */
  private static final double LEAST = 0.5;

  /** A word with a slip counts a bit less than the word itself. */
  private static final double SLIP = 0.9;

  private Nearest() {}

  /** The nearest form; if none is near, that of an example, or null if the example has none. */
  static <F extends Form<?>> F of(
      List<F> forms, Tokens tokens, int from, int end, String otherwise) {
    F nearest = null;
    double best = LEAST;
    for (F form : forms) {
      double score = score(form.literals(), tokens, from, Math.min(end, from + WORDS));
      if (score > best) {
        best = score;
        nearest = form;
      } else if (nearest == null && form.example().equals(otherwise)) {
        nearest = form;
      }
    }
    return nearest;
  }

  /** Which share of the words of a form are in a text. */
  private static double score(List<String> words, Tokens tokens, int from, int end) {
    double found = 0;
    for (String word : words) {
      double likeness = 0;
      for (int i = from; i < end && likeness < 1; i++) {
        if (tokens.is(i, word)) {
          likeness = 1;
        } else if (tokens.isWord(i) && isNear(word, tokens.text(i))) {
          likeness = SLIP;
        }
      }
      found += likeness;
    }
    return words.isEmpty() ? 0 : found / words.size();
  }

  /** Whether one letter in four at most differs, is left out or is too many; one at least may. */
  private static boolean isNear(String word, String found) {
    int most = Math.max(1, word.length() / 4);
    return word.length() > 2
        && found.length() <= LONGEST
        && Math.abs(word.length() - found.length()) <= most
        && distance(word, found) <= most;
  }

  private static int distance(String word, String found) {
    int[] row = new int[found.length() + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    for (int i = 1; i <= word.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean alike =
            Character.toLowerCase(word.charAt(i - 1)) == Character.toLowerCase(found.charAt(j - 1));
        int replaced = diagonal + (alike ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[found.length()];
  }
}
