package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestCommandTest extends CommandFixture {
  private static final String LATE =
      """
      I1,A,2026-01-01,2026-01-31,,EUR,365.00
      I2,A,2026-01-01,2026-01-31,,EUR,365.00
      I3,A,2026-01-01,2026-01-31,,EUR,365.00
      I4,A,2026-01-01,2026-02-28,,EUR,365.00
      I5,A,2026-01-01,2026-01-31,,EUR,365.00
      """;

  private static final String PAID =
      """
      2026-02-10,I1,A,payment,365.00,,,,
      2026-01-31,I2,A,payment,365.00,,,,
      2026-02-05,I3,A,payment,65.00,,,,
      2026-02-03,I5,A,voided,,,,,
      """;

  private Run interest(String options) throws IOException {
    ledger(LATE, PAID);
    return run("interest --format csv " + options);
  }

  @Test
  void printsTheInterestOfWhatWasLate() throws IOException {
    assertThat(interest("--as-of 2026-02-20 --rate 10").out())
        .isEqualTo(
            """
            invoice,customer,currency,from,to,days,principal,interest
            I1,A,EUR,2026-02-01,2026-02-10,10,365.00,1.00
            I3,A,EUR,2026-02-01,2026-02-20,20,365.00,1.73
            """);
  }

  @Test
  void printsTheStatementOfAnInvoiceWithItsCharges() throws IOException {
    ledger(
        "I1,A,2026-01-01,2026-01-31,,EUR,365.00\n",
        """
        2026-02-05,I1,A,fee-assessed,5.00,,first notice,,
        2026-02-06,I1,A,dispute-opened,,,,,price
        2026-02-08,I1,A,dispute-resolved,,,,,customer won
        2026-02-09,I1,A,interest-assessed,0.50,,,,
        2026-02-10,I1,A,interest-waived,,,,,
        2026-02-10,I1,A,interest-reinstated,0.20,,,,
        2026-02-11,I1,A,interest-reversed,0.10,,,,
        2026-02-11,I1,A,fee-waived,1.00,,,,
        2026-02-12,I1,A,fee-reinstated,0.50,,,,
        2026-02-12,I1,A,fee-reversed,2.00,,first notice,,
        """);
    Run run = run("interest --as-of 2026-02-20 --rate 10 --invoice I1");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("2026-02-05  2026-02-05     1  fee ")
        // what the customer won bears no interest until it is credited
        .contains("owed: 365.00 EUR, fees 2.50 EUR, interest 0.20 EUR: 367.70 EUR");
  }

  @Test
  void printsTheStatementOfAnInvoiceAsData() throws IOException {
    String columns = "invoice,customer,currency,from,to,days,what,base,rate,counted,amount,rule\n";
    assertThat(interest("--as-of 2026-02-20 --rate 10 --invoice I3").out())
        .isEqualTo(
            columns
                + """
                I3,A,EUR,2026-02-01,2026-02-05,5,interest,365.00,10%,ACT/365F,0.50,"10%, ACT/365F"
                I3,A,EUR,2026-02-06,2026-02-20,15,interest,300.00,10%,ACT/365F,1.23,"10%, ACT/365F"
                I3,A,EUR,2026-02-05,2026-02-05,,payment to principal,,,,65.00,
                I3,A,EUR,2026-02-20,2026-02-20,,owed principal,,,,300.00,
                I3,A,EUR,2026-02-20,2026-02-20,,owed fees,,,,0.00,
                I3,A,EUR,2026-02-20,2026-02-20,,owed interest,,,,1.73,
                I3,A,EUR,2026-02-20,2026-02-20,,owed in all,,,,301.73,
                """);
    assertThat(run("interest --as-of 2026-02-20 --rate 10 --invoice I3 --format json").out())
        .startsWith("[\n{\"invoice\":\"I3\",\"customer\":\"A\",\"currency\":\"EUR\",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rate x                        | --rate: percentage is not a decimal number: x
          --rate 3 --margin 1             | --margin: needs --base: 1
          --rate 3 --fixed-at-start       | --fixed-at-start: needs --base
          --rate 3 --pays me              | --pays: not known: me
          --rate 3 --invoice I9           | --invoice: no such invoice: I9
          """)
  void refusesOptionsThatMakeNoSense(String options, String error) throws IOException {
    assertThat(interest("--as-of 2027-02-01 " + options)).isEqualTo(new Run(2, "", error + "\n"));
  }

  @Test
  void namesWhatCanBeChosen() throws IOException {
    assertThat(interest("--as-of 2027-02-01 --rate 3 --day-count x").err())
        .startsWith("--day-count: no such day count: x\nMaybe one of ACT/365F");
    assertThat(interest("--as-of 2027-02-01 --regime XX").err())
        .startsWith("--regime: no such regime: XX\nMaybe one of [AT-456");
  }

  @Test
  void saysWhichRateIsNotKnown() throws IOException {
    String unknown = "no German base rate is known for 2027-01-01\nMaybe: add it with --rates\n";
    assertThat(interest("--as-of 2027-02-01 --base DE --margin 3"))
        .isEqualTo(new Run(2, "", unknown));
    assertThat(interest("--as-of 2027-02-01 --base DE --invoice I3").err())
        .isEqualTo("I3: " + unknown);
  }

  @Test
  void addsRatesFromAFile() throws IOException {
    Path rates =
        file(
            "rates.csv",
            """
            from,through,percent,source
            2026-01-01,2026-12-31,5,bank
            2027-01-01,,7,bank
            """);
    assertThat(interest("--as-of 2027-01-02 --base DE --margin 5 --rates " + rates).out())
        .contains("I4,A,EUR,2026-03-01,2027-01-02,308,365.00,30.84");
  }

  @Test
  void saysWhatIsWrongWithAFileOfRates() throws IOException {
    Path rates =
        file(
            "rates.csv",
            """
            from,through,percent,source
            x,2026-12-31,y,b
            2027-01-01,2026-01-01,1,b
            """);
    assertThat(interest("--as-of 2027-01-02 --base DE --rates " + rates))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                rates.csv:2: from: not a date such as 2026-01-31: x
                rates.csv:2: percent: not a percentage such as 9.15: y
                rates.csv:3: through: is before from, 2027-01-01: 2026-01-01
                """));
    assertThat(interest("--as-of 2027-01-02 --base DE --rates nowhere.csv").err())
        .isEqualTo("--rates: cannot be read: nowhere.csv\n");
  }

  /** A newer edition of the shipped tables: only the table of the base counts. */
  @Test
  void takesRatesFromANewerFileOfTheShippedTables() throws IOException {
    String text =
        """
        version\t2027-01-10
        id\tname\tfrom\tthrough\tpercent\tsource\tconfidence
        DE\tGerman base rate\t2027-01-01\t2027-06-30\t1.40\tBundesbank\tverified
        AT\tAustrian base rate of the half-year\t2027-01-01\t2027-06-30\t90\tx\tverified
        """;
    Path newer = file("rates.tsv", text);
    Path csv =
        file("same.csv", "from,through,percent,source\n2027-01-01,2027-06-30,1.40,Bundesbank\n");
    String command = "--as-of 2027-01-02 --base DE --margin 5 --rates ";
    assertThat(interest(command + newer)).isEqualTo(interest(command + csv));
    assertThat(interest(command + newer).code()).isZero();
    Path bad = file("bad.tsv", text.replace("1.40", "1.40\t"));
    assertThat(interest(command + bad).err())
        .startsWith("--rates: bad.tsv: line 3: 8 cells, but 7 columns");
  }
}
