package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgingCommandTest extends CommandFixture {
  @Test
  void agesALedger() throws IOException {
    ledger(
        """
        I1,A,2026-05-01,2026-05-31,,EUR,100.00
        I2,B,2026-06-01,,2/10 net 30,EUR,50.5
        """,
        """
        2026-06-30,I1,,payment,40.00,,,,
        2026-07-01,I1,A,payment,60.00,,,,
        """);
    assertThat(run("aging --as-of 2026-06-30 --format csv"))
        .isEqualTo(
            new Run(
                0,
                """
                as_of,currency,band,amount,count
                2026-06-30,EUR,not due,50.50,1
                2026-06-30,EUR,1-30,60.00,1
                2026-06-30,EUR,31-60,0.00,0
                2026-06-30,EUR,61-90,0.00,0
                2026-06-30,EUR,91+,0.00,0
                2026-06-30,EUR,total,110.50,2
                """,
                ""));
  }

  @Test
  void agesByCustomerFromTheIssueDate() throws IOException {
    ledger(ONE_INVOICE, "2026-06-01,I1,,payment,120.00,,,,\n");
    String command = "aging --as-of 2026-05-31,2026-06-30 --by customer --bands 30";
    assertThat(run(command + " --basis issue-date --format csv").out())
        .isEqualTo(
            """
            as_of,customer,currency,band,amount,count
            2026-05-31,A,EUR,0-30,100.00,1
            2026-05-31,A,EUR,31+,0.00,0
            2026-05-31,A,EUR,total,100.00,1
            2026-06-30,A,EUR,credit,20.00,1
            """);
  }

  @Test
  void agesByInvoiceAsJson() throws IOException {
    ledger(ONE_INVOICE, "2026-06-01,I1,,payment,120.00,,,,\n");
    assertThat(run("aging --as-of 2026-06-30 --by invoice --format json").out())
        .isEqualTo(
            """
            [
            {"as_of":"2026-06-30","customer":"A","invoice":"I1","currency":"EUR","band":"credit",\
            "amount":"20.00","count":"1"}
            ]
            """);
  }

  @Test
  void printsATableOfCustomersByBands() throws IOException {
    ledger(
        ONE_INVOICE
            + """
            I2,B,2026-03-01,2026-03-31,,EUR,50.00
            I3,B,2026-03-01,2026-06-30,,JPY,700
            """,
        "2026-06-01,I1,,payment,120.00,,,,\n");
    assertThat(run("aging --as-of 2026-06-30 --by customer --bands 30").out())
        .isEqualTo(
            """
            as_of       customer  currency  not due  1-30    31+  total  credit
            2026-06-30  A         EUR                                     20.00
            2026-06-30  B         EUR          0.00  0.00  50.00  50.00
            2026-06-30  B         JPY           700     0      0    700
            2026-06-30  total     EUR          0.00  0.00  50.00  50.00   20.00
            2026-06-30  total     JPY           700     0      0    700
            """);
    assertThat(run("aging --as-of 2026-05-31,2026-06-30 --bands 30").out())
        .isEqualTo(
            """
            as_of       currency  not due  1-30    31+   total  credit
            2026-05-31  EUR        100.00  0.00  50.00  150.00
            2026-05-31  JPY           700     0      0     700
            2026-06-30  EUR          0.00  0.00  50.00   50.00   20.00
            2026-06-30  JPY           700     0      0     700
            """);
    assertThat(run("aging --as-of 2026-06-30 --by invoice --bands 30").out().lines().skip(3))
        .contains("2026-06-30  total              EUR          0.00  0.00  50.00  50.00   20.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --as-of yesterday              | --as-of: not a date such as 2026-01-31: yesterday
          --as-of 2026-06-30 --bands 9,9 | --bands: aging limits do not rise from 1: [9, 9]
          --as-of 2026-06-30 --bands x   | --bands: not whole numbers separated by commas: x
          --as-of 2026-06-30 --basis x   | --basis: neither due-date nor issue-date: x
          """)
  void refusesOptionsThatMakeNoSense(String options, String error) {
    assertThat(run("aging " + options)).isEqualTo(new Run(2, "", error + "\n"));
  }

  /** 0.40 is left of one invoice, another is disputed in part, a third is promised. */
  private void claims() throws IOException {
    ledger(
        """
        I1,A,2026-05-01,2026-05-31,,EUR,100.00
        I2,A,2026-05-01,2026-05-31,,EUR,50.00
        I3,B,2026-05-01,2026-05-31,,EUR,30.00
        """,
        """
        2026-06-05,I1,A,payment,99.60,,,,
        2026-06-05,I2,A,dispute-opened,20.00,,,,
        2026-06-05,I3,B,promise,,2026-07-31,,,
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                          | 0.00  80.40                              80.40
          --tolerance EUR=0.40            | 0.00  80.00                        0.40  80.40
          --tolerance EUR=0.39            | 0.00  80.40                        0.00  80.40
          --claims-apart                  | 0.00  30.40     20.00     30.00          80.40
          --claims-apart --tolerance EUR=1 --tolerance JPY=5 \
                                          | 0.00  30.00     20.00     30.00    0.40  80.40
          """)
  void addsUpWithWhatIsShownApart(String options, String row) throws IOException {
    claims();
    String command = "aging --as-of 2026-06-30 --bands 30 " + (options == null ? "" : options);
    String head = "2026-06-30 EUR ";
    // the band 31+ is empty
    String[] cells = row.trim().split("\\s+");
    String expected = head + cells[0] + " " + cells[1] + " 0.00";
    for (int i = 2; i < cells.length; i++) {
      expected += " " + cells[i];
    }
    assertThat(run(command).out().lines().skip(1).map(l -> l.replaceAll("\\s+", " ")))
        .containsExactly(expected);
    assertThat(rows(command + " --by invoice --sorted")).isEqualTo(rows(command + " --by invoice"));
  }

  @Test
  void namesWhatIsShownApart() throws IOException {
    claims();
    String command = "aging --as-of 2026-06-30 --bands 30 --claims-apart --tolerance EUR=1";
    assertThat(run(command + " --by customer").out())
        .isEqualTo(
            """
            as_of       customer  currency  not due   1-30   31+  disputed  promised  difference  total
            2026-06-30  A         EUR          0.00  30.00  0.00     20.00      0.00        0.40  50.40
            2026-06-30  B         EUR          0.00   0.00  0.00      0.00     30.00        0.00  30.00
            2026-06-30  total     EUR          0.00  30.00  0.00     20.00     30.00        0.40  80.40
            """);
    assertThat(rows(command + " --by invoice"))
        .contains(
            "2026-06-30,A,I1,EUR,difference,0.40,1",
            "2026-06-30,A,I1,EUR,total,0.40,1",
            "2026-06-30,A,I2,EUR,disputed,20.00,1",
            "2026-06-30,B,I3,EUR,promised,30.00,1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EUR=0      | not an amount above zero such as 1.00: 0
          EUR=-1     | not an amount above zero such as 1.00: -1
          EUR=1.001  | not an amount above zero such as 1.00: 1.001
          EURO=1.00  | not a currency code of ISO 4217: EURO
          """)
  void refusesATolerance(String tolerance, String error) {
    assertThat(run("aging --as-of 2026-06-30 --tolerance " + tolerance))
        .isEqualTo(new Run(2, "", "--tolerance: " + error + "\n"));
  }
}
