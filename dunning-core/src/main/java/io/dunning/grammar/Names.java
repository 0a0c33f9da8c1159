package io.dunning.grammar;

import io.dunning.sentence.SentenceException;
import java.util.List;

/** Names that stand in sentences: as they are where nothing is unclear, else in double quotes. */
public final class Names {
  /** How many characters of a text a message repeats. */
  static final int SHOWN = 60;

  /** Words that a name without quotes must not contain. */
  private static final List<String> RESERVED = List.of("and", "or", "if", "not");

  private Names() {}

  /**
   * A name in double quotes.
   *
   * @param name any text
   * @return the text, with escapes for quotes, backslashes, line ends and what nobody sees
   */
  public static String quote(String name) {
    StringBuilder quoted = new StringBuilder(name.length() + 2).append('"');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (isUnseen(name, i)) {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * A name as it stands in a sentence.
   *
   * @param name any text
   * @param behind words that can follow a name in the sentence
   * @return the name as it is; in double quotes if that is unclear, or if such a word is in it
   */
  public static String words(String name, String... behind) {
    if (!isPlain(name)) {
      return quote(name);
    }
    Tokens tokens = Tokens.of(name);
    for (int i = 0; i < tokens.size(); i++) {
      for (String each : behind) {
        if (tokens.is(i, each)) {
          return quote(name);
        }
      }
    }
    return name;
  }

  /** Whether a character shows nothing, or only shows together with another that is not there. */
  private static boolean isUnseen(String text, int at) {
    char c = text.charAt(at);
    if (Character.isSurrogate(c)) {
      boolean pair =
          Character.isHighSurrogate(c)
              ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
              : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
      return !pair;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SPACE_SEPARATOR && c != ' ';
  }

  /** Where the name that begins with a quote ends, behind the closing quote. */
  static int endOfQuote(String text, int start) {
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      i += c == '\\' ? 1 : 0;
    }
    throw new SentenceException("the quote is not closed", start, "Maybe add \" behind the name");
  }

  /** The name between two quotes. */
  static String unquoted(String text, int start, int end) {
    StringBuilder name = new StringBuilder();
    int at = start + 1;
    while (at < end - 1) {
      char c = text.charAt(at);
      if (c != '\\') {
        name.append(c);
        at++;
      } else if (text.charAt(at + 1) == 'u') {
        name.append(character(text, at, end - 1));
        at += 6;
      } else {
        name.append(escaped(text, at));
        at += 2;
      }
    }
    return name.toString();
  }

  private static char character(String text, int at, int end) {
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      char c = i < end ? text.charAt(i) : ' ';
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unknown(at);
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  private static char escaped(String text, int at) {
    return switch (text.charAt(at + 1)) {
      case '"' -> '"';
      case '\\' -> '\\';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw unknown(at);
    };
  }

  private static SentenceException unknown(int at) {
    return new SentenceException(
        "unknown character behind a backslash", at, "Maybe \\\\ \\\" \\n \\r \\t or \\u00e4");
  }

  /** Whether a name can stand without quotes: seen words with single spaces, none that joins. */
  static boolean isPlain(String name) {
    if (name.isEmpty() || name.length() > Tokens.LONGEST) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '"' || isUnseen(name, i)) {
        return false;
      }
    }
    Tokens tokens = Tokens.of(name);
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isWord(i) || isReserved(tokens, i)) {
        return false;
      }
    }
    return tokens.words(0, tokens.size()).equals(name);
  }

  private static boolean isReserved(Tokens tokens, int at) {
    for (String word : RESERVED) {
      if (tokens.is(at, word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The beginning of a text in quotes, for a message.
   *
   * @param text any text
   * @return the text in quotes; of a long one up to 60 characters, and three dots
   */
  public static String excerpt(String text) {
    int shown = Math.min(SHOWN, text.length());
    while (quote(text.substring(0, shown)).length() > 2 * SHOWN) {
      shown /= 2;
    }
    return quote(text.substring(0, shown)) + (shown < text.length() ? "..." : "");
  }
}
