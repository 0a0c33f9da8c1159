package io.dunning.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes text of unknown origin fit for a line of a letter, a header or a file name. */
final class PlainText {
  private static final int LONGEST_NAME_PART = 40;
  private static final int HASH_LENGTH = 8;
  private static final char HYPHEN_THAT_DOES_NOT_BREAK = '\u2011';

  private PlainText() {}

  /**
   * One line without control characters: these, line breaks and marks that turn the direction of
   * text become blanks; what is longer than allowed ends with three dots. Letters and their accents
   * become one character, for which fonts and text messages have a place, and a hyphen that does
   * not break becomes one that does.
   */
  static String line(String given, int longest) {
    String text =
        Normalizer.normalize(given, Normalizer.Form.NFC).replace(HYPHEN_THAT_DOES_NOT_BREAK, '-');
    StringBuilder line = new StringBuilder();
    boolean blank = true;
    int length = 0;
    for (int i = 0; i < text.length() && length <= longest; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean gap = Character.isWhitespace(c) || isUnseen(c);
      if (!gap || !blank) {
        line.appendCodePoint(gap ? ' ' : c);
        length++;
      }
      blank = gap;
    }
    String whole = line.toString().strip();
    if (whole.codePointCount(0, whole.length()) <= longest) {
      return whole;
    }
    return whole.substring(0, whole.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /**
   * A file name of parts that can be anything. If it does not show all of them, it ends with a
   * number made from them, so that other parts have another name.
   */
  static String fileName(List<String> parts, String extension) {
    String end = extension.replaceAll("[^A-Za-z0-9]", "");
    if (end.isEmpty()) {
      throw new IllegalArgumentException("extension has no letter: " + line(extension, 20));
    }
    List<String> safe = new ArrayList<>();
    boolean whole = true;
    for (String each : parts) {
      String plain =
          Normalizer.normalize(line(each, 200), Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .replaceAll("[^A-Za-z0-9-]+", "-")
              .replaceAll("^-+|-+$", "");
      String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME_PART));
      whole &= cut.equals(each);
      if (!cut.isEmpty()) {
        safe.add(cut);
      }
    }
    if (!whole) {
      safe.add(hash(parts));
    }
    return String.join("_", safe) + "." + end;
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String each : parts) {
        // UTF-16 has a place for anything that a text can hold
        digest.update((each.length() + ":" + each).getBytes(StandardCharsets.UTF_16BE));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
