package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRatesTest extends CommandFixture {
  @BeforeEach
  void invoicesInTwoCurrencies() throws IOException {
    ledger(
        """
        I1,A,2026-04-01,2026-05-01,,EUR,100.00
        I2,A,2026-06-01,2026-06-20,,USD,80.00
        I3,B,2026-03-01,2026-03-31,,EUR,70.00
        I4,D,2026-05-01,2026-05-15,,EUR,60.00
        """,
        """
        2026-05-20,I1,A,payment,40.00,,,,
        2026-06-01,,A,contact,,,,phone,
        2026-04-02,I3,B,payment,70.00,,,,
        """);
  }

  private Run at(String rates, String command) throws IOException {
    return run(command + " --rates " + file("rates.csv", "base,currency,rate\n" + rates));
  }

  @Test
  void convertTheTotalsOfAging() throws IOException {
    assertThat(
            at(
                "EUR,USD,1.1325\nEUR,GBP,0.85\n",
                "aging --as-of 2026-06-30 --bands 30 --format csv"))
        .isEqualTo(
            new Run(
                0,
                """
                as_of,currency,band,amount,count,rate,in_EUR
                2026-06-30,EUR,not due,0.00,0,1,0.00
                2026-06-30,EUR,1-30,0.00,0,1,0.00
                2026-06-30,EUR,31+,120.00,2,1,120.00
                2026-06-30,EUR,total,120.00,2,1,120.00
                2026-06-30,USD,not due,0.00,0,1.1325,0.00
                2026-06-30,USD,1-30,80.00,1,1.1325,70.64
                2026-06-30,USD,31+,0.00,0,1.1325,0.00
                2026-06-30,USD,total,80.00,1,1.1325,70.64
                2026-06-30,all,not due,,0,,0.00
                2026-06-30,all,1-30,,1,,70.64
                2026-06-30,all,31+,,2,,120.00
                2026-06-30,all,total,,3,,190.64
                """,
                ""));
  }

  @Test
  void convertMetricsAndWorth() throws IOException {
    assertThat(at("EUR,USD,1.1325\n", "metrics --as-of 2026-06-30 --format csv").out())
        .contains(
            """
            2026-06-30,all in EUR,rate_EUR,1
            2026-06-30,all in EUR,rate_USD,1.1325
            2026-06-30,all in EUR,ar_total,190.64
            """);
    Run worklist =
        at("EUR,USD,1.1325\n", "worklist --as-of 2026-07-31 --order amount --format csv");
    assertThat(worklist.code()).as(worklist.err()).isZero();
    assertThat(worklist.out()).contains(",USD,70.6401");
  }

  @Test
  void convertCreditsToo() throws IOException {
    ledger(
        """
        I1,A,2026-06-01,2026-06-20,,USD,80.00
        I2,B,2026-06-01,2026-06-20,,EUR,5.00
        """,
        """
        2026-06-05,I1,,payment,95.00,,,,
        2026-06-05,,B,payment,2.00,,,,
        """);
    Run run = at("EUR,USD,2\n", "aging --as-of 2026-06-30 --bands 30 --format csv");
    assertThat(run.out().lines().filter(l -> l.contains("credit") || l.contains("all,total")))
        .containsExactly(
            "2026-06-30,EUR,credit,2.00,1,1,2.00",
            "2026-06-30,USD,credit,15.00,1,2,7.50",
            "2026-06-30,all,total,,1,,5.00",
            "2026-06-30,all,credit,,2,,9.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EUR,USD,0                   | rates.csv:2: rate: not a number above zero such as 1.0825: 0
          EUR,EUR,2                   | rates.csv:2: rate: the rate of a currency to itself must be 1: 2
          EUR,US,1.1                  | rates.csv:2: currency: not a currency code of ISO 4217: US
          EUR,GBP,0.85                | --rates: no rate above zero against EUR: USD
          """)
  void areRefusedIfTheyDoNotDo(String row, String error) throws IOException {
    assertThat(at(row + "\n", "aging --as-of 2026-06-30")).isEqualTo(new Run(2, "", error + "\n"));
  }

  @Test
  void haveOneBaseAndOneRateForACurrency() throws IOException {
    assertThat(
            at("EUR,USD,1.1\nUSD,EUR,0.9\nEUR,USD,1.2\n", "aging --as-of 2026-06-30").err().lines())
        .containsExactly(
            "rates.csv:3: base: must be the same in all rows, EUR: USD",
            "rates.csv:4: currency: appears twice: USD");
  }

  @Test
  void areForRowsByCurrencyOnly() throws IOException {
    assertThat(at("EUR,USD,1.1\n", "aging --as-of 2026-06-30 --by customer").err())
        .isEqualTo("--rates: works only with --by currency, found: --by customer\n");
  }

  @Test
  void cannotBeMissing() throws IOException {
    assertThat(at("", "aging --as-of 2026-06-30").err())
        .isEqualTo("--rates: the file has no rates: " + folder.resolve("rates.csv") + "\n");
    assertThat(run("aging --as-of 2026-06-30 --rates nowhere.csv").err())
        .isEqualTo("--rates: cannot be read: nowhere.csv\n");
  }
}
