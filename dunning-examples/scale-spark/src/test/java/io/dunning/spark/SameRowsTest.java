package io.dunning.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.PolicySet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same ledger by the command line, by DuckDB and by Spark: equal rows. */
class SameRowsTest {
  @TempDir static Path folder;
  private static Ledgers ledgers;
  private static SparkSession spark;

  @BeforeAll
  static void convert() throws Exception {
    ledgers = Ledgers.full(folder, 200);
    spark = Sparks.local();
  }

  private static String portfolio() {
    return ledgers.portfolio();
  }

  private static PolicySet policies(String name) {
    return Sparks.policies(name);
  }

  @ParameterizedTest
  @CsvSource({
    // leap day, the days around a change of clocks, the end of the year, and a usual day
    "standard-b2b, 2024-02-29, 1",
    "standard-b2b, 2024-03-31, 2",
    "eu-b2b, 2025-10-26, 8",
  })
  void sameRowsAsTheCommandLine(String policy, LocalDate day, int parts) throws Exception {
    List<String> rows =
        Sparks.sorted(
            SparkPortfolio.read(spark, portfolio())
                .inPartitions(parts)
                .decisions(policies(policy), day, Reasons.ALL)
                .where(col("verdict").notEqual("closed"))
                .select(
                    columns(
                        "customer",
                        "invoices",
                        "verdict",
                        "step",
                        "actions",
                        "channel",
                        "review_on",
                        "reason")));
    assertThat(rows).isEqualTo(next(policy, day)).hasSizeGreaterThan(80);
  }

