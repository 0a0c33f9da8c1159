package io.dunning.grammar;

import io.dunning.sentence.SentenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All forms of sentence that a kind of rule has. Of several forms that fit, the first counts.
 *
 * @param <T> the kind of rule
 */
public final class Grammar<T> {
  /** How many readings a message lists. */
  private static final int LISTED = 6;

  private final String kind;
  private final String example;
  private final List<Form<? extends T>> forms;
  private final Map<String, String> otherWords;

  /**
   * A grammar.
   *
   * @param kind what a sentence describes, such as {@code "a trigger"}
   * @param example a sentence to show to whoever wrote none that can be read
   * @param forms the forms, in the order in which they are tried
   */
  public Grammar(String kind, String example, List<Form<? extends T>> forms) {
    this(kind, example, forms, Map.of());
  }

  /**
   * A grammar that knows what people write instead of its sentences.
   *
   * @param kind what a sentence describes, such as {@code "a trigger"}
   * @param example a sentence to show to whoever wrote none that can be read
   * @param forms the forms, in the order in which they are tried
   * @param otherWords words that people use for a sentence that reads otherwise, each with that
   *     sentence; it is advised where no sentence can be read and the word is found
   */
  public Grammar(
      String kind, String example, List<Form<? extends T>> forms, Map<String, String> otherWords) {
    this.kind = kind;
    this.example = example;
    this.forms = List.copyOf(forms);
    this.otherWords = Map.copyOf(otherWords);
  }

  /**
   * A grammar of values that have words of their own, such as the constants of an enum.
   *
   * @param kind what one of them is, such as {@code "a tone"}
   * @param values the values; {@code toString} gives the words
   * @param <T> their type
   * @return the grammar
   */
  public static <T> Grammar<T> of(String kind, List<T> values) {
    String words = values.stream().map(Object::toString).collect(Collectors.joining("\", \""));
    Form<T> form = Form.of("{}", v -> v.get(0), Slot.oneOf(kind, values));
    return new Grammar<>(kind, words, List.of(form));
  }

  /** {@return the forms, in the order in which they are tried} */
  public List<Form<? extends T>> forms() {
    return forms;
  }

  /**
   * A rule, and the token behind its sentence.
   *
   * @param value the rule
   * @param end the token behind it
   * @param <T> the kind of rule
   */
  public record Found<T>(T value, int end) {}

  /** Where a sentence may end, in words for a message. */
  private record Stops(Form.Ends ends, List<String> words) {}

  /**
   * Reads a text that is one sentence.
   *
   * @param text the text
   * @return the rule
   * @throws SentenceException if the text is no such sentence
   */
  public T parse(String text) {
    Tokens tokens = Tokens.of(text);
    return read(tokens, 0, new Stops(at -> at == tokens.size(), List.of("the end"))).value();
  }

  /**
   * Reads a sentence that is a part of others: up to the end, a closing bracket, or a word that
   * joins sentences.
   *
   * @param tokens the whole text
   * @param from the token at which the sentence begins
   * @return the rule
   * @throws SentenceException if no such sentence begins there
   */
  public Found<T> read(Tokens tokens, int from) {
    return read(tokens, from, parts(tokens));
  }

  private static Stops parts(Tokens tokens) {
    return new Stops(
        at ->
            at == tokens.size()
                || tokens.is(at, "and")
                || tokens.is(at, "or")
                || tokens.isMark(at, ")"),
        List.of("\"and\"", "\"or\"", "the end"));
  }

  private Found<T> read(Tokens tokens, int from, Stops stops) {
    Progress progress = new Progress();
    for (Form<? extends T> form : forms) {
      Form.Match match = form.match(tokens, from, stops.ends(), progress);
      if (match != null) {
        return new Found<>(made(form, match, tokens.start(from)), match.end());
      }
    }
    throw stopped(tokens, from, stops, progress);
  }

