package io.dunning.cli;

/**
 * Makes text safe to show. Control characters, escape sequences, marks of writing direction and
 * invisible characters become visible, such as {@code \}{@code u001b}; a terminal would obey them.
 */
final class Visible {
  private Visible() {}

  /** The text on one line. */
  static String line(String text) {
    return shown(text, false);
  }

  /** The text with its line breaks. */
  static String lines(String text) {
    return shown(text, true);
  }

  private static String shown(String text, boolean breaks) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // most text is plain, and stays as it is
      if ((c < ' ' || c > '~') && !(breaks && c == '\n')) {
        return escaped(text, breaks);
      }
    }
    return text;
  }

  private static String escaped(String text, boolean breaks) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isShown(c) || breaks && c == '\n') {
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
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
