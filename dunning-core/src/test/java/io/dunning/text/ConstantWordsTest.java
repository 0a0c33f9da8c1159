package io.dunning.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConstantWordsTest {
  private enum Level {
    OWN,
    IN_DIFFERENT_CITIES
  }

  @Test
  void writesSmallLettersWithSpaces() {
    assertThat(ConstantWords.of(Level.OWN)).isEqualTo("own");
    assertThat(ConstantWords.of(Level.IN_DIFFERENT_CITIES)).isEqualTo("in different cities");
  }

  /** Turkish has an i without a dot. */
  @Test
  void readsTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(ConstantWords.of(Level.IN_DIFFERENT_CITIES)).isEqualTo("in different cities");
    } finally {
      Locale.setDefault(before);
    }
  }
}
