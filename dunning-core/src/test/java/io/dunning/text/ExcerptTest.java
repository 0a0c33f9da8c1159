package io.dunning.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void leavesShortTextAsItIs() {
    assertThat(Excerpt.of("")).isEmpty();
    assertThat(Excerpt.of("x".repeat(60))).isEqualTo("x".repeat(60));
  }

  @Test
  void showsTheBeginningOfLongTextAndItsLength() {
    assertThat(Excerpt.of("x".repeat(61))).isEqualTo("x".repeat(60) + "... (61 characters)");
    assertThat(Excerpt.of("y".repeat(1_000_000)))
        .isEqualTo("y".repeat(60) + "... (1000000 characters)");
  }

  @Test
  void doesNotCutACharacterOfTwoUnitsInHalf() {
    String text = "x".repeat(59) + "\uD83D\uDCB6" + "x".repeat(9);
    assertThat(Excerpt.of(text)).isEqualTo("x".repeat(59) + "... (70 characters)");
  }
}
