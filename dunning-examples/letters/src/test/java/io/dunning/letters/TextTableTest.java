package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
  /** Each date would go over the end of the line with its last part. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "29 May 2026",
        "May 29, 2026",
        "29. Mai 2026",
        "1er août 2026",
        "29 févr. 2026",
        "2026년 5월 29일",
      })
  void aDateStaysOnOneLine(String date) {
    String before = "x".repeat(76 - TextTable.width(date));
    assertThat(TextTable.wrapped(before + " " + date + " and more"))
        .isEqualTo(before + "\n" + date + " and more");
    assertThat(TextTable.wrapped("- " + before + " " + date).lines().toList())
        .as("short enough lines")
        .allMatch(line -> TextTable.width(line) <= 76);
  }
}
