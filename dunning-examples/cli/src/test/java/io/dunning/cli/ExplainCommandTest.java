package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ExplainCommandTest extends CommandFixture {
  private static final String EXPLAIN = "explain --policy standard-b2b --as-of ";

  @Test
  void explainsACustomerAsText() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(run(EXPLAIN + "2026-06-03 --customer A").out())
        .startsWith("I1: send reminder by email, friendly\n  as of 2026-06-03");
  }

  @Test
  void explainsAnInvoiceAsData() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(rows(EXPLAIN + "2026-06-03 --invoice I1"))
        .hasSize(6)
        .contains(
            "2026-06-03,I1,act,yes,friendly reminder: 3 days past due was reached on 2026-06-03");
    assertThat(rows(EXPLAIN + "2026-06-01 --invoice I1"))
        .contains("2026-06-01,I1,wait,flip,would be friendly reminder from 2026-06-03");
  }

  @Test
  void wrapsAnExplanation() throws IOException {
    ledger(ONE_INVOICE, "");
    Run text = run(EXPLAIN + "2026-06-01 --invoice I1 --width 60");
    assertThat(text.out().lines()).allMatch(l -> l.length() <= 60);
    assertThat(text.out()).contains("~ would be friendly reminder from 2026-06-03");
  }

  @Test
  void ranksTheRoutesOfAnOldDebt() throws IOException {
    ledger("I1,A,2026-01-01,2026-01-31,,EUR,20000.00\n", "");
    assertThat(run("explain --policy endgame-b2b --as-of 2026-05-31 --invoice I1").out())
        .contains("  1. settle ")
        .contains("  2. agency ")
        .contains("  4. write off 0.00 EUR");
  }

  @Test
  void explainsWhatAStepCharges() throws IOException {
    ledger(
        "I1,A,2026-01-01,2026-01-31,,EUR,1000.00\n",
        "2026-02-05,I1,A,step-taken,,,Zahlungserinnerung,email,\n");
    assertThat(run("explain --policy german-b2b --as-of 2026-02-15 --invoice I1").out())
        .contains("I1: send notice 1 by letter and assess charges")
        .contains("owed 1000.00 EUR, fees 40.00 EUR, interest 4.22 EUR: 1044.22 EUR")
        .contains("assess fee 40.00 EUR on I1, interest 4.22 EUR on I1");
  }

  @Test
  void isColouredOnATerminalOnly() throws IOException {
    ledger(ONE_INVOICE, "");
    String[] words = (EXPLAIN + "2026-06-03 --customer A --ledger " + folder).split(" ");
    String[] lines = dunning(Ansi.ON, words).out().split("\n");
    assertThat(lines[0]).isEqualTo("\u001b[33mI1: send reminder by email, friendly\u001b[0m");
    assertThat(lines[1]).startsWith("  as of");
    assertThat(lines[2]).startsWith("\u001b[1m  because ").endsWith("\u001b[0m");
    assertThat(lines[3]).startsWith("\u001b[2m  - ").endsWith("\u001b[0m");
    assertThat(dunning(words).out())
        .isEqualTo(String.join("\n", lines).replaceAll("\u001b\\[\\d+m", "") + "\n\n");
  }

  @Test
  void countsBusinessDaysWithTheHolidaysOfAFile() throws IOException {
    ledger(
        "I1,A,2026-01-01,2026-01-31,,EUR,1000.00\n",
        "2026-03-02,I1,,step-taken,,,friendly reminder,email,\n"
            + "2026-03-16,I1,,step-taken,,,first notice,email,\n"
            + "2026-03-17,I1,,step-taken,,,call,phone,\n");
    Path easter = file("holidays.csv", "date,name\n2026-04-03,Good Friday\n2026-04-06,Easter\n");
    String command = EXPLAIN + "2026-03-30 --invoice I1";
    assertThat(run(command).out()).contains("look again on 2026-04-13");
    assertThat(run(command + " --holidays " + easter).out()).contains("look again on 2026-04-15");
    assertThat(run(command + " --holidays none.csv"))
        .isEqualTo(new Run(2, "", "--holidays: cannot be read: none.csv\n"));
    assertThat(run(command + " --holidays " + file("bad.csv", "date\nEaster\n")).err())
        .isEqualTo("bad.csv:2: date: not a date such as 2026-01-31: Easter\n");
    assertThat(run(command + " --holidays " + file("no.csv", "date\n")).err())
        .startsWith("--holidays: the file has no dates: ");
  }

  @Test
  void refusesAWidthThatNothingFitsIn() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(run(EXPLAIN + "2026-06-03 --customer A --width -1"))
        .isEqualTo(new Run(2, "", "--width: must be at least 20: -1\n"));
    assertThat(run(EXPLAIN + "2026-06-03 --customer A --width 20").code()).isZero();
  }

  @Test
  void refusesStrangers() throws IOException {
    ledger("", "");
    assertThat(run(EXPLAIN + "2026-06-30 --invoice I1"))
        .isEqualTo(new Run(2, "", "--invoice: no such invoice: I1\n"));
    assertThat(run(EXPLAIN + "2026-06-30 --customer A"))
        .isEqualTo(new Run(2, "", "--customer: no such customer: A\n"));
  }
}
