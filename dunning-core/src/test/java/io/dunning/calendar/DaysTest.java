package io.dunning.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 days",
        "1 day",
        "14 days",
        "1 business day",
        "20 business days",
        "1 month",
        "18 months",
        "1 year",
        "100 years"
      })
  void parsesWhatItPrints(String text) {
    assertThat(Days.parse(text)).hasToString(text);
  }

  @Test
  void aYearIsTwelveMonths() {
    assertThat(Days.years(2)).isEqualTo(Days.months(24)).isEqualTo(Days.parse("24 months"));
    assertThat(Days.months(0)).hasToString("0 months");
  }

  @Test
  void aHundredYearsAreTheMost() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Days.months(1_201))
        .withMessage("months are not between 0 and 1200: 1201");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Days.parse("101 years"))
        .withMessage("years are not between 0 and 100: 101");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Days.parse("3 weeks"))
        .withMessageStartingWith("not a number of days such as 14 days, 20 business days or 3");
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
