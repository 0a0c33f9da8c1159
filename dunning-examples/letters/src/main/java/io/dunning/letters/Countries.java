package io.dunning.letters;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Countries by their codes, and their names on envelopes. */
final class Countries {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  /** What people write in place of a code. */
  private static final Map<String, String> MEANT =
      Map.of("UK", "GB", "USA", "US", "GBR", "GB", "DEU", "DE", "FRA", "FR", "KOR", "KR");

  private Countries() {}

  /** Whether this is a two-letter code of ISO 3166-1 that is in use. */
  static boolean isCode(String text) {
    return CODES.contains(text);
  }

  /**
   * The code itself.
   *
   * @param whose whose country it is, for the message
   * @throws IllegalArgumentException if it is no code of ISO 3166-1
   */
  static String checked(String whose, String code) {
    if (isCode(code)) {
      return code;
    }
    String capitals = PlainText.line(code, 60).toUpperCase(Locale.ROOT);
    String meant = isCode(capitals) ? capitals : MEANT.getOrDefault(capitals, named(capitals));
    throw new IllegalArgumentException(
        whose
            + " is no country code of ISO 3166-1: "
            + PlainText.line(code, 60)
            + (meant.isEmpty() ? "" : "\nMaybe " + meant));
  }

  /** The code of a country by its English name in capitals; empty text if there is none. */
  private static String named(String capitals) {
    return CODES.stream().filter(c -> name(c).equals(capitals)).findFirst().orElse("");
  }

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
