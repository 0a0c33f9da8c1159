package io.dunning.text;

import java.util.Locale;

/** Puts a constant into words, for values that print in the trade's words. */
public final class ConstantWords {
  private ConstantWords() {}

  /**
   * {@return the name of a constant in small letters with spaces, such as {@code own level} for
   * {@code OWN_LEVEL}}
   *
   * @param constant the constant
   */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
