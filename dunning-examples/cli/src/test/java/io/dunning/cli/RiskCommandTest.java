package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskCommandTest extends CommandFixture {
  @Test
  void reportsHowWellTheScorecardTold() throws IOException {
    ledger(
        """
        I1,A,2026-01-01,2026-01-31,,EUR,100.00
        I2,A,2026-03-01,2026-03-31,,EUR,100.00
        """,
        "2026-02-20,I1,A,payment,100.00,,,,\n");
    assertThat(run("risk --from 2026-03-01 --to 2026-04-01 --format csv").out())
        .isEqualTo(
            """
            model,probability,invoices,late,share_late,ranking
            scorecard,92%,1,1,1.0000,
            scorecard,all,1,1,1.0000,
            late last time,100%,1,1,1.0000,
            late last time,all,1,1,1.0000,
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --to 2026-02-01                  | --to: is before --from 2026-03-01: 2026-02-01
          --to 2026-04-01 --days-before -1 | --days-before: must not be negative: -1
          """)
  void refusesOptionsThatMakeNoSense(String options, String error) {
    assertThat(run("risk --from 2026-03-01 " + options)).isEqualTo(new Run(2, "", error + "\n"));
  }
}
