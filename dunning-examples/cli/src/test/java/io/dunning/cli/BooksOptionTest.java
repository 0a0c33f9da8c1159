package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is open if a payment pays charges before the principal. */
class BooksOptionTest extends CommandFixture {
  private static final String COSTS_FIRST = " --pays costs-interest-principal";

  /** A fee was assessed before the late payment, and the payment came 73 days late. */
  @BeforeEach
  void aFeeAndALatePayment() throws IOException {
    ledger(
        "I1,A,2026-01-01,2026-01-31,,EUR,1000.00\n",
        """
        2026-02-10,I1,A,fee-assessed,40.00,,,,
        2026-04-14,I1,A,payment,1000.00,,,,
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                                            | 0.00
          --pays principal-interest-costs --rate 10    | 0.00
          --pays costs-interest-principal              | 40.00
          --pays costs-interest-principal --rate 10    | 60.00
          --pays interest-principal-costs --rate 10    | 20.00
          --pays costs-interest-principal --base DE --margin 8.73 | 60.00
          """)
  void areThoseOfTheStatement(String options, String open) {
    String all = (options == null ? "" : " " + options) + " --as-of 2026-04-30";
    assertThat(rows("metrics" + all)).contains("2026-04-30,EUR,ar_total," + open);
    assertThat(rows("metrics" + all + " --sorted")).isEqualTo(rows("metrics" + all));
    if (open.equals("0.00")) {
      assertThat(rows("aging" + all)).isEmpty();
    } else {
      assertThat(rows("aging" + all)).contains("2026-04-30,EUR,total," + open + ",1");
      assertThat(rows("aging" + all + " --by invoice"))
          .contains("2026-04-30,A,I1,EUR,61-90," + open + ",1");
    }
  }

  /** Before the payment, nothing has paid any charges. */
  @Test
  void areThoseOfTheirDay() {
    assertThat(rows("aging --as-of 2026-04-13,2026-04-14 --rate 10" + COSTS_FIRST))
        .contains("2026-04-13,EUR,total,1000.00,1", "2026-04-14,EUR,total,60.00,1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rate 8                   | --rate, --base and --regime work here only with --pays
          --pays costs               | --pays: not known: costs
          --pays costs-interest-principal --margin 8 | --margin: needs --base: 8
          --pays costs-interest-principal --fixed-at-start | --fixed-at-start: needs --base
          """)
  void refuseOptionsThatMakeNoSense(String options, String error) {
    for (String command : new String[] {"aging ", "metrics "}) {
      assertThat(run(command + "--as-of 2026-04-30 " + options))
          .isEqualTo(new Run(2, "", error + "\n"));
    }
  }

  @Test
  void sayWhichRateIsMissing() throws IOException {
    ledger("I1,A,1990-01-01,1990-01-31,,EUR,1000.00\n", "1990-06-01,I1,,payment,1000.00,,,,\n");
    Run run = run("aging --as-of 1990-06-30 --base DE" + COSTS_FIRST);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("I1: ").endsWith("\nMaybe: give a fixed --rate\n");
  }

  @Test
  void interestStillNeedsARate() {
    assertThat(run("interest --as-of 2026-04-30"))
        .isEqualTo(new Run(2, "", "one of --rate, --base and --regime must be given\n"));
  }
}
