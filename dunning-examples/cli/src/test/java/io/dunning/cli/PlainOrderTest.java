package io.dunning.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainOrderTest {
  private static final List<String> TEXTS =
      List.of(
          "", "A", "AB", "B", "a", "Ä", "한", "\uD7FF", "\uE000", "Ａ", "\uFFFD", "𐀀", "😀", "😀A",
          "😁");

  /** Bytes of UTF-8 have the order of the code points that they stand for. */
  @Test
  void isTheOrderOfTheBytesInUtf8() {
    for (String one : TEXTS) {
      for (String other : TEXTS) {
        for (String before : List.of("", "x", "😀")) {
          String a = before + one;
          String b = before + other;
          assertThat(Integer.signum(PlainOrder.compare(a, b)))
              .as(a + " and " + b)
              .isEqualTo(
                  Integer.signum(Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8))));
        }
      }
    }
  }
}
