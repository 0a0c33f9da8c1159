package io.dunning.action;

import io.dunning.grammar.Grammar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How a message speaks to the customer, softest first. Prints in lower case: {@code friendly}, and
 * parses it.
 */
public enum Tone {
  /** A word among partners: perhaps it was forgotten. */
  FRIENDLY,
  /** Matter of fact. */
  NEUTRAL,
  /** Clear about what is owed and what comes next. */
  FIRM,
  /** The last word before others are involved. */
  FINAL;

  /** {@return the next softer tone; {@link #FRIENDLY} stays} */
  public Tone softer() {
    return values()[Math.max(0, ordinal() - 1)];
  }

  /**
   * Reads a tone in the word that it prints; capital letters do not matter.
   *
   * @param text such as {@code friendly}
   * @return the tone
   * @throws io.dunning.sentence.SentenceException if the text is no tone
   */
  public static Tone parse(String text) {
    return Words.TONES.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed, after the constants. */
  private static final class Words {
    static final Grammar<Tone> TONES = Grammar.of("a tone", List.of(values()));
  }

  /** Such as {@code friendly}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
