package io.dunning.cli;

/** Reads numbers from characters, where they are written as almost all are. */
final class Digits {
  /** Stands for what is no plain number: it may still be one, or be wrong. */
  static final long NOT_PLAIN = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 18;

  private Digits() {}

  /**
   * Reads a number with a decimal point, such as {@code -1234.5}.
   *
   * @param decimals how many digits after the point the result holds, and the number may have
   * @return the number without its point, such as -123450 with two decimals; {@link #NOT_PLAIN} if
   *     it has more than 18 digits, more decimals, or other characters
   */
  static long number(char[] text, int from, int to, int decimals) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (negative || at < to && text[at] == '+') {
      at++;
    }
    int start = at;
    long value = 0;
    int point = -1;
    for (; at < to; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9') {
        value = 10 * value + (c - '0');
      } else if (c == '.' && point < 0 && at > start) {
        point = at;
      } else {
        return NOT_PLAIN;
      }
      if (at - start > MOST_DIGITS) {
        return NOT_PLAIN;
      }
    }
    int found = point < 0 ? 0 : to - point - 1;
    int whole = point < 0 ? to - start : point - start;
    if (whole == 0 || point >= 0 && found == 0) {
      return NOT_PLAIN;
    }
    if (found > decimals || whole + decimals > MOST_DIGITS) {
      return NOT_PLAIN;
    }
    for (int i = found; i < decimals; i++) {
      value *= 10;
    }
    return negative ? -value : value;
  }

  /** A whole number of digits only; -1 if there are other characters. */
  static int whole(char[] text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
