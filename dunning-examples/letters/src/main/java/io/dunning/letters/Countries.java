package io.dunning.letters;

import java.util.Locale;

/** Names of countries on envelopes. */
final class Countries {
  private Countries() {}

  /**
   * The name in English capitals, as the post of the sender's country understands it (Universal
   * Postal Union, S42): it does not depend on the version of the locale data.
   */
  static String name(String code) {
    return switch (code) {
      case "TR" -> "TÜRKIYE"; // the data of older JDKs still say TURKEY
      case "KR" -> "REPUBLIC OF KOREA";
      default -> new Locale("", code).getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT);
    };
  }
}
