package io.dunning.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A form of sentence: words, and places for values. {@code overdue at least {}} has one place. A
 * word such as {@code day(s)} agrees with the number before it, and of {@code days|day} the first
 * is printed and both are read.
 *
 * @param <T> what the sentence describes
 */
public final class Form<T> {
  final List<Part> parts;
  private final Function<Values, T> maker;

  private Form(List<Part> parts, Function<Values, T> maker) {
    this.parts = parts;
    this.maker = maker;
  }

  /** A word, or a place for a value. */
  sealed interface Part {
    String print(Object value, Object before, boolean quoting);
  }

  record Word(List<String> readings, boolean plural) implements Part {
    @Override
    public String print(Object value, Object before, boolean quoting) {
      return readings.get(plural && !Integer.valueOf(1).equals(before) ? 1 : 0);
    }

    boolean isAt(Tokens tokens, int at) {
      for (String each : readings) {
        if (tokens.is(at, each)) {
          return true;
        }
      }
      return false;
    }
  }

  record Place(Slot slot) implements Part {
    @Override
    public String print(Object value, Object before, boolean quoting) {
      return quoting && slot.isName() ? Names.quote(value.toString()) : slot.print(value);
    }
  }

  /** The values of a sentence that was read. */
  public static final class Values {
    private final Object[] all;

    private Values(Object[] all) {
      this.all = all;
    }

    /**
     * A value.
     *
     * @param at which place, from 0
     * @param <V> the type of the place
     * @return the value
     */
    @SuppressWarnings("unchecked")
    public <V> V get(int at) {
      return (V) all[at];
    }
  }

  /**
   * A form of sentence.
   *
   * @param pattern words in small letters, and {@code {}} for each place
   * @param maker makes the rule of its values
   * @param slots the places, in order
   * @param <T> what the sentence describes
   * @return the form
   */
  public static <T> Form<T> of(String pattern, Function<Values, T> maker, Slot... slots) {
    List<Part> parts = new ArrayList<>();
    int places = 0;
    for (String each : pattern.split(" ")) {
      if (each.equals("{}")) {
        parts.add(new Place(slots[places]));
        places++;
      } else if (each.endsWith("(s)")) {
        String one = each.substring(0, each.length() - 3);
        parts.add(new Word(List.of(one, one + "s"), true));
      } else {
        parts.add(new Word(List.of(each.split("\\|")), false));
      }
    }
    return new Form<>(List.copyOf(parts), maker);
  }

  /**
   * A sentence of this form.
   *
   * @param values the values, one a place
   * @return the sentence
   */
  public Sentence with(Object... values) {
    return new Sentence(this, List.of(values));
  }

  /** Prints a sentence; names in quotes if the flag of their place says so. */
  String print(List<Object> values, boolean[] quoting) {
    StringBuilder text = new StringBuilder();
    Object before = null;
    int places = 0;
    for (Part part : parts) {
      boolean place = part instanceof Place;
      Object value = place ? values.get(places) : null;
      text.append(text.length() == 0 ? "" : " ");
      text.append(part.print(value, before, place && quoting[places]));
      before = place ? value : before;
      places += place ? 1 : 0;
    }
    return text.toString();
  }

  /** Which places are for names. */
  boolean[] names() {
    List<Slot> slots = slots();
    boolean[] names = new boolean[slots.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = slots.get(i).isName();
    }
    return names;
  }

  List<Slot> slots() {
    return parts.stream().filter(Place.class::isInstance).map(p -> ((Place) p).slot()).toList();
  }

  /**
   * A sentence of this form.
   *
   * @return such as {@code overdue at least 500.00 EUR}
   */
  public String example() {
    return example(Tokens.of(""), 0, 0);
  }

  /** An example with those values that a text names: numbers and amounts in their order. */
  String example(Tokens tokens, int from, int end) {
    StringBuilder text = new StringBuilder();
    Object before = null;
    int next = from;
    for (Part part : parts) {
      Slot slot = part instanceof Place place ? place.slot() : null;
      Slot.Read own = slot == null ? null : slot.first(tokens, slot.isChoice() ? from : next, end);
      next = own == null || slot.isChoice() ? next : own.end();
      text.append(text.length() == 0 ? "" : " ");
      if (slot == null) {
        text.append(part.print(null, before, false));
      } else {
        text.append(own == null ? slot.example() : slot.print(own.value()));
      }
      before = own == null ? null : own.value();
    }
    return text.toString();
  }

  /** The words, in the reading that is printed of several things. */
  List<String> literals() {
    return parts.stream()
        .filter(Word.class::isInstance)
        .map(p -> p.print(null, null, false))
        .toList();
  }

  /**
   * The word that a sentence of this form begins with.
   *
   * @return the word; empty text if a sentence begins with a value
   */
  public String firstWord() {
    return parts.get(0) instanceof Word word ? word.readings().get(0) : "";
  }

  /** Whether the last thing in a sentence of this form is a name. */
  boolean endsWithName() {
    return parts.get(parts.size() - 1) instanceof Place place && place.slot().isName();
  }

  /** A sentence that was read: its values, and the token behind it. */
  record Match(Object[] values, int end) {}

  /** Reads a sentence that begins at a token and is followed by an end; null if it is no such. */
  Match match(Tokens tokens, int from, Ends ends, Progress progress) {
    return new FormMatching(this, tokens, ends, progress)
        .match(0, from, new Object[slots().size()], 0);
  }

  T make(Match match) {
    return maker.apply(new Values(match.values()));
  }

  /** Says where a sentence may end. */
  @FunctionalInterface
  interface Ends {
    boolean at(int token);
  }

  @Override
  public String toString() {
    return example();
  }
}
