package io.dunning.action;

import java.util.Locale;

/** How a message speaks to the customer, softest first. Prints in lower case: {@code friendly}. */
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

  /** Such as {@code friendly}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
