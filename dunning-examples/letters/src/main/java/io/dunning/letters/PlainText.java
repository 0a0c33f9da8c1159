package io.dunning.letters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Makes text of unknown origin fit for a line of a letter, a header or a file name. */
final class PlainText {
  private static final int LONGEST_NAME_PART = 40;

  private PlainText() {}

  /**
   * One line without control characters: these, line breaks and marks that turn the direction of
   * text become blanks; what is longer than allowed ends with three dots.
   */
  static String line(String text, int longest) {
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

  /** A file name of parts that can be anything. */
  static String fileName(List<String> parts, String extension) {
    List<String> safe = new ArrayList<>();
    for (String each : parts) {
      String plain =
          Normalizer.normalize(line(each, 200), Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .replaceAll("[^A-Za-z0-9-]+", "-")
              .replaceAll("^-+|-+$", "");
      String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME_PART));
      if (!cut.isEmpty()) {
        safe.add(cut);
      }
    }
    return String.join("_", safe) + "." + extension.replaceAll("[^A-Za-z0-9]", "");
  }
}
