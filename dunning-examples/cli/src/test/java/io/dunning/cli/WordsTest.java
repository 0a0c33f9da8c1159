package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = new Words();

  private String word(String text) {
    return words.of(("<" + text + ">").toCharArray(), 1, text.length() + 1);
  }

  @Test
  void givesTheSameStringForTheSameText() {
    assertThat(word("EUR")).isEqualTo("EUR").isSameAs(word("EUR"));
    // these two have the same hash code
    assertThat(word("Aa")).isEqualTo("Aa");
    assertThat(word("BB")).isEqualTo("BB");
    assertThat(word("Aa")).isEqualTo("Aa");
    assertThat(word("")).isEmpty();
  }

  @Test
  void givesTheRightTextOfVeryManyWords() {
    for (int i = 0; i < 100_000; i++) {
      assertThat(word("w" + i)).isEqualTo("w" + i);
    }
  }
}
