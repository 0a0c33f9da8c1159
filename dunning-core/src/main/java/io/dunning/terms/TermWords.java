package io.dunning.terms;

import io.dunning.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of payment terms, read one after the other; names the position of a strange one. */
final class TermWords {
  /** The longest text; the trade's terms have about twenty characters. */
  static final int LONGEST = 10_000;

  private static final Pattern WORD = Pattern.compile("[^\\s,]+");

  /** Such as {@code n/30}, {@code n30} and {@code net30}, which are two words. */
  private static final Pattern NET = Pattern.compile("(?:net|n)/?(\\d{1,5}(?:st|nd|rd|th)?|eom)");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,5})(st|nd|rd|th)");

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private int at;

  TermWords(String text) {
    this.text = Objects.requireNonNull(text, "text");
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "payment terms have more than " + LONGEST + " characters: " + Excerpt.of(text));
    }
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      add(lowerCase(m.group()), m.start());
    }
  }

  private void add(String word, int start) {
    Matcher net = NET.matcher(word);
    if (net.matches()) {
      words.add("net");
      starts.add(start);
      words.add(net.group(1));
      starts.add(start + net.start(1));
    } else {
      words.add(word.equals("n") ? "net" : word);
      starts.add(start);
    }
  }

  /**
   * Turns A to Z into a to z, and leaves every other character as it is. {@link
   * String#toLowerCase()} turns some letters into two and then takes quadratic time.
   */
  private static String lowerCase(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
    }
    return lower.toString();
  }

  boolean isAtEnd() {
    return at >= words.size();
  }

  /** The next word; empty text at the end. */
  String next() {
    return isAtEnd() ? "" : words.get(at);
  }

  void skip() {
    at++;
  }

  boolean is(String word) {
    return next().equals(word);
  }

  boolean take(String word) {
    boolean is = is(word);
    at += is ? 1 : 0;
    return is;
  }

  void expect(String word) {
    if (!take(word)) {
      throw stopped(word);
    }
  }

  int number() {
    if (!NUMBER.matcher(next()).matches() || Long.parseLong(next()) > Integer.MAX_VALUE) {
      throw stopped("a number");
    }
    return Integer.parseInt(words.get(at++));
  }

  /** Whether the next word is a day of the month such as {@code 10th}. */
  boolean isOrdinal() {
    Matcher m = ORDINAL.matcher(next());
    return m.matches() && m.group(2).equals(ending(Integer.parseInt(m.group(1))));
  }

  private static String ending(int number) {
    int last = number / 10 % 10 == 1 ? 0 : number % 10;
    return last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  }

  /** A day of the month: {@code 10} or {@code 10th}. */
  int day() {
    if (!isOrdinal()) {
      return number();
    }
    String word = words.get(at++);
    return Integer.parseInt(word.substring(0, word.length() - 2));
  }

  /** Goes back to a word that was read. */
  void back() {
    at--;
  }

  IllegalArgumentException stopped(String expected) {
    int position = isAtEnd() ? text.length() : starts.get(at);
    String found = isAtEnd() ? "nothing more" : Excerpt.of(text.substring(position));
    return new IllegalArgumentException(
        "cannot read payment terms at position "
            + (position + 1)
            + ", expected "
            + expected
            + ": "
            + found
            + "\nMaybe: net 30, 2/10 net 30, net 30 EOM, 15 prox, due on receipt");
  }
}
