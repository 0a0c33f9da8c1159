package io.dunning.letters;

import java.util.List;

/**
 * Finds the type in which an address fits into the window of an envelope, from the usual size down.
 * An address is never cut: a letter without its last lines does not arrive.
 */
final class AddressWindow {
  private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

  /** How high the part of the window below the sender's line is. */
  private static final double HEIGHT = 27.3;

  /** A size of type in points, and how high its lines are, in parts of the size. */
  private record Type(double points, double line) {
    double lineHeight() {
      return points * line * MILLIMETRES_PER_POINT;
    }

    String style() {
      return "font-size: " + points + "pt; line-height: " + line;
    }
  }

  private static final List<Type> TYPES =
      List.of(new Type(9.5, 1.34), new Type(8.5, 1.25), new Type(7.5, 1.2), new Type(6.5, 1.12));

  private AddressWindow() {}

  /**
   * The style of the largest type that fits.
   *
   * @param lines the lines of the address
   * @param fonts the fonts that they are written in
   * @param millimetres how wide the window is
   * @throws IllegalArgumentException if the address does not fit
   */
  static String style(List<String> lines, LetterFonts fonts, int millimetres) {
    for (Type each : TYPES) {
      // a hundredth of the size of the type
      double unit = each.points() * MILLIMETRES_PER_POINT / 100;
      int widest = (int) (millimetres / unit);
      int count = lines.stream().mapToInt(l -> count(l, fonts, widest)).sum();
      if (count * each.lineHeight() <= HEIGHT) {
        return each.style();
      }
    }
    throw new IllegalArgumentException(
        "address does not fit into the window of an envelope: "
            + lines.size()
            + " lines, "
            + String.join(", ", lines)
            + "\nMaybe leave out the lines that the post does not need.");
  }

  /** In how many lines a text is broken: at blanks, and inside words that are too long. */
  private static int count(String text, LetterFonts fonts, int widest) {
    int blank = fonts.width(" ");
    int count = 1;
    int used = 0;
    for (String word : text.split(" ")) {
      int width = fonts.width(word);
      if (used > 0 && used + blank + width > widest) {
        count++;
        used = 0;
      }
      used += used > 0 ? blank + width : width;
      while (used > widest) {
        count++;
        used -= widest;
      }
    }
    return count;
  }
}
