package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SimulateCommandTest extends CommandFixture {
  private static final String YEAR = "simulate --from 2026-05-01 --to 2026-12-31 ";

  @Test
  void takesEveryStepOfALadderOnItsDay() throws IOException {
    ledger(ONE_INVOICE, "2026-06-28,I1,,payment,100.00,,,,\n");
    assertThat(run(YEAR + "--ladder 3,14,28 --format csv").out())
        .isEqualTo(
            """
            date,customer,invoice,step,action,open,currency
            2026-06-03,A,I1,1,send notice 1 by email,100.00,EUR
            2026-06-14,A,I1,2,send notice 2 by email,100.00,EUR
            """);
  }

  @Test
  void takesTheStepsOfAPolicy() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(run(YEAR + "--policy account-b2b").out()).contains("stop supply");
  }

  @Test
  void printsCustomersSideBySide() throws IOException {
    ledger(ONE_INVOICE + "I2,B,2026-05-01,2026-06-05,,EUR,7.00\n", "");
    assertThat(run(YEAR + "--ladder 3,14 --side-by-side --format csv").out())
        .isEqualTo(
            """
            date,A,B
            2026-06-03,1: send notice 1 by email,
            2026-06-08,,1: send notice 1 by email
            2026-06-14,2: send notice 2 by email,
            2026-06-19,,2: send notice 2 by email
            """);
  }

  @Test
  void refusesDaysThatDoNotRise() {
    assertThat(run("simulate --from 2026-06-30 --to 2026-06-29 --ladder 3"))
        .isEqualTo(new Run(2, "", "--to: is before --from 2026-06-30: 2026-06-29\n"));
    assertThat(run("simulate --from 2026-06-30 --to 2026-06-30 --ladder 9,3").err())
        .contains(
            "step \"2\": comes after \"1\" (9 days past due), but is reached earlier (3 days past due)");
  }
}
