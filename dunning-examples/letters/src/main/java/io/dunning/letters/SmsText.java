package io.dunning.letters;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A text message as the network counts it. One part holds 160 units of the GSM alphabet or 70 of
 * UCS-2; of several, each holds 153 or 67. Immutable and thread-safe.
 *
 * @param text the text
 * @param encoding how it is sent
 * @param units how long it is in units of that encoding
 * @param segments in how many parts it is sent
 */
public record SmsText(String text, Encoding encoding, int units, int segments) {
  /** The default alphabet of 3GPP TS 23.038. */
  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Its extension, of which each character takes two units. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private static final Map<Character, String> PLAIN =
      Map.ofEntries(
          Map.entry('\u00a0', " "),
          Map.entry('\u202f', " "),
          Map.entry('\u2009', " "),
          Map.entry('’', "'"),
          Map.entry('‘', "'"),
          Map.entry('`', "'"),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('„', "\""),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('…', "..."),
          Map.entry('₩', "KRW "));

  /** How a text message is sent. */
  public enum Encoding {
    /** Seven bits a unit: the letters of western Europe. */
    GSM_7(160, 153),
    /** Two bytes a unit: everything else. */
    UCS_2(70, 67);

    private final int alone;
    private final int each;

    Encoding(int alone, int each) {
      this.alone = alone;
      this.each = each;
    }

    /** Such as {@code GSM-7}. */
    @Override
    public String toString() {
      return name().toUpperCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Counts a text as it is.
   *
   * @param text the text
   * @return the text with its encoding, units and parts; an empty text has one part
   */
  public static SmsText of(String text) {
    boolean plain = text.chars().allMatch(c -> units(c) > 0);
    Encoding encoding = plain ? Encoding.GSM_7 : Encoding.UCS_2;
    int units = 0;
    int segments = 1;
    int left = encoding.each;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int size = plain ? units(c) : Character.charCount(c); // a pair is never split
      if (size > left) {
        segments++;
        left = encoding.each;
      }
      left -= size;
      units += size;
    }
    return new SmsText(text, encoding, units, units <= encoding.alone ? 1 : segments);
  }

  private static int units(int c) {
    return ALPHABET.indexOf(c) >= 0 ? 1 : EXTENSION.indexOf(c) >= 0 ? 2 : 0;
  }

  /**
   * Writes a text with the letters of the GSM alphabet, if that loses only accents, blanks of a
   * special width and curled quotes; else leaves it as it is.
   *
   * @param text the text
   * @return the text with its encoding, units and parts
   */
  public static SmsText simplified(String text) {
    StringBuilder simple = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (units(c) > 0) {
        simple.append(c);
      } else if (PLAIN.containsKey(c)) {
        simple.append(PLAIN.get(c));
      } else {
        String bare =
            Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        boolean letter = bare.length() == 1 && units(bare.charAt(0)) > 0;
        simple.append(letter ? bare : String.valueOf(c));
      }
    }
    SmsText plain = of(simple.toString());
    // where one other letter is left, nothing is won, and the text stays as it is
    return plain.encoding() == Encoding.GSM_7 ? plain : of(text);
  }
}
