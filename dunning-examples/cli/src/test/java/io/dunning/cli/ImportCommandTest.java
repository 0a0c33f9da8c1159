package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportCommandTest extends CommandFixture {
  private static final String EXPORT =
      """
      no,who,invoice date,due,amount,settled
      7,A,2026-01-01,2026-01-31,100.00,2026-02-10
      8,B,2026-01-05,2026-02-04,50.00,
      """;

  private Run imported(String text, String... more) throws IOException {
    Path export = file("export.csv", text);
    String[] all = {
      "import",
      export.toString(),
      "--ledger",
      folder.resolve("books").toString(),
      "--column",
      "invoice=no",
      "--column",
      "customer=who",
      "--column",
      "issued=invoice date"
    };
    String[] args = new String[all.length + more.length];
    System.arraycopy(all, 0, args, 0, all.length);
    System.arraycopy(more, 0, args, all.length, more.length);
    return dunning(args);
  }

  @Test
  void writesALedgerThatABacktestReads() throws IOException {
    Run run = imported(EXPORT, "--currency", "EUR");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("wrote 2 invoices to ");
    String books = folder.resolve("books").toString();
    assertThat(Files.readString(folder.resolve("books/events.csv")))
        .contains("2026-02-10,7,,payment,100.00");
    Run again = imported(EXPORT, "--currency", "EUR");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("exists already");
    Run backtest =
        dunning(
            "backtest",
            "--policy",
            "courteous-consumer",
            "--ledger",
            books,
            "--from",
            "2026-01-01",
            "--to",
            "2026-12-31",
            "--soon",
            "5",
            "--format",
            "json");
    assertThat(backtest.out())
        .isEqualTo(
            """
            {
              "backtests" : [ {
                "policy" : "courteous-consumer",
                "first" : "2026-01-01",
                "last" : "2026-12-31",
                "accounts" : 2,
                "customersContacted" : 2,
                "contacts" : 6,
                "contactsByStep" : {
                  "heads-up by email" : 2,
                  "reminder by email" : 2,
                  "second reminder by letter" : 1,
                  "final notice by letter" : 1
                },
                "soonDays" : 5,
                "contactsToSoonPayers" : 1,
                "medianDaysToFirstContact" : -3,
                "charged" : [ ],
                "waivedThen" : [ ],
                "overdueAtStep" : {
                  "heads-up" : [ ],
                  "reminder" : [ "150.00 EUR" ],
                  "second reminder" : [ "50.00 EUR" ],
                  "final notice" : [ "50.00 EUR" ]
                },
                "customersAtStep" : {
                  "heads-up" : {
                    "no segment" : 2
                  },
                  "reminder" : {
                    "no segment" : 2
                  },
                  "second reminder" : {
                    "no segment" : 1
                  },
                  "final notice" : {
                    "no segment" : 1
                  }
                },
                "file" : "courteous-consumer.yaml"
              } ],
              "cannotKnow" : [ "whether customers would have paid, promised or disputed sooner or \
            later", "whether a message would have arrived", "what people would have approved or \
            refused; every step is approved at once" ]
            }
            """);
  }

  @Test
  void takesWhatWasPaidFromAColumn() throws IOException {
    Run run =
        imported(
            EXPORT
                .replace("settled\n", "settled,part\n")
                .replace("02-10\n", "02-10,60.00\n")
                .replace("50.00,\n", "50.00,,\n"),
            "--currency",
            "EUR",
            "--column",
            "paid=part");
    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("books/events.csv")))
        .contains("2026-02-10,7,,payment,60.00");
  }

  @Test
  void saysEverythingThatIsWrong() throws IOException {
    assertThat(imported(EXPORT).err()).contains("no column has the currency\nMaybe --currency EUR");
    assertThat(imported(EXPORT, "--currency", "EUR", "--column", "due=fällig").err())
        .contains("export.csv:1: no column fällig for the field due");
    assertThat(imported(EXPORT, "--column", "isued=x").err())
        .contains("--column: not a field: isued\nMaybe issued");
    Run run =
        imported(
            EXPORT.replace("100.00", "much").replace("2026-02-04", "soon"), "--currency", "EUR");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("export.csv:2: amount: ")
        .contains("export.csv:3: due: not a date such as 2026-01-31: soon");
    assertThat(folder.resolve("books")).doesNotExist();
  }
}
