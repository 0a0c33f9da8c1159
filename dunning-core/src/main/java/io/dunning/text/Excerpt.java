package io.dunning.text;

/** Shortens text that an error message quotes, so that the message stays readable. */
public final class Excerpt {
  /** How many characters of a long text are shown. */
  public static final int SHOWN = 60;

  private Excerpt() {}

  /**
   * The text itself, or the beginning of a long one and its length.
   *
   * @param text any text
   * @return the text if it has at most {@value #SHOWN} characters; else its first {@value #SHOWN}
   *     characters, three dots and how many characters there were
   */
  public static String of(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(SHOWN - 1));
    String start = text.substring(0, splitsPair ? SHOWN - 1 : SHOWN);
    return start + "... (" + text.length() + " characters)";
  }
}
