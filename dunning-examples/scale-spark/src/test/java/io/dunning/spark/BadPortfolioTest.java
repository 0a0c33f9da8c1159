package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BadPortfolioTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final String INVOICES = "(customer, invoice, issued, due, currency, minor)";
  private static final String EVENTS =
      "(customer, invoice, day, type, minor, currency, step, channel, json)";

  private final SparkSession spark = Sparks.local();

  @TempDir Path folder;

  private Dataset<Row> table(String columns, String rows) {
    String dated = rows.replaceAll("(\\d{4}-\\d\\d-\\d\\d)", "DATE '$1'");
    return spark.sql("SELECT * FROM VALUES " + dated + " AS t" + columns);
  }

  private Dataset<Row> customers(String rows) {
    return spark.sql("SELECT * FROM VALUES " + rows + " AS t(customer, json)");
  }

  private void decide(String invoice, String event, String customer) {
    SparkPortfolio.of(
            table(
                INVOICES,
                "('A', 'A-1', 2026-01-01, 2026-02-01, 'EUR', 100L)"
                    + (invoice == null ? "" : "," + invoice)),
            table(
                EVENTS,
                "('A', 'A-1', 2026-01-02, 'payment', 10L, NULL, NULL, NULL, NULL),"
                    + "('A', 'A-1', 2026-01-02, 'step', NULL, NULL, 'hello', 'email', NULL)"
                    + (event == null ? "" : "," + event)),
            customers(customer))
        .inPartitions(1)
        .decisions(Sparks.policies("standard-b2b"), DAY, Reasons.DUE)
        .collectAsList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          # invoices
          ('A','A-1',2026-01-01,2026-02-01,'EUR',5L); ; invoice A-1 of customer A is there twice
          ('B',NULL,2026-01-01,2026-02-01,'EUR',5L); ; an invoice of customer B has no number
          ('B','B-1',NULL,2026-02-01,'EUR',5L); ; invoice B-1 of customer B: empty: issued
          ('B','B-1',2026-01-01,NULL,'EUR',5L); ; invoice B-1 of customer B: empty: due
          ('B','B-1',2026-01-01,2026-02-01,'EURO',5L); ; invoice B-1 of customer B: no such currency: EURO
          (NULL,'B-1',2026-01-01,2026-02-01,'EUR',5L); ; a row of invoices has no customer
          # events
          ; ('A','A-9',2026-01-05,'payment',5L,NULL,NULL,NULL,NULL); an event of customer A names an invoice that the customer does not have: A-9
          ; ('A','A-1',2026-01-05,'paymnt',5L,NULL,NULL,NULL,NULL); events: type must be payment, step, dispute or other: paymnt
          ; ('A','A-1',2026-01-05,'paymnt',5L,NULL,NULL,NULL,'{}'); events: type must be payment, step, dispute or other: paymnt
          ; ('A','A-1',2026-01-05,'payment',NULL,NULL,NULL,NULL,NULL); a payment of invoice A-1 of customer A, on 2026-01-05: empty: minor
          ; ('A',NULL,2026-01-05,'payment',5L,NULL,NULL,NULL,NULL); a payment of customer A, on 2026-01-05: empty: currency
          ; ('A','A-1',2026-01-05,'step',NULL,NULL,NULL,NULL,NULL); a step of invoice A-1 of customer A, on 2026-01-05: empty: step
          ; ('A','A-1',2026-01-05,'payment',-5L,NULL,NULL,NULL,NULL); a payment of invoice A-1 of customer A is negative: -5
          ; ('A','A-1',2026-01-05,'payment',5L,'USD',NULL,NULL,NULL); a payment of invoice A-1 of customer A must be in EUR: USD
          ; ('A','A-1',2026-01-05,'step',NULL,NULL,'x','pigeon',NULL); a step of invoice A-1 of customer A: "pigeon" is not a channel
          ; ('A','A-1',2026-01-05,'step',NULL,NULL,'  ',NULL,NULL); a step of invoice A-1 of customer A, on 2026-01-05: empty: step
          ; ('A','A-1',2026-01-05,'payment',5L,NULL,NULL,NULL,'{}'); an event of invoice A-1 of customer A has json, so its type must be other: payment
          ; ('A',NULL,2026-01-05,'step',NULL,NULL,'hello',NULL,'{}'); an event of customer A has json, so its type must be other: step
          ; ('A','A-1',2026-01-05,'dispute',NULL,NULL,NULL,NULL,'{}'); an event of invoice A-1 of customer A has json, so its type must be other: dispute
          ; ('A','A-1',2026-01-05,'other',NULL,NULL,NULL,NULL,NULL); a row about invoice A-1 of customer A needs the column json, as its columns tell nothing
          ; ('A','A-1',2026-01-05,'other',NULL,NULL,NULL,NULL,'{}'); customer A: $: property "event" is missing
          """)
  void saysWhatIsWrongWithARow(String invoice, String event, String problem) {
    assertThat(refusal(invoice, event, "('B', '{\"id\":\"B\"}')")).hasMessageStartingWith(problem);
  }

  /** The first and the last day of 32 bits, which other databases hold for infinite. */
  @ParameterizedTest
  @CsvSource({
    "2147483647, +5881580-07-11",
    "-2147483647, -5877641-06-24",
    "2932897, +10000-01-01",
    "-719163, 0000-12-31"
  })
  void daysAreOfKnownYears(int day, String found) {
    String row =
        "SELECT 'A' AS customer, 'A-1' AS invoice, %s AS issued, %s AS due, 'EUR' AS"
            + " currency, 100L AS minor";
    String odd = "date_from_unix_date(" + day + ")";
    Dataset<Row> none =
        table(EVENTS, "('A', 'A-1', 2026-01-02, 'payment', 10L, NULL, NULL, NULL, NULL)").limit(0);
    for (String each :
        List.of(row.formatted(odd, "DATE '2026-02-01'"), row.formatted("DATE '2026-01-01'", odd))) {
      assertThat(refusal(spark.sql(each), none))
          .hasMessage(
              "a row about invoice A-1 of customer A must have days of the years 1 to 9999: "
                  + found);
    }
  }

  @Test
  void nothingIsMadeOfAnAccountWithABadRowNorOfLaterOnes() {
    Row good = row("A", Kind.INVOICE, "A-1", 20485, 20516);
    Row bad = row("B", Kind.INVOICE, "B-1", 20485, null);
    Row payment = row("B", Kind.PAYMENT, "B-1", 20490, null);
    Row later = row("C", Kind.INVOICE, "C-1", 20485, 20516);
    AccountReader reader = new AccountReader(List.of(good, bad, payment, later).iterator());
    assertThat(reader.next().customer()).isEqualTo("A");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(reader::hasNext)
          .isInstanceOf(BadPortfolioException.class)
          .hasMessage("invoice B-1 of customer B: empty: due");
    }
  }

  private static Row row(String customer, Kind kind, String number, int day, Integer due) {
    return RowFactory.create(customer, kind.code(), number, day, due, 100L, "EUR", null, null);
  }

  /** What the portfolio is refused with, in whatever Spark wraps it. */
  private Throwable refusal(String invoice, String event, String customer) {
    return badPortfolio(catchThrowable(() -> decide(invoice, event, customer)));
  }

  private static Throwable badPortfolio(Throwable caught) {
    Throwable thrown = caught;
    while (thrown != null && !(thrown instanceof BadPortfolioException)) {
      thrown = thrown.getCause();
    }
    return thrown;
  }

  @Test
  void saysWhoseJsonTellsSomethingElse() {
    assertThat(refusal(null, null, "('A', '{\"id\":\"Z\"}')"))
        .hasMessage("customer A: its json is of another customer: Z");
    assertThat(refusal(null, null, "('A', '{\"id\":\"A\"}'), ('A', '{\"id\":\"A\"}')"))
        .hasMessage("customers: customer A is there twice");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-06, 2026-01-06", "NULL, none"})
  void saysWhoseColumnTellsAnotherDayThanJson(String column, String found) {
    LocalDate day = LocalDate.of(2026, 1, 5);
    String json =
        LedgerRow.MAPPER.writeValueAsString(new BookedEvent(LedgerEvent.hold(day, "asked"), day));
    // the literal is not one of dates
    String event = "('A', 'A-1', %s, 'other', NULL, NULL, NULL, NULL, '%s')";
    Dataset<Row> events =
        spark.sql(
            "SELECT * FROM VALUES "
                + event.formatted(
                    column.equals("NULL") ? "CAST(NULL AS DATE)" : "DATE '" + column + "'", json)
                + " AS t"
                + EVENTS);
    Dataset<Row> invoices = table(INVOICES, "('A', 'A-1', 2026-01-01, 2026-02-01, 'EUR', 100L)");
    assertThat(refusal(invoices, events))
        .hasMessage("customer A: column day must be the day that json tells, 2026-01-05: " + found);
  }

  private Throwable refusal(Dataset<Row> invoices, Dataset<Row> events) {
    return badPortfolio(
        catchThrowable(
            () ->
                SparkPortfolio.of(invoices, events, customers("('A', 'B')").limit(0))
                    .decisions(Sparks.policies("standard-b2b"), DAY, Reasons.DUE)
                    .collectAsList()));
  }

  @Test
  void saysWhoseAmountsAreTooLargeAndKeepsTheCause() {
    String large = "2026-01-01, 2026-02-01, 'EUR', " + Long.MAX_VALUE + "L)";
    String invoices = "('B', 'B-1', " + large + ", ('B', 'B-2', " + large;
    assertThat(refusal(invoices, null, "('B', '{\"id\":\"B\"}')"))
        .hasMessageStartingWith("customer B: amounts of the account of B do not fit")
        .hasRootCauseInstanceOf(ArithmeticException.class);
    AccountRows rows = new AccountRows("C", List.of());
    assertThatThrownBy(() -> rows.checked(() -> Math.addExact(Long.MAX_VALUE, 1)))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage("customer C: long overflow")
        .hasCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void saysWhichColumnsAreMissing() {
    assertThatThrownBy(
            () ->
                SparkPortfolio.of(
                    table(
                        "(customer, invoice, issued, due, minor)", "(1, '2', 'x', 2026-01-01, 5)"),
                    table("(customer, invoice, day)", "('A', 'B', 2026-01-01)"),
                    customers("('A', 'B')")))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            """
            invoices: column customer must be STRING: INT
            invoices: column issued must be DATE: STRING
            invoices: column is missing: currency, of type STRING
            events: column is missing: type, of type STRING\
            """);
  }

  /** A column of another name is left alone, unless it looks like one that is not there. */
  @Test
  void saysWhichColumnsAreMisspelt() {
    Dataset<Row> invoices =
        table(
            "(customer, invoice, isued, due, currency, minor, colour)",
            "('A', 'A-1', 2026-01-01, 2026-02-01, 'EUR', 1, 'red')");
    Dataset<Row> events =
        table(
            "(customer, invoice, day, type, chanel, josn)",
            "('A', 'A-1', 2026-01-01, 'step', 'email', '')");
    assertThatThrownBy(() -> SparkPortfolio.of(invoices, events, customers("('A', 'B')")))
        .hasMessage(
            """
            invoices: column is missing: issued, of type DATE
            invoices: unknown column: isued
            Maybe issued
            events: unknown column: chanel
            Maybe channel
            events: unknown column: josn
            Maybe json\
            """);
  }

  @Test
  void theCommandSaysWhatIsWrongAndNoMore() {
    StringWriter err = new StringWriter();
    CommandLine command = DunningSpark.commandLine().setErr(new PrintWriter(err));
    String[] args = {
      "decide",
      folder.toString(),
      "--policy",
      "standard-b2b",
      "--on",
      "2026-11-27",
      "--out",
      folder.resolveSibling("decisions-of-" + folder.getFileName()).toString(),
      "--master",
      "local[2]"
    };
    assertThat(command.execute(args)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(folder + ": has neither a file invoices.parquet nor a folder invoices of")
        .contains("neither a file events.parquet")
        .doesNotContain("Exception");
  }

  @Test
  void aTableInTwoFormsIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("invoices"));
    Files.createFile(folder.resolve("invoices.parquet"));
    assertThatThrownBy(() -> SparkPortfolio.read(spark, folder.toString()))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            folder
                + ": a table is there more than once: invoices.parquet and invoices"
                + "\nMaybe delete one of them");
  }

  /** A lost connection is no fault of the portfolio. */
  @Test
  void onlyWhatIsOfTheInputIsBadInput() {
    StringWriter err = new StringWriter();
    Exception lost = new IllegalStateException("job aborted", new IOException((String) null));
    assertThat(DunningSpark.failed(lost, new PrintWriter(err))).isEqualTo(70);
    assertThat(err.toString())
        .startsWith("the program failed: java.io.IOException")
        .contains("job aborted", "at io.dunning.spark.BadPortfolioTest");
    StringWriter ofInput = new StringWriter();
    Exception odd = new IllegalStateException("aborted", new BadPortfolioException("A: odd"));
    assertThat(DunningSpark.failed(odd, new PrintWriter(ofInput))).isEqualTo(2);
    assertThat(ofInput.toString()).isEqualToIgnoringNewLines("A: odd");
  }
}
