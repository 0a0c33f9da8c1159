package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and texts that are far too large, in options and in files. */
class LongInputTest extends CommandFixture {

  private Run interest(String... options) throws IOException {
    ledger(ONE_INVOICE, "");
    List<String> words = new ArrayList<>(List.of("interest"));
    words.addAll(List.of(options));
    words.addAll(List.of("--ledger", folder.toString()));
    return dunning(words.toArray(new String[0]));
  }

  private Run aging(String invoices, String events) throws IOException {
    ledger(invoices, events);
    return run("aging --as-of 2026-06-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e20000000", "1e999999999", "-1e2147483647", "1e-999999999"})
  void refusesARateWithAHugeExponentAtOnce(String rate) {
    String many = " has more than 100 digits before or behind the decimal point: ";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Run run = interest("--as-of", "2026-06-30", "--rate", rate);
          assertThat(run.code()).isEqualTo(2);
          assertThat(run.err()).startsWith("--rate: percentage" + many);
          Run margin = interest("--as-of", "2026-06-30", "--base", "DE", "--margin", rate);
          assertThat(margin.code()).isEqualTo(2);
          assertThat(margin.err()).startsWith("--margin: percentage" + many);
          Path rates = folder.resolve("rates.csv");
          Files.writeString(rates, "from,through,percent,source\n2026-01-01,," + rate + ",b\n");
          assertThat(interest("--as-of", "2026-06-30", "--base", "DE", "--rates", rates.toString()))
              .isEqualTo(
                  new Run(
                      2,
                      "",
                      "rates.csv:2: percent: not a percentage such as 9.15: " + rate + "\n"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e19", "1e99", "1.0000000000000000001", "99999999999999999999"})
  void saysThatInterestIsTooLargeWithoutAStackTrace(String rate) throws IOException {
    Run run = interest("--as-of", "2026-06-30", "--rate", rate);
    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "the interest is more than an amount can hold\n"
                    + "Maybe: look for a rate that is too high or has too many decimals\n"));
  }

  private static final String TOO_LARGE =
      "a sum is more than an amount can hold\nMaybe look for an amount or a rate that is wrong:"
          + " the largest invoice is I1 of A over 92233720368547758.07 EUR";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aging --as-of 2026-06-30",
        "aging --as-of 2026-06-30 --sorted",
        "aging --as-of 2026-06-30 --by customer",
        "metrics --as-of 2026-06-30",
        "metrics --as-of 2026-06-30 --sorted"
      })
  void saysThatASumIsTooLargeWithoutAStackTrace(String command) throws IOException {
    ledger(
        """
        I0,A,2026-05-01,2026-05-31,,EUR,-1.00
        I1,A,2026-05-01,2026-05-31,,EUR,92233720368547758.07
        I2,B,2026-05-01,2026-05-31,,EUR,92233720368547758.06
        """,
        "");
    assertThat(run(command)).isEqualTo(new Run(2, "", TOO_LARGE + "\n"));
  }

  /** A statement fails at its last line; nothing of it is printed. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "table"})
  void printsNothingOfAStatementThatCannotBePrinted(String format) throws IOException {
    ledger(
        "I1,A,2024-01-01,2024-01-31,,EUR,92233720368547758.07\n",
        "2024-02-01,I1,,fee-assessed,5.00,,,,\n");
    Run run = run("interest --as-of 2026-06-30 --rate 0.1 --invoice I1 --format " + format);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("more than an amount can hold");
  }

  @ParameterizedTest
  @CsvSource({
    "aging, --rates: amount is too large for USD: 92233720368547758070000000000.00",
    "metrics, '" + TOO_LARGE + "'"
  })
  void saysThatATinyRateMakesAmountsTooLarge(String command, String error) throws IOException {
    ledger("I1,A,2026-05-01,2026-05-31,,EUR,92233720368547758.07\n", "");
    Path rates = file("rates.csv", "base,currency,rate\nUSD,EUR,0.000000000001\n");
    assertThat(run(command + " --as-of 2026-06-30 --rates " + rates))
        .isEqualTo(new Run(2, "", error + "\n"));
  }

  /** An amount that is too large for any currency is still an amount. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "999999999999999999",
        "9999999999999999999",
        "99999999999999999999",
        "+99999999999999999999.50",
        "-00099999999999999999999.123456789012"
      })
  void saysThatAnAmountIsTooLarge(String amount) throws IOException {
    assertThat(aging("I1,A,2026-05-01,2026-05-31,,EUR," + amount + "\n", "").err())
        .isEqualTo("invoices.csv:2: amount: amount is too large for EUR: " + amount + "\n");
    assertThat(aging(ONE_INVOICE, "2026-05-02,I1,,payment," + amount + " EUR,,,,\n").err())
        .startsWith("events.csv:2: amount: amount is too large for EUR: " + amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e20", "99999999999999999999x", "99999999999999999999,00", "1.2.3"})
  void saysThatSomethingElseIsNoAmount(String amount) throws IOException {
    assertThat(aging("I1,A,2026-05-01,2026-05-31,,EUR,\"" + amount + "\"\n", "").err())
        .isEqualTo("invoices.csv:2: amount: not an amount with a decimal point: " + amount + "\n");
  }

  @Test
  void shortensWhatItQuotesFromOptionsAndFiles() throws IOException {
    String text = "x".repeat(100_000);
    String shown = "x".repeat(60) + "... (100000 characters)\n";
    assertThat(interest("--as-of", text, "--rate", "1").err())
        .isEqualTo("--as-of: not a date such as 2026-01-31: " + shown);
    for (String option : List.of("--rate", "--base", "--regime")) {
      assertThat(interest("--as-of", "2026-06-30", option, text).err())
          .isEqualTo(option + ": more than 200 characters: " + shown);
    }
    assertThat(interest("--as-of", "2026-06-30", "--rate", "1", "--pays", text).err())
        .isEqualTo("--pays: more than 200 characters: " + shown);
    assertThat(interest("--as-of", "2026-06-30", "--rate", "1", "--invoice", text).err())
        .isEqualTo("--invoice: no such invoice: " + shown);
    assertThat(aging("I1,A,2026-05-01,," + text + ",EUR,1.00\n", "").err())
        .isEqualTo(
            "invoices.csv:2: terms: payment terms have more than 10000 characters: " + shown);
    assertThat(
            aging(
                    "I1," + text + ",2026-05-01,2026-05-31,,EUR,1.00\n",
                    "2026-05-02,I1,B,payment,1.00,,,,\n")
                .err())
        .isEqualTo(
            "events.csv:2: customer: is not the customer of the invoice, "
                + shown.strip()
                + ": B\n");
  }
}
