package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorklistCommandTest extends CommandFixture {
  @BeforeEach
  void threeCustomers() throws IOException {
    ledger(
        """
        I1,A,2026-01-01,2026-03-20,,EUR,100.00
        I2,B,2026-01-01,2026-03-10,,USD,150.00
        I3,C,2026-01-01,2026-03-31,,EUR,900.00
        """,
        "");
  }

  @Test
  void listsWhatIsDueFirstThingsFirst() {
    assertThat(run("worklist --as-of 2026-03-31 --order amount --rate USD=0.5 --format csv").out())
        .isEqualTo(
            """
            place,customer,invoice,step,action,overdue,currency,worth,reason
            1,A,I1,friendly reminder,send reminder by email,100.00,EUR,100,100.00 EUR overdue
            2,B,I2,friendly reminder,send reminder by email,150.00,USD,75,150.00 USD overdue
            """);
  }

  /** As a report does: two lines of a customer are worth more than one higher line of another. */
  @ParameterizedTest
  @CsvSource({"100, 1 B;2 B;3 A", "1, 1 B", "2, 1 B;2 B"})
  void theLinesOfACustomerStandTogether(int capacity, String expected) throws IOException {
    ledger(
        """
        I1,A,2026-01-01,2026-03-20,,EUR,300.00
        I2,B,2026-01-01,2026-03-20,,EUR,200.00
        I3,B,2026-01-01,2026-03-20,,EUR,150.00
        """,
        "");
    assertThat(rows("worklist --as-of 2026-03-31 --order amount --capacity " + capacity))
        .extracting(r -> r.split(",")[0] + " " + r.split(",")[1])
        .containsExactly(expected.split(";"));
  }

  @Test
  void endsWhereTheCapacityEnds() {
    assertThat(rows("worklist --as-of 2026-03-31 --order age --capacity 1"))
        .singleElement()
        .asString()
        .startsWith("1,B,I2,")
        .endsWith(",21,21 days past due");
  }

  @ParameterizedTest
  @CsvSource({"gain", "amount"})
  void comparesNoAmountsOfTwoCurrenciesWithoutARate(String order) throws IOException {
    ledger(
        "I1,A,2026-01-01,2026-03-20,,EUR,20000.00\nI2,B,2026-01-01,2026-03-10,,JPY,150000\n", "");
    String command = "worklist --as-of 2026-03-31 --order " + order;
    assertThat(run(command))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                --rate: amounts without a rate are in several currencies: EUR, JPY
                Maybe: say with --rate JPY=... what 1 JPY is worth in EUR, or use --rates FILE or \
                --order age
                """));
    assertThat(rows(command + " --rate JPY=0.006")).first().asString().startsWith("1,A,I1,");
    assertThat(rows("worklist --as-of 2026-03-31 --order age")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --order size    | --order: not one of gain, amount, age, risk: size
          --rate USD=x    | --rate: not a rate such as 0.92: x
          --rate USD=0    | --rate: a rate must be above zero: 0
          --rate USD=0.00 | --rate: a rate must be above zero: 0.00
          --rate dollar=1 | --rate: not a currency code of ISO 4217: dollar
          --capacity -1   | --capacity: must not be negative: -1
          """)
  void refusesOptionsThatMakeNoSense(String options, String error) {
    assertThat(run("worklist --as-of 2026-03-31 " + options))
        .isEqualTo(new Run(2, "", error + "\n"));
  }

  @Test
  void takesRatesFromOnePlaceOnly() {
    assertThat(run("worklist --as-of 2026-03-31 --rate USD=0.5 --rates r.csv"))
        .isEqualTo(new Run(2, "", "--rates: cannot be combined with --rate: r.csv\n"));
  }
}
