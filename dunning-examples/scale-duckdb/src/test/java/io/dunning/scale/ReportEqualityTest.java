package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Aging and metrics of one ledger by the command line and by DuckDB: equal rows. */
class ReportEqualityTest {
  /** A leap day, the days around a change of clocks, and the ends of years. */
  private static final String DAYS =
      "2023-12-31,2024-02-29,2024-03-31,2025-10-26,2025-12-31,2026-06-30";

  @TempDir static Path folder;

  @BeforeAll
  static void convert() throws Exception {
    SampleLedger.write(folder.resolve("ledger"), folder.resolve("portfolio"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"currency", "customer"})
  void agingOfManyDays(String by) throws Exception {
    Path out = folder.resolve("aging-" + by + ".parquet");
    run("aging", "--by", by, "--bands", "10,45", "--as-of", DAYS, "--out", out.toString());
    String who = by.equals("customer") ? "customer, " : "";
    List<String> rows =
        Runs.lines(
            "SELECT as_of, "
                + who
                + "currency, band, (minor / 100)::DECIMAL(18, 2), count FROM read_parquet('"
                + out
                + "')");
    List<String> columns = new ArrayList<>(List.of("as_of", "currency", "band", "amount", "count"));
    if (by.equals("customer")) {
      columns.add(1, "customer");
    }
    // adding rows up must count nothing twice
    List<String> expected =
        dunning(columns, "aging", "--by", by, "--bands", "10,45").stream()
            .filter(row -> !row.contains("|total|"))
            .toList();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected).hasSizeGreaterThan(50);
    assertThat(expected).anyMatch(row -> row.contains("|credit|"));
  }

  @Test
  void agingFromTheIssueDate() throws Exception {
    Path out = folder.resolve("aging-issue.parquet");
    run("aging", "--basis", "issue-date", "--as-of", DAYS, "--out", out.toString());
    List<String> rows =
        Runs.lines(
            "SELECT as_of, currency, band, (minor / 100)::DECIMAL(18, 2), count FROM read_parquet('"
                + out
                + "')");
    List<String> columns = List.of("as_of", "currency", "band", "amount", "count");
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            dunning(columns, "aging", "--basis", "issue-date").stream()
                .filter(row -> !row.contains("|total|"))
                .toList())
        .hasSizeGreaterThan(30);
  }

  @Test
  void metricsOfManyDays() throws Exception {
    Path out = folder.resolve("metrics.parquet");
    run("metrics", "--as-of", DAYS, "--out", out.toString());
    List<String> rows = Runs.lines("SELECT * FROM read_parquet('" + out + "')");
    List<String> expected = dunning(List.of("as_of", "currency", "metric", "value"), "metrics");
    assertThat(rows).isEqualTo(expected).hasSizeGreaterThan(300);
  }

  /** An event is told by its columns or by JSON; nobody could tell which of the two is right. */
  @ParameterizedTest
  @ValueSource(strings = {"aging", "metrics"})
  void jsonOfAnotherTypeIsRefused(String command) throws Exception {
    Path portfolio = folder.resolve("portfolio");
    Path relabelled = Files.createDirectories(folder.resolve("relabelled-" + command));
    for (String table : List.of("invoices", "events", "customers")) {
      Runs.run(
          "COPY (SELECT %s FROM read_parquet('%s/%s/*.parquet')) TO '%s/%s.parquet'"
                  .formatted(
                      table.equals("events")
                          ? "* REPLACE (if(json IS NULL, type, 'step') AS type)"
                          : "*",
                      portfolio,
                      table,
                      relabelled,
                      table)
              + " (FORMAT parquet)");
    }
    Path out = folder.resolve(command + "-of-relabelled.parquet");
    String[] options = {command, "--portfolio", relabelled.toString(), "--as-of", DAYS};
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--out", out.toString()));
    assertThat(Scale.run(all.toArray(String[]::new))).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  @Test
  void theRowsDoNotDependOnTheNumberOfThreads() throws Exception {
    List<TreeSet<String>> all = new ArrayList<>();
    Path large = Runs.generated(folder.resolve("large"), 12_000);
    for (String threads : List.of("1", "3")) {
      Path out = folder.resolve("threads-" + threads + ".parquet");
      assertThat(
              Scale.run(
                  "aging",
                  "--portfolio",
                  large.toString(),
                  "--by",
                  "customer",
                  "--as-of",
                  Runs.DAY.toString(),
                  "--threads",
                  threads,
                  "--out",
                  out.toString()))
          .isZero();
      all.add(new TreeSet<>(Runs.lines("SELECT * FROM read_parquet('" + out + "')")));
      assertThat(Runs.lines("SELECT count(DISTINCT customer) > 5000 FROM '" + out + "'"))
          .containsExactly("true");
    }
    assertThat(all.get(0)).isEqualTo(all.get(1));
  }

  private static void run(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--portfolio", folder.resolve("portfolio").toString()));
    assertThat(Scale.run(all.toArray(String[]::new))).isZero();
  }

  /** What the command line says, as lines of these columns. */
  private static List<String> dunning(List<String> columns, String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--ledger", folder.resolve("ledger").toString()));
    all.addAll(List.of("--as-of", DAYS, "--format", "json"));
    List<String> rows = new ArrayList<>();
    for (JsonNode row :
        JsonMapper.shared().readTree(CommandLine.dunning(all.toArray(String[]::new)))) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        JsonNode cell = row.get(column);
        cells.add(cell == null || cell.isNull() ? "" : cell.asString());
      }
      rows.add(String.join("|", cells));
    }
    return rows;
  }
}
