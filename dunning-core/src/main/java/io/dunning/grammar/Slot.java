package io.dunning.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A place for a value in a form of sentence. */
public abstract class Slot {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,10}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");
  private static final Pattern PERCENT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?%");

  private final String expected;
  private final String example;

  Slot(String expected, String example) {
    this.expected = expected;
    this.example = example;
  }

  /** What stands here, for a message. */
  final String expected() {
    return expected;
  }

  /** A value in words. */
  final String example() {
    return example;
  }

  /**
   * The first value of a text that may stand here; null if there is none, or a name stands here.
   */
  final Read first(Tokens tokens, int from, int end) {
    for (int at = from; at < end && !isName(); at++) {
      Read found = possible(tokens, at);
      if (found != null && found.end() <= end) {
        return found;
      }
    }
    return null;
  }

  private Read possible(Tokens tokens, int at) {
    try {
      return read(tokens, at);
    } catch (IllegalArgumentException impossible) {
      return null;
    }
  }

  /**
   * Whether the value is one of a few, so that a text that names it means it wherever it stands.
   */
  boolean isChoice() {
    return false;
  }

  /**
   * A value that was read.
   *
   * @param value the value
   * @param end the token behind it
   */
  public record Read(Object value, int end) {}

  /**
   * Reads the value that begins at a token.
   *
   * @return the value; null if something else stands there
   * @throws IllegalArgumentException if such a value stands there, but is impossible
   */
  abstract Read read(Tokens tokens, int at);

  /** The words of a value. */
  String print(Object value) {
    return value.toString();
  }

  /** Whether the value is the user's own text. */
  boolean isName() {
    return false;
  }

  /** Whether a name may stand without quotes here. */
  boolean allows(Tokens tokens, int from) {
    return true;
  }

  /**
   * A place for a whole number.
   *
   * @param example such as {@code "14"}
   * @return the place; its values are of type {@code Integer}
   */
  public static Slot number(String example) {
    return new Slot("a number", example) {
      @Override
      Read read(Tokens tokens, int at) {
        if (!tokens.isWord(at) || !WHOLE.matcher(tokens.text(at)).matches()) {
          return null;
        }
        long number = Long.parseLong(tokens.text(at));
        return number == (int) number ? new Read((int) number, at + 1) : null;
      }
    };
  }

  /**
   * A place for an amount of money.
   *
   * @param parse reads an amount such as {@code "500.00 EUR"}
   * @return the place
   */
  public static Slot amount(Function<String, ?> parse) {
    return new Slot("an amount such as 500.00 EUR", "500.00 EUR") {
      @Override
      Read read(Tokens tokens, int at) {
        boolean amount =
            tokens.isWord(at)
                && tokens.isWord(at + 1)
                && DECIMAL.matcher(tokens.text(at)).matches()
                && CODE.matcher(tokens.text(at + 1)).matches();
        return amount
            ? new Read(
                parse.apply(tokens.text(at) + " " + tokens.text(at + 1).toUpperCase(Locale.ROOT)),
                at + 2)
            : null;
      }
    };
  }

  /**
   * A place for a percentage.
   *
   * @param parse reads a percentage such as {@code "40%"}
   * @return the place
   */
  public static Slot percentage(Function<String, ?> parse) {
    return new Slot("a percentage such as 40%", "40%") {
      @Override
      Read read(Tokens tokens, int at) {
        if (!tokens.isWord(at)) {
          return null;
        }
        if (PERCENT.matcher(tokens.text(at)).matches()) {
          return new Read(parse.apply(tokens.text(at)), at + 1);
        }
        boolean apart = DECIMAL.matcher(tokens.text(at)).matches() && tokens.is(at + 1, "%");
        return apart ? new Read(parse.apply(tokens.text(at) + "%"), at + 2) : null;
      }
    };
  }

  /**
   * A place for a number of days, business days, months or years.
   *
   * @param parse reads such as {@code "20 business days"}
   * @return the place
   */
  public static Slot days(Function<String, ?> parse) {
    return new Slot("a number of days such as 14 days", "14 days") {
      @Override
      Read read(Tokens tokens, int at) {
        if (!tokens.isWord(at) || !WHOLE.matcher(tokens.text(at)).matches()) {
          return null;
        }
        int unit = tokens.is(at + 1, "business") ? at + 2 : at + 1;
        boolean days = tokens.is(unit, "day") || tokens.is(unit, "days");
        boolean longer =
            tokens.is(unit, "month")
                || tokens.is(unit, "months")
                || tokens.is(unit, "year")
                || tokens.is(unit, "years");
        if (!days && (!longer || unit > at + 1)) {
          return null;
        }
        String words = tokens.words(at, unit + 1).toLowerCase(Locale.ROOT);
        return new Read(parse.apply(words), unit + 1);
      }
    };
  }

  /**
   * A place for one of several values, in the words in which they print.
   *
   * @param what what they are, such as {@code "a channel"}
   * @param values the values
   * @return the place
   */
  public static Slot oneOf(String what, List<?> values) {
    List<Choice> choices = Choice.of(values);
    return new Slot(what, values.get(0).toString()) {
      @Override
      Read read(Tokens tokens, int at) {
        return Choice.longest(choices, tokens, at);
      }

      @Override
      boolean isChoice() {
        return true;
      }
    };
  }

  /**
   * A place for one or more of several values, with {@code or} between them.
   *
   * @param what what one of them is
   * @param values the values
   * @return the place; its values are lists
   */
  public static Slot anyOf(String what, List<?> values) {
    List<Choice> choices = Choice.of(values);
    return new Slot(what, values.get(0).toString()) {
      @Override
      boolean isChoice() {
        return true;
      }

      @Override
      String print(Object value) {
        return ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining(" or "));
      }

      @Override
      Read read(Tokens tokens, int at) {
        List<Object> found = new ArrayList<>();
        int end = at;
        Read next = Choice.longest(choices, tokens, at);
        while (next != null) {
          found.add(next.value());
          end = next.end();
          next = tokens.is(end, "or") ? Choice.longest(choices, tokens, end + 1) : null;
          boolean goesOn = next != null && tokens.isWord(next.end()) && !joins(tokens, next.end());
          next = goesOn ? null : next;
        }
        return found.isEmpty() ? null : new Read(found, end);
      }
    };
  }

  private record Choice(Object value, String[] words) {
    static List<Choice> of(List<?> values) {
      return values.stream().map(v -> new Choice(v, Tokens.of(v.toString()).texts())).toList();
    }

    /** The value that most of the next words name; null if they name none. */
    static Read longest(List<Choice> choices, Tokens tokens, int at) {
      Choice longest = null;
      for (Choice each : choices) {
        boolean longer = longest == null || each.words.length > longest.words.length;
        longest = longer && each.isAt(tokens, at) ? each : longest;
      }
      return longest == null ? null : new Read(longest.value, at + longest.words.length);
    }

    boolean isAt(Tokens tokens, int at) {
      for (int i = 0; i < words.length; i++) {
        if (!tokens.is(at + i, words[i]) && !tokens.isMark(at + i, words[i])) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A place for a name, in double quotes or without.
   *
   * @param what what it names, such as {@code "the name of a step"}
   * @param example such as {@code "final demand"}
   * @return the place; its values are of type {@code String}
   */
  public static Slot name(String what, String example) {
    return name(what, example, List::of);
  }

  /**
   * A place for a name that needs quotes if it begins with certain words, so that a slip of the pen
   * in another sentence does not turn it into a name.
   *
   * @param what what it names
   * @param example a name
   * @param others the words, in small letters
   * @return the place; its values are of type {@code String}
   */
  public static Slot name(
      String what, String example, Supplier<? extends Iterable<String>> others) {
    return new Slot(what, example) {
      @Override
      boolean isName() {
        return true;
      }

      @Override
      boolean allows(Tokens tokens, int from) {
        for (String each : others.get()) {
          if (tokens.is(from, each)) {
            return false;
          }
        }
        return true;
      }

      /** The name up to the next mark, quote or word that joins sentences. */
      @Override
      Read read(Tokens tokens, int at) {
        if (at < tokens.size() && tokens.kind(at) == Tokens.Kind.QUOTED) {
          return new Read(tokens.text(at), at + 1);
        }
        int end = endOfWords(tokens, at);
        return end > at && allows(tokens, at) ? new Read(tokens.words(at, end), end) : null;
      }
    };
  }

  static int endOfWords(Tokens tokens, int at) {
    int end = at;
    while (tokens.isWord(end) && !joins(tokens, end)) {
      end++;
    }
    return end;
  }

  private static boolean joins(Tokens tokens, int at) {
    return tokens.is(at, "and") || tokens.is(at, "or") || tokens.is(at, "if");
  }
}