  @ParameterizedTest
  @CsvSource({
    "standard-b2b, 2024-02-29, due, 1, UTC",
    "eu-b2b, 2025-10-26, due, 8, Pacific/Apia",
    "small-business, 2024-03-31, none, 2, America/New_York",
  })
  void sameRowsAsDuckDb(String policy, LocalDate day, String reasons, int parts, String zone)
      throws Exception {
    spark.conf().set("spark.sql.session.timeZone", zone);
    try {
      List<String> rows =
          Sparks.sorted(
              SparkPortfolio.read(spark, portfolio())
                  .inPartitions(parts)
                  .decisions(
                      policies(policy), day, Reasons.valueOf(reasons.toUpperCase(Locale.ROOT))));
      assertThat(rows)
          .isEqualTo(byDuckDb(portfolio(), policy, day, reasons))
          .hasSizeGreaterThan(190);
    } finally {
      spark.conf().unset("spark.sql.session.timeZone");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOrderOfTheInputDoesNotMatter(boolean isPlaced) throws Exception {
    LocalDate day = LocalDate.of(2025, 3, 30);
    String from = isPlaced ? portfolio() : withoutPlaces();
    Dataset<Row> shuffled =
        SparkPortfolio.of(
                shuffled(from, "invoices"), shuffled(from, "events"), shuffled(from, "customers"))
            .inPartitions(8)
            .decisions(policies("standard-b2b"), day, Reasons.DUE);
    assertThat(Sparks.sorted(shuffled))
        .isEqualTo(
            Sparks.sorted(
                SparkPortfolio.read(spark, from)
                    .decisions(policies("standard-b2b"), day, Reasons.DUE)))
        .isEqualTo(byDuckDb(from, "standard-b2b", day, "due"));
  }

  /** The same portfolio, so that what the events tell decides which of a day is first. */
  private static String withoutPlaces() {
    String to = folder.resolve("without-places").toString();
    for (String table : List.of("invoices", "events", "customers")) {
      spark
          .read()
          .parquet(portfolio() + "/" + table)
          .drop("place")
          .write()
          .parquet(to + "/" + table);
    }
    return to;
  }

  @Test
  void aDisputeIsOpenedBeforeItIsResolvedOnTheSameDay() {
    LocalDate day = LocalDate.of(2026, 2, 3);
    String json =
        LedgerRow.MAPPER.writeValueAsString(new BookedEvent(LedgerEvent.disputeResolved(day), day));
    String event =
        "SELECT 'A' AS customer, 'A-1' AS invoice, DATE '2026-02-03' AS day, '%s' AS type, %s AS"
            + " json";
    Dataset<Row> opened = spark.sql(event.formatted("dispute", "NULL"));
    Dataset<Row> resolved = spark.sql(event.formatted("other", "'" + json + "'"));
    Dataset<Row> invoices =
        spark.sql(
            "SELECT 'A' AS customer, 'A-1' AS invoice, DATE '2026-01-01' AS issued,"
                + " DATE '2026-02-01' AS due, 'EUR' AS currency, 50000L AS minor");
    Dataset<Row> customers = spark.sql("SELECT '' AS customer, '' AS json LIMIT 0");
    for (Dataset<Row> events : List.of(opened.unionAll(resolved), resolved.unionAll(opened))) {
      assertThat(
              SparkPortfolio.of(invoices, events.coalesce(1), customers)
                  .decisions(policies("standard-b2b"), LocalDate.of(2026, 2, 20), Reasons.NONE)
                  .select("verdict")
                  .collectAsList())
          .containsExactly(RowFactory.create("act"));
    }
  }

  /** A table of accounts knows only the segment that is recorded. */
  @Test
  void aRuleGivesTheSegmentOfAPolicyThatStandsAlone() {
    PolicySet policies =
        PolicyFiles.parse(
                """
                default policy: one
                segments:
                  friends: one
                segment rules:
                  - segment friends if customer tagged vip
                policies:
                  - policy: one
                    ladder:
                      - step: reminder
                        at: 3 days past due
                        only if: not (customer in segment friends)
                        take: send reminder by email
                """)
            .toPolicySet();
    Dataset<Row> invoices =
        spark.sql(
            "SELECT * FROM VALUES ('A', 'A-1', DATE '2026-01-01', DATE '2026-02-01', 'EUR', 50000L),"
                + " ('B', 'B-1', DATE '2026-01-01', DATE '2026-02-01', 'EUR', 50000L)"
                + " AS t(customer, invoice, issued, due, currency, minor)");
    Dataset<Row> events =
        spark.sql(
            "SELECT '' AS customer, '' AS invoice, DATE '2026-01-01' AS day, '' AS type LIMIT 0");
    Dataset<Row> customers =
        spark.sql("SELECT 'A' AS customer, '{\"id\":\"A\",\"tags\":[\"vip\"]}' AS json");
    assertThat(
            SparkPortfolio.of(invoices, events, customers)
                .decisions(policies, LocalDate.of(2026, 2, 20), Reasons.NONE)
                .where("verdict = 'act'")
                .select("customer")
                .collectAsList())
        .containsExactly(RowFactory.create("B"));
  }

  private static Dataset<Row> shuffled(String portfolio, String table) {
    return spark.read().parquet(portfolio + "/" + table).repartition(5).orderBy(rand(99));
  }

  private static Column[] columns(String... names) {
    List<Column> all = new ArrayList<>();
    for (String each : names) {
      all.add(col(each));
    }
    return all.toArray(Column[]::new);
  }

  private static List<String> byDuckDb(
      String portfolio, String policy, LocalDate day, String reasons) throws Exception {
    String out = portfolio + "-duck-" + policy + day + reasons;
    Programs.duckdb(
        "decide",
        "--portfolio",
        portfolio,
        "--policy",
        policy,
        "--as-of",
        day.toString(),
        "--reasons",
        reasons,
        "--out",
        out);
    return Sparks.sorted(spark.read().option("pathGlobFilter", "*.parquet").parquet(out));
  }

  /** What the command line says, a line for each recommendation. */
  private static List<String> next(String policy, LocalDate day) throws Exception {
    String json =
        Programs.dunning(
            "next",
            "--ledger",
            ledgers.ledger(),
            "--policy",
            policy,
            "--as-of",
            day.toString(),
            "--format",
            "json");
    List<String> all = new ArrayList<>();
    for (JsonNode row : JsonMapper.shared().readTree(json)) {
      List<String> cells = new ArrayList<>();
      for (String name :
          List.of(
              "customer",
              "invoice",
              "verdict",
              "step",
              "action",
              "channel",
              "review_on",
              "reason")) {
        JsonNode cell = row.get(name);
        cells.add(cell == null || cell.isNull() ? "" : cell.asString());
      }
      all.add(String.join("|", cells));
    }
    Collections.sort(all);
    return all;
  }
}
