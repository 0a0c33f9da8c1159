package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.json.DunningJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadPortfolioTest {
  private static final String INVOICES = "customer,invoice,issued,due,currency,minor\n";
  private static final String EVENTS =
      "customer,invoice,day,type,minor,currency,step,channel,json\n";

  @TempDir Path folder;

  private void decide() throws Exception {
    decide(1000, Reasons.DUE);
  }

  private void decide(int rowsPerBatch, Reasons reasons) throws Exception {
    new DecisionRun(
            Runs.question(folder, "standard-b2b", Runs.DAY, 1, reasons, null),
            new DecisionRun.Means(1, "500MB", rowsPerBatch))
        .into(folder.resolve("out"), i -> {});
  }

  private void tables(String invoices, String events) throws Exception {
    Files.writeString(
        folder.resolve("invoices.csv"),
        INVOICES + "A,A-1,2026-01-01,2026-02-01,EUR,100\n" + invoices);
    Files.writeString(
        folder.resolve("events.csv"),
        EVENTS
            + "A,A-1,2026-01-02,payment,10,,,,\nA,A-1,2026-01-02,step,,,hello,email,\n"
            + events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # invoices
          A,A-1,2026-01-01,2026-02-01,EUR,5;                ; invoice A-1 of customer A is there twice
          B,,2026-01-01,2026-02-01,EUR,5;                   ; an invoice of customer B has no number
          B,B-1,,2026-02-01,EUR,5;                          ; invoice B-1 of customer B: empty: issued
          B,B-1,2026-01-01,2026-02-01,,5;                   ; invoice B-1 of customer B: empty: currency
          # events
          ; A,A-9,2026-01-05,payment,5,,,,                  ; an event of customer A names an invoice that the customer does not have: A-9
          ; A,A-1,2026-01-05,paymnt,5,,,,                   ; events: type must be payment, step, dispute or other: paymnt, of invoice A-1 of customer A
          ; A,A-1,2026-01-05,paymnt,5,,,,{}                 ; events: type must be payment, step, dispute or other: paymnt, of invoice A-1 of customer A
          ; A,A-1,2026-01-05,payment,,,,,                   ; a payment of invoice A-1 of customer A, on 2026-01-05: empty: minor
          ; A,,2026-01-05,payment,5,,,,                     ; a payment of customer A, on 2026-01-05: empty: currency
          ; A,A-1,2026-01-05,step,,,,,                      ; a step of invoice A-1 of customer A, on 2026-01-05: empty: step
          B,B-1,2026-01-01,2026-02-01,EURO,5;               ; invoice B-1 of customer B: no such currency: EURO
          ; A,A-1,2026-01-05,payment,-5,,,,                 ; a payment of invoice A-1 of customer A is negative: -5
          ; A,A-1,2026-01-05,payment,5,USD,,,               ; a payment of invoice A-1 of customer A must be in EUR: USD
          ; A,A-1,2026-01-05,step,,,x,pigeon,               ; a step of invoice A-1 of customer A: "pigeon" is not a channel
          B,B-1,01/02/2026,2026-02-01,EUR,5;                ; invoices.csv: row 2: issued: not a day such as 2026-03-01: 01/02/2026
          ; A,A-1,2026-01-05,payment,1.5,,,,                ; events.csv: row 3: minor: not a whole number: 1.5
          ; A,A-1,2026-01-05,step,,," ",,                   ; a step of invoice A-1 of customer A, on 2026-01-05: empty: step
          ; A,A-1,2026-01-05,payment,5,,,,{}                ; an event of invoice A-1 of customer A has json, so its type must be other: payment
          ; A,,2026-01-05,step,,,hello,,{}                  ; an event of customer A has json, so its type must be other: step
          ; A,A-1,2026-01-05,dispute,,,,,{}                 ; an event of invoice A-1 of customer A has json, so its type must be other: dispute
          ; A,A-1,2026-01-05,other,,,,,                     ; a row about invoice A-1 of customer A needs the column json, as its columns tell nothing
          """)
  void saysWhatIsWrongWithARow(String invoice, String event, String problem) throws Exception {
    tables(invoice == null ? "" : invoice + "\n", event == null ? "" : event.strip() + "\n");
    // in batches of any size, whether columns or whole accounts are decided about
    for (int rowsPerBatch : new int[] {1, 1000}) {
      for (Reasons reasons : Reasons.values()) {
        assertThatThrownBy(() -> decide(rowsPerBatch, reasons))
            .isInstanceOf(BadPortfolioException.class)
            .hasMessageStartingWith(problem);
      }
    }
  }

  /** DuckDB's infinite days are days of the years 5,881,580 and before. */
  @ParameterizedTest
  @CsvSource({
    "infinity, +5881580-07-11",
    "-infinity, -5877641-06-24",
    "10000-01-01, +10000-01-01",
    "0001-01-01 (BC), 0000-01-01"
  })
  void daysAreOfKnownYears(String day, String found) throws Exception {
    for (String column : List.of("issued", "due")) {
      Runs.run(
          "COPY (SELECT * REPLACE ('%s'::DATE AS %s) FROM (SELECT 'A' AS customer, 'A-1' AS invoice,"
                  .formatted(day, column)
              + " DATE '2026-01-01' AS issued, DATE '2026-02-01' AS due, 'EUR' AS currency,"
              + " 100::BIGINT AS minor)) TO '"
              + folder.resolve("invoices.parquet")
              + "' (FORMAT parquet)");
      Files.writeString(folder.resolve("events.csv"), EVENTS);
      assertThatThrownBy(this::decide)
          .isInstanceOf(BadPortfolioException.class)
          .hasMessage(
              "a row about invoice A-1 of customer A must have days of the years 1 to 9999: "
                  + found);
    }
  }

  @Test
  void nothingIsMadeOfAnAccountWithABadRow() throws Exception {
    tables(
        "B,B-1,2026-01-01,,EUR,5\nC,C-1,2026-01-01,2026-02-01,EUR,5\n",
        "B,B-1,2026-01-05,payment,5,,,,\n");
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(1, "500MB", spill)) {
      new Portfolio(folder).open(duck);
      try (BatchReader reader = new BatchReader(duck, "", 1)) {
        Batch first = reader.next();
        assertThat(first.accounts()).isEqualTo(1);
        assertThat(first.customer(0)).isEqualTo("A");
        assertThatThrownBy(reader::next)
            .isInstanceOf(BadPortfolioException.class)
            .hasMessage("invoice B-1 of customer B: empty: due");
      }
    }
  }

  @Test
  void saysAllThatIsWrong() throws Exception {
    tables("B,,2026-01-01,2026-02-01,EUR,5\n", "A,A-9,2026-01-05,payment,5,,,,\n");
    assertThatThrownBy(this::decide)
        .hasMessageContaining("names an invoice that the customer does not have: A-9")
        .hasMessageContaining("an invoice of customer B has no number");
  }

  @Test
  void saysWhichTablesAndColumnsAreMissing() throws Exception {
    Files.writeString(
        folder.resolve("invoices.csv"), "customer,invoice,issued,due,minor\nA,A-1,soon,1,x\n");
    assertThatThrownBy(this::decide)
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageContaining("invoices: column is missing: currency, of type VARCHAR")
        .hasMessageContaining("invoices.csv: row 1: issued: not a day such as 2026-03-01: soon")
        .hasMessageContaining("invoices.csv: row 1: minor: not a whole number: x")
        .hasMessageContaining("events.parquet: no such table")
        .hasMessageContaining("Maybe it is events.csv");
  }

  /** A column of another name is left alone, unless it looks like one that is not there. */
  @Test
  void saysWhichColumnsAreMisspelt() throws Exception {
    Files.writeString(
        folder.resolve("invoices.csv"),
        "Customer,invoice,isued,due,currency,minor,colour,typ\nA,A-1,2026-01-01,2026-02-01,EUR,1,,\n");
    Files.writeString(
        folder.resolve("events.csv"),
        "customer,invoice,day,type,chanel,steps\nA,A-1,2026-01-01,step,email,hello\n");
    assertThatThrownBy(this::decide)
        .hasMessage(
            """
            invoices: column is missing: customer, of type VARCHAR
            invoices: unknown column: Customer
            Maybe customer
            invoices: column is missing: issued, of type DATE
            invoices: unknown column: isued
            Maybe issued
            events: unknown column: steps
            Maybe step
            events: unknown column: chanel
            Maybe channel\
            """);
  }

  @Test
  void saysWhoseJsonTellsSomethingElse() throws Exception {
    tables("", "");
    Files.writeString(
        folder.resolve("customers.csv"), "customer,json\nA,\"{\"\"id\"\":\"\"Z\"\"}\"\n");
    assertThatThrownBy(this::decide)
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageStartingWith("customer A: its json is of another customer: Z")
        .hasCauseInstanceOf(BadPortfolioException.class);
  }

  /** An event of 5 January that was entered on the 7th. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          2026-01-05;           ; customer A: column booked must be the day of entry that json tells, 2026-01-07, for what is dated 2026-01-05
          2026-01-05; 2026-01-06; customer A: column booked must be the day of entry that json tells, 2026-01-07, for what is dated 2026-01-05
          2026-01-04; 2026-01-07; customer A: column day must be the day that json tells, 2026-01-05: 2026-01-04
          ;           2026-01-07; customer A: column day must be the day that json tells, 2026-01-05: none
          2026-01-05; 2026-01-07;
          """)
  void columnsTellTheDaysOfJson(String day, String booked, String problem) throws Exception {
    tables("", "");
    LedgerEvent event = LedgerEvent.hold(LocalDate.of(2026, 1, 5), "asked by sales");
    String json =
        DunningJson.mapper()
            .writeValueAsString(new BookedEvent(event, LocalDate.of(2026, 1, 7)))
            .replace("\"", "\"\"");
    Files.writeString(
        folder.resolve("events.csv"),
        "customer,invoice,day,type,json,booked\nA,A-1,%s,other,\"%s\",%s\n"
            .formatted(day == null ? "" : day, json, booked == null ? "" : booked));
    if (problem == null) {
      decide();
      assertThat(Runs.current(folder.resolve("out"))).hasSize(1);
    } else {
      assertThatThrownBy(this::decide)
          .isInstanceOf(BadPortfolioException.class)
          .hasMessage(problem);
    }
  }

  @Test
  void saysWhatAnInvoiceWithJsonLacks() throws Exception {
    tables("", "");
    Files.writeString(
        folder.resolve("invoices.csv"),
        "customer,invoice,issued,due,currency,minor,json\nA,A-1,2026-01-01,2026-02-01,,100,{}\n");
    assertThatThrownBy(this::decide)
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage("invoice A-1 of customer A: empty: currency");
  }

  @Test
  void saysWhoseAmountsAreTooLargeAndKeepsTheCause() throws Exception {
    String large = ",2026-01-01,2026-02-01,EUR," + Long.MAX_VALUE + "\n";
    tables("B,B-1" + large + "B,B-2" + large, "");
    assertThatThrownBy(this::decide)
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageStartingWith("customer B: amounts of the account of B do not fit")
        .hasRootCauseInstanceOf(ArithmeticException.class);
    Batch batch = new Batch();
    batch.begin("C");
    assertThatThrownBy(() -> batch.naming(0, () -> Math.addExact(Long.MAX_VALUE, 1)))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage("customer C: long overflow")
        .hasCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void idsMayBeNumbersAndTablesEmpty() throws Exception {
    Files.writeString(
        folder.resolve("invoices.csv"), INVOICES + "7,1,2026-01-01,2026-02-01,EUR,10000\n");
    Files.writeString(folder.resolve("events.csv"), EVENTS);
    decide();
    assertThat(Runs.current(folder.resolve("out")))
        .singleElement()
        .asString()
        .startsWith("7|1|act");
  }

  @Test
  void theSameFolderServesOnceThePortfolioIsMended() throws Exception {
    tables("B,,2026-01-01,2026-02-01,EUR,5\n", "");
    assertThatThrownBy(this::decide).isInstanceOf(BadPortfolioException.class);
    tables("B,B-1,2026-01-01,2026-02-01,EUR,5\n", "");
    decide();
    assertThat(Runs.current(folder.resolve("out"))).hasSize(2);
    tables("", "");
    assertThatThrownBy(this::decide)
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageContaining("holds a run of another portfolio, or its files have changed since");
  }

  @Test
  void leavesNothingBehindThatLooksDone() throws Exception {
    tables("B,,2026-01-01,2026-02-01,EUR,5\n", "");
    assertThatThrownBy(this::decide).isInstanceOf(BadPortfolioException.class);
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("run.properties", "run.customers", "run.lock");
    }
  }
}