  /**
   * Whether a sentence begins at a token that is a part of others, as in {@link #read}.
   *
   * @param tokens the whole text
   * @param from the token
   * @return true if one of the forms fits
   */
  public boolean fits(Tokens tokens, int from) {
    Form.Ends ends = parts(tokens).ends();
    return forms.stream().anyMatch(f -> f.match(tokens, from, ends, new Progress()) != null);
  }

  private T made(Form<? extends T> form, Form.Match match, int offset) {
    try {
      return form.make(match);
    } catch (SentenceException refused) {
      throw refused;
    } catch (IllegalArgumentException impossible) {
      throw Reader.refused(impossible, offset);
    }
  }

  /**
   * Prints a rule: without quotes around names if it is read as an equal rule then, else with them.
   *
   * @param rule the rule
   * @param sentence its form and its values
   * @return the sentence
   */
  public String words(T rule, Sentence sentence) {
    if (sentence.names().isEmpty()) {
      return sentence.plain();
    }
    String words = sentence.partlyQuoted();
    return words.length() <= Tokens.LONGEST && rule.equals(whole(words))
        ? words
        : sentence.quoted();
  }

  /** What a text is read as if it is one sentence, alone and among others; null if it is none. */
  private T whole(String text) {
    Tokens tokens = Tokens.of(text);
    Progress progress = new Progress();
    for (Form<? extends T> form : forms) {
      Form.Match match = form.match(tokens, 0, parts(tokens).ends(), progress);
      if (match != null) {
        return match.end() == tokens.size() ? possible(form, match) : null;
      }
    }
    return null;
  }

  /** The rule, or null if its values are impossible together. */
  private T possible(Form<? extends T> form, Form.Match match) {
    try {
      return form.make(match);
    } catch (IllegalArgumentException impossible) {
      return null;
    }
  }

  private SentenceException stopped(Tokens tokens, int from, Stops stops, Progress progress) {
    int end = from;
    while (end < tokens.size() && !stops.ends().at(end)) {
      end++;
    }
    if (!progress.isAny()) {
      String found =
          from == end ? kind + " is missing" : tokens.found(from, end) + " is not " + kind;
      return new SentenceException(found, tokens.start(from), nearest(tokens, from, end));
    }
    int at = progress.at();
    String other = otherWord(tokens, from, end);
    String advice =
        maybe(other == null ? likely(progress.form(), tokens, from, Math.max(at, end)) : other);
    if (progress.refusal() != null) {
      return new SentenceException(Reader.brief(progress.refusal()), tokens.start(at), advice);
    }
    return new SentenceException(
        "expected " + expected(progress, stops) + ", found " + tokens.found(at, tokens.size()),
        tokens.start(at),
        progress.expected().contains(Progress.END) && progress.form().endsWithName()
            ? "Maybe put the name in double quotes"
            : advice);
  }

  private String nearest(Tokens tokens, int from, int end) {
    String other = otherWord(tokens, from, end);
    if (other != null) {
      return maybe(other);
    }
    Form<?> nearest = Nearest.of(forms, tokens, from, end, example);
    return maybe(nearest == null ? example : likely(nearest, tokens, from, end));
  }

  /** The sentence that is meant by the first of the other words; null without one. */
  private String otherWord(Tokens tokens, int from, int end) {
    for (int at = from; at < end; at++) {
      for (Map.Entry<String, String> each : otherWords.entrySet()) {
        if (tokens.is(at, each.getKey())) {
          return each.getValue();
        }
      }
    }
    return null;
  }

  /** What was probably meant, with the author's own numbers if they make a sentence. */
  private String likely(Form<?> form, Tokens tokens, int from, int end) {
    String own = form.example(tokens, from, end);
    return whole(own) == null ? form.example() : own;
  }

  /** Such as {@code "at", "more" or the end}. */
  private static String expected(Progress progress, Stops stops) {
    List<String> all = new ArrayList<>(progress.expected());
    if (all.remove(Progress.END)) {
      all = new ArrayList<>(all.subList(0, Math.min(LISTED, all.size())));
      all.addAll(stops.words());
    }
    int last = Math.min(2 * LISTED, all.size()) - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  private static String maybe(String sentence) {
    return "Maybe \"" + sentence + "\"";
  }
}
