package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  void shortensWhatWasFound() {
    problems.add("events.csv", 2, "date", "not a date", "x".repeat(1_000_000));
    problems.add("events.csv", 3, "date", "not a date", "");
    assertThat(problems)
        .hasToString(
            "events.csv:2: date: not a date: "
                + "x".repeat(60)
                + "... (1000000 characters)\n"
                + "events.csv:3: date: not a date: (blank)");
  }

  @Test
  void shortensAMessageThatQuotesALongName() {
    problems.add("invoices.csv", 2, "amount", "x".repeat(1_000_000) + "\nMaybe: y", null);
    assertThat(problems).hasToString("invoices.csv:2: amount: " + "x".repeat(2_000) + "...");
  }
}
