package io.dunning.grammar;

import io.dunning.sentence.SentenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A text as words, names in double quotes, and the marks {@code ( ) ,}. */
public final class Tokens {
  /** The longest text that is read. */
  public static final int LONGEST = 100_000;

  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED,
    MARK
  }

  /**
   * A part of the text.
   *
   * @param kind what it is
   * @param text the word, the mark, or the name without its quotes
   * @param start where it begins
   * @param end where it ends, excluded
   */
  record Token(Kind kind, String text, int start, int end) {}

  private final String source;
  private final List<Token> all = new ArrayList<>();

  private Tokens(String source) {
    this.source = source;
  }

  /**
   * Divides a text.
   *
   * @param text any text
   * @return its tokens
   * @throws SentenceException if the text is too long, or a quote is not closed
   */
  public static Tokens of(String text) {
    Objects.requireNonNull(text, "text");
    if (text.length() > LONGEST) {
      throw new SentenceException("sentence has more than " + LONGEST + " characters", LONGEST, "");
    }
    Tokens tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      at = isSpace(text.charAt(at)) ? at + 1 : tokens.add(at);
    }
    return tokens;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isMark(char c) {
    return c == '(' || c == ')' || c == ',';
  }

  /** Adds the token that begins at a place; returns where it ends. */
  private int add(int start) {
    char first = source.charAt(start);
    if (first == '"') {
      int end = Names.endOfQuote(source, start);
      all.add(new Token(Kind.QUOTED, Names.unquoted(source, start, end), start, end));
      return end;
    }
    int end = start + 1;
    if (!isMark(first)) {
      while (end < source.length() && !endsWord(source.charAt(end))) {
        end++;
      }
    }
    Kind kind = isMark(first) ? Kind.MARK : Kind.WORD;
    all.add(new Token(kind, source.substring(start, end), start, end));
    return end;
  }

  private static boolean endsWord(char c) {
    return isSpace(c) || isMark(c) || c == '"';
  }

  /** {@return how many tokens there are} */
  public int size() {
    return all.size();
  }

  Kind kind(int at) {
    return all.get(at).kind();
  }

  String text(int at) {
    return all.get(at).text();
  }

  /** The words, marks and names, without quotes. */
  String[] texts() {
    return all.stream().map(Token::text).toArray(String[]::new);
  }

  boolean isWord(int at) {
    return at < all.size() && kind(at) == Kind.WORD;
  }

  /**
   * Whether a token is a certain word, in capital or small letters.
   *
   * @param at which token; one beyond the last is no word
   * @param word a word in small letters
   * @return false if it is another word, a mark or a name in quotes
   */
  public boolean is(int at, String word) {
    return isWord(at) && isAlike(text(at), word);
  }

  /**
   * Whether a token is a certain mark.
   *
   * @param at which token; one beyond the last is no mark
   * @param mark {@code (}, {@code )} or a comma
   * @return true if it is
   */
  public boolean isMark(int at, String mark) {
    return at < all.size() && kind(at) == Kind.MARK && text(at).equals(mark);
  }

  /** Capital A to Z are as small letters; every other character is only like itself. */
  static boolean isAlike(String text, String lower) {
    if (text.length() != lower.length()) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where a token begins.
   *
   * @param at which token
   * @return characters from the beginning; the length of the text behind the last token
   */
  public int start(int at) {
    return at < all.size() ? all.get(at).start() : source.length();
  }

  /** The words from one token to another, with one space between them. */
  String words(int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      words.append(i == from ? "" : " ").append(text(i));
    }
    return words.toString();
  }

  /** The text from one token to another, for a message: in quotes, and not long. */
  String found(int from, int to) {
    return from >= to ? "the end" : Names.excerpt(source.substring(start(from), endOf(to - 1)));
  }

  private int endOf(int at) {
    return all.get(at).end();
  }
}
