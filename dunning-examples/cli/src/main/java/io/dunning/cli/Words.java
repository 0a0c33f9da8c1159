package io.dunning.cli;

/**
 * Gives the same string for the same characters again and again, so that words that many rows have,
 * such as currencies, are made and hashed once. It remembers few words, however many there are.
 */
final class Words {
  private static final int REMEMBERED = 256;

  private final String[] known = new String[REMEMBERED];

  /** The word in these places of a text, the end excluded. */
  String of(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int place = (hash ^ hash >>> 8) & REMEMBERED - 1;
    String word = known[place];
    if (word == null || !isSame(word, text, from, to)) {
      word = new String(text, from, to - from);
      known[place] = word;
    }
    return word;
  }

  private static boolean isSame(String word, char[] text, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (word.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
