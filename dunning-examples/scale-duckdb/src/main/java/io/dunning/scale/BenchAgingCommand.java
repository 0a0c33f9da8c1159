package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Ages by customer, and lets DuckDB's own SQL make the same report before. */
@CommandLine.Command(
    name = "bench-aging",
    mixinStandardHelpOptions = true,
    description = {
      "Measures aging by customer beside SQL of DuckDB that makes the same report of invoices and"
          + " payments.",
      "The SQL knows nothing of what JSON tells, so rows may differ; says how many do."
    })
final class BenchAgingCommand implements Callable<Integer> {
  /** What is open of each invoice, and how many days it is past due. */
  private static final String OPEN =
      "SELECT i.customer, i.currency, i.minor - coalesce(paid, 0) AS open, %1$s - due AS age"
          + " FROM invoices i LEFT JOIN (SELECT customer, invoice, sum(minor) AS paid FROM events"
          + " WHERE type = 'payment' AND day <= %1$s GROUP BY ALL) USING (customer, invoice)"
          + " WHERE issued <= %1$s";

  private static final String REPORT =
      "SELECT customer, currency, CASE WHEN age <= 0 THEN 'not due' WHEN age <= 30 THEN '1-30'"
          + " WHEN age <= 60 THEN '31-60' WHEN age <= 90 THEN '61-90' ELSE '91+' END AS band,"
          + " sum(open)::BIGINT AS minor, count(*) AS count FROM (%s) WHERE open > 0 GROUP BY ALL"
          + " ORDER BY ALL";

  @Option(
      names = "--portfolio",
      required = true,
      description = "folder with the tables invoices and events")
  private Path portfolio;

  @Option(
      names = {"--as-of", "--on"},
      required = true,
      paramLabel = "DATE",
      description = "the day at whose end balances and ages are taken")
  private LocalDate day;

  @Option(names = "--out", required = true, description = "a new folder")
  private Path out;

  @Override
  public Integer call() throws Exception {
    NewFolder.check(out);
    Files.createDirectories(out);
    Path theirs = out.resolve("duckdb.parquet");
    Path ours = out.resolve("aging.parquet");
    Cost rival = Cost.of("SQL of DuckDB", () -> byDuckDb(theirs));
    Cost own = Cost.of("aging", () -> age(ours));
    System.out.printf("%s; rows that differ: %,d%n", own.times(rival), different(ours, theirs));
    return 0;
  }

  private void byDuckDb(Path file) throws Exception {
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(Runtime.getRuntime().availableProcessors(), "2GB", spill);
        Statement sql = duck.createStatement()) {
      new Portfolio(portfolio).open(duck);
      String open = OPEN.formatted("DATE '" + day + "'");
      sql.execute(
          "COPY ("
              + REPORT.formatted(open)
              + ") TO "
              + Duck.text(file.toString())
              + " (FORMAT parquet)");
    }
  }

  private void age(Path file) {
    int code =
        new CommandLine(new AgingCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(
                "--portfolio",
                portfolio.toString(),
                "--as-of",
                day.toString(),
                "--by",
                "customer",
                "--out",
                file.toString());
    if (code != 0) {
      throw new BadPortfolioException("aging ended with exit code " + code);
    }
  }

  private static long different(Path ours, Path theirs) throws SQLException, IOException {
    String own =
        "SELECT customer, currency, band, minor, count FROM "
            + Duck.file(ours)
            + " WHERE count > 0 AND band <> 'credit'";
    String other = "FROM " + Duck.file(theirs);
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.writing(spill);
        Statement sql = duck.createStatement();
        ResultSet count =
            sql.executeQuery(
                "SELECT count(*) FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s))"
                    .formatted(own, other))) {
      count.next();
      return count.getLong(1);
    }
  }
}
