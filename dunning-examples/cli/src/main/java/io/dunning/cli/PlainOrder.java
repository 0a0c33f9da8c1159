package io.dunning.cli;

import java.util.Comparator;

/**
 * The order in which {@code LC_ALL=C sort} puts texts in UTF-8: that of their code points. {@link
 * String#compareTo} puts characters beyond U+FFFF before those from U+E000 to U+FFFF.
 */
final class PlainOrder {
  static final Comparator<String> BY_CODE_POINT = PlainOrder::compare;

  private PlainOrder() {}

  /** Less than zero if the first text comes before the second, zero if they are the same. */
  static int compare(String first, String second) {
    int common = Math.min(first.length(), second.length());
    for (int i = 0; i < common; i++) {
      char a = first.charAt(i);
      char b = second.charAt(i);
      if (a != b) {
        boolean beyond = Character.isSurrogate(a);
        return beyond == Character.isSurrogate(b) ? a - b : beyond ? 1 : -1;
      }
    }
    return first.length() - second.length();
  }
}
