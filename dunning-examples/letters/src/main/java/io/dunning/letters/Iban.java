package io.dunning.letters;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/** International bank account numbers (ISO 13616). */
final class Iban {
  /** The lengths of the countries that take part in SEPA; others are not checked. */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("AD", 24),
          Map.entry("AL", 28),
          Map.entry("AT", 20),
          Map.entry("BE", 16),
          Map.entry("BG", 22),
          Map.entry("CH", 21),
          Map.entry("CY", 28),
          Map.entry("CZ", 24),
          Map.entry("DE", 22),
          Map.entry("DK", 18),
          Map.entry("EE", 20),
          Map.entry("ES", 24),
          Map.entry("FI", 18),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("GI", 23),
          Map.entry("GR", 27),
          Map.entry("HR", 21),
          Map.entry("HU", 28),
          Map.entry("IE", 22),
          Map.entry("IS", 26),
          Map.entry("IT", 27),
          Map.entry("LI", 21),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("LV", 21),
          Map.entry("MC", 27),
          Map.entry("MD", 24),
          Map.entry("ME", 22),
          Map.entry("MK", 19),
          Map.entry("MT", 31),
          Map.entry("NL", 18),
          Map.entry("NO", 15),
          Map.entry("PL", 28),
          Map.entry("PT", 25),
          Map.entry("RO", 24),
          Map.entry("RS", 22),
          Map.entry("SE", 24),
          Map.entry("SI", 19),
          Map.entry("SK", 24),
          Map.entry("SM", 27),
          Map.entry("VA", 22));

  private static final Set<String> OUTSIDE_EEA =
      Set.of("AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA");

  private Iban() {}

  /** Whether form, length and check digits are right; no blanks. */
  static boolean isValid(String text) {
    return text.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")
        && LENGTHS.getOrDefault(text.substring(0, 2), text.length()) == text.length()
        && remainder(text.substring(4) + text.substring(0, 4)) == 1;
  }

  /** Whether the country takes part in SEPA. */
  static boolean isInSepa(String iban) {
    return LENGTHS.containsKey(iban.substring(0, 2));
  }

  /** Whether a transfer there needs a BIC. */
  static boolean needsBic(String iban) {
    return OUTSIDE_EEA.contains(iban.substring(0, 2)) || !isInSepa(iban);
  }

  /** Letters and digits read as a number, by 97. */
  static int remainder(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
  }

  /** In groups of four, as on paper. */
  static String printed(String iban) {
    return iban.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
