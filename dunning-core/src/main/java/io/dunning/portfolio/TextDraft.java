package io.dunning.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts of a row before it is stored. */
final class TextDraft {
  byte[] bytes = new byte[256];
  int length;

  /**
   * Begins the texts of a customer.
   *
   * @throws IllegalArgumentException if the id cannot be stored
   */
  void begin(String customer) {
    if (!tryBegin(customer)) {
      boolean formed = isWellFormed(customer);
      throw new IllegalArgumentException(
          formed
              ? "text has more than 65,535 bytes: "
                  + customer.getBytes(StandardCharsets.UTF_8).length
              : "text is not well-formed UTF-16: " + customer);
    }
  }

  /** Begins the texts of a customer, and says whether the id can be stored. */
  boolean tryBegin(String customer) {
    length = 0;
    return add(customer);
  }

  /**
   * Adds a text; the empty one where there is none. Says whether it can be stored: if it is
   * well-formed and has at most 65,535 bytes. Otherwise nothing is added.
   */
  boolean add(String text) {
    int n = text.length();
    room(3 * n + 3);
    int at = length + 1;
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return isWellFormed(text) && addEncoded(text.getBytes(StandardCharsets.UTF_8));
      }
      bytes[at + i] = (byte) c;
    }
    if (n >= TableText.END) {
      return addEncoded(text.getBytes(StandardCharsets.UTF_8));
    }
    bytes[length] = (byte) n;
    length = at + n;
    return true;
  }

  /** Whether each surrogate has its other half; other texts would become the same bytes. */
  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private boolean addEncoded(byte[] text) {
    int n = text.length;
    if (n >= 1 << 16) {
      return false;
    }
    room(n + 3);
    if (n >= TableText.END) {
      bytes[length++] = (byte) TableText.LONG;
      bytes[length++] = (byte) (n >> 8);
    }
    bytes[length++] = (byte) n;
    System.arraycopy(text, 0, bytes, length, n);
    length += n;
    return true;
  }

  void end() {
    room(1);
    bytes[length++] = (byte) TableText.END;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
    }
  }
}
