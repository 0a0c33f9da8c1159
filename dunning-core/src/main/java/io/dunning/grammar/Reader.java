package io.dunning.grammar;

import io.dunning.sentence.SentenceException;
import java.util.function.Supplier;

/** Reads the tokens of a text one after the other, for sentences with lists in them. */
public final class Reader {
  /** The longest message of a value that is passed on. */
  private static final int LONGEST = 120;

  private final Tokens tokens;
  private final String example;
  private int at;

  /**
   * A reader at the beginning of a text.
   *
   * @param text the text
   * @param example a sentence to show to whoever wrote none that can be read
   * @throws SentenceException if the text is too long, or a quote is not closed
   */
  public Reader(String text, String example) {
    tokens = Tokens.of(text);
    this.example = example;
  }

  /** {@return whether all was read} */
  public boolean isAtEnd() {
    return at == tokens.size();
  }

  /**
   * Reads some words or marks if they come next.
   *
   * @param words words in small letters and commas, with a space between them
   * @return whether they came
   */
  public boolean take(String words) {
    int next = at;
    for (String each : words.split(" ")) {
      if (!tokens.is(next, each) && !tokens.isMark(next, each)) {
        return false;
      }
      next++;
    }
    at = next;
    return true;
  }

  /**
   * Reads some words or marks that have to come next.
   *
   * @param words words in small letters and commas, with a space between them
   * @throws SentenceException if something else comes
   */
  public void expect(String words) {
    if (!take(words)) {
      throw stopped("\"" + words + "\"");
    }
  }

  /**
   * Reads a value if one comes next.
   *
   * @param slot what kind of value
   * @param <V> its type
   * @return the value; null if something else comes
   * @throws SentenceException if such a value comes, but is impossible
   */
  @SuppressWarnings("unchecked")
  public <V> V takeOne(Slot slot) {
    try {
      Slot.Read read = slot.read(tokens, at);
      if (read == null) {
        return null;
      }
      at = read.end();
      return (V) read.value();
    } catch (SentenceException refused) {
      throw refused;
    } catch (IllegalArgumentException impossible) {
      throw refused(impossible, tokens.start(at));
    }
  }

  /**
   * Reads a value that has to come next.
   *
   * @param slot what kind of value
   * @param <V> its type
   * @return the value
   * @throws SentenceException if something else comes, or an impossible value
   */
  public <V> V one(Slot slot) {
    V value = takeOne(slot);
    if (value == null) {
      throw stopped(slot.expected());
    }
    return value;
  }

  /**
   * Reads a name that has to come next: in quotes, or the words up to certain ones.
   *
   * @param what what it names, such as {@code "the name of a notice"}
   * @param behind words that can follow it
   * @return the name
   * @throws SentenceException if no name comes
   */
  public String name(String what, String... behind) {
    if (at < tokens.size() && tokens.kind(at) == Tokens.Kind.QUOTED) {
      at++;
      return tokens.text(at - 1);
    }
    int start = at;
    int last = Slot.endOfWords(tokens, at);
    while (at < last && !isAnyOf(behind)) {
      at++;
    }
    if (at == start) {
      throw stopped(what);
    }
    return tokens.words(start, at);
  }

  private boolean isAnyOf(String... words) {
    for (String each : words) {
      if (tokens.is(at, each)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The next word or name.
   *
   * @return its text; empty at the end
   */
  public String next() {
    return isAtEnd() ? "" : tokens.text(at);
  }

  /** Goes past the next word. */
  public void skip() {
    at++;
  }

  /**
   * Makes a value of what was read.
   *
   * @param maker makes it
   * @param <V> its type
   * @return the value
   * @throws SentenceException if the maker finds it impossible; from the beginning of the text
   */
  public <V> V made(Supplier<V> maker) {
    try {
      return maker.get();
    } catch (SentenceException refused) {
      throw refused;
    } catch (IllegalArgumentException impossible) {
      throw refused(impossible, tokens.start(0));
    }
  }

  /**
   * Goes on to the end.
   *
   * @param what what may still come, or the end
   * @throws SentenceException if the end does not come next
   */
  public void end(String what) {
    if (!isAtEnd()) {
      throw stopped(what);
    }
  }

  /**
   * Says that something else was expected.
   *
   * @param expected what should come next
   * @return the exception, to be thrown
   */
  public SentenceException stopped(String expected) {
    return new SentenceException(
        "expected " + expected + ", found " + tokens.found(at, tokens.size()),
        tokens.start(at),
        "Maybe \"" + example + "\"");
  }

  /**
   * Says that what was just read means nothing.
   *
   * @param problem what is wrong, perhaps with advice on a second line
   * @return the exception, to be thrown; it points to the last word that was read
   */
  public SentenceException meaningless(String problem) {
    return refused(new IllegalArgumentException(problem), tokens.start(at - 1));
  }

  /** The first line of a message, without the end of what is very long in it. */
  static String brief(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /**
   * Says that what was read makes an impossible value.
   *
   * @param impossible what the value says
   * @param offset where it begins
   * @return the exception, to be thrown
   */
  public static SentenceException refused(IllegalArgumentException impossible, int offset) {
    String[] lines = String.valueOf(impossible.getMessage()).split("\n", 2);
    return new SentenceException(brief(lines[0]), offset, lines.length > 1 ? brief(lines[1]) : "");
  }
}
