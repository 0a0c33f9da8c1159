package io.dunning.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  @ParameterizedTest
  @ValueSource(strings = {"0 days", "1 day", "14 days", "1 business day", "20 business days"})
  void parsesWhatItPrints(String text) {
    assertThat(Days.parse(text)).hasToString(text);
  }

  @Test
  void shortensWhatItQuotes() {
    String text = "9".repeat(1 << 20);
    String shown = "9".repeat(60) + "... (1048576 characters)";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Days.parse(text))
        .withMessageEndingWith(": " + shown);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DayCount.parse(text))
        .withMessageStartingWith("no such day count: " + shown + "\nMaybe one of ACT/365F");
  }
}
