package io.dunning.cli;

/** What was found in the input, as a message quotes it. */
final class Found {
  private static final int SHOWN = 60;

  private Found() {}

  /** The text on one line; of a long text the beginning and its length. */
  static String shortened(String text) {
    if (text.isEmpty()) {
      return "(blank)";
    }
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    String flat = Visible.line(shown.replaceAll("\\s+", " ").replace(LedgerFiles.MALFORMED, '?'));
    return text.length() <= SHOWN ? flat : flat + "... (" + text.length() + " characters)";
  }
}
