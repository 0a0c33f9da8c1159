package io.dunning.reports;

/**
 * Makes text of a ledger safe to look at: control characters, marks of writing direction and other
 * characters that nobody sees become visible, such as {@code \}{@code u202e}.
 */
final class Shown {
  private static final int LONGEST = 120;
  private static final char NON_JOINER = '\u200c';
  private static final char JOINER = '\u200d';

  private Shown() {}

  /** The text, whatever its length. */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // most text is plain, and stays as it is
      if (c < ' ' && c != '\n' || c > '~') {
        return escaped(text);
      }
    }
    return text;
  }

  /** The text on one line, cut where it is longer than anybody reads. */
  static String line(String text) {
    String line = text(text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text);
    line = line.replace("\n", "\\u000a");
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    return end < line.length() || text.length() > 2 * LONGEST ? line.substring(0, end) + "…" : line;
  }

  private static String escaped(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isShown(c)) {
                shown.appendCodePoint(c);
              } else {
                for (char each : Character.toChars(c)) {
                  shown.append(String.format("\\u%04x", (int) each));
                }
              }
            });
    return shown.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      // joiners are letters of Persian, Hindi and others
      case Character.FORMAT -> c == NON_JOINER || c == JOINER;
      case Character.CONTROL -> c == '\n';
      case Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
