package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import picocli.CommandLine.Option;

/** From what to report, and where to: the options of commands that write one table. */
final class ReportOptions {
  private static final int ROWS_PER_BATCH = 200_000;

  /**
   * Steps that columns tell change neither what is open or how old it is, nor a metric. What has
   * JSON is read whatever its type, and a row without a type is read so that it is refused.
   */
  private static final String WITHOUT_STEPS = "(type IS DISTINCT FROM 'step' OR json IS NOT NULL)";

  @Option(
      names = "--portfolio",
      required = true,
      description = "folder with the tables invoices, events and perhaps customers")
  private Path portfolio;

  @Option(
      names = {"--as-of", "--on"},
      required = true,
      split = ",",
      paramLabel = "DATE",
      description = "the days at whose end balances and ages are taken")
  private List<LocalDate> days;

  @Option(names = "--out", required = true, description = "a Parquet file")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many threads work (default: as many as the machine has)")
  private Integer threads;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "2GB",
      description =
          "what DuckDB may take to read and sort, beside the heap (default: ${DEFAULT-VALUE})")
  private String memory;

  /** {@return the days, each once, the earliest first} */
  List<LocalDate> days() {
    return List.copyOf(new TreeSet<>(days));
  }

  /**
   * Works on all accounts without their steps, customer by customer, on all threads.
   *
   * @param work what to do with a batch, on any thread
   * @param sink takes the results, in the order of the customers
   */
  <T> void forEachBatch(Function<Batch, T> work, InOrder.Sink<T> sink)
      throws SQLException, IOException, InterruptedException {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1) {
      throw new BadPortfolioException("--threads: must be 1 or more: " + workers);
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(workers, memory, spill)) {
      new Portfolio(portfolio).open(duck);
      try (BatchReader reader = new BatchReader(duck, "", WITHOUT_STEPS, ROWS_PER_BATCH)) {
        InOrder.run(reader::next, pool, workers, work, sink);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** What fills a table. */
  interface Filling {
    void into(DuckDBAppender table) throws SQLException, IOException, InterruptedException;
  }

  /**
   * Writes a table; the file is there once it is whole.
   *
   * @throws BadPortfolioException if the file is there already, or would lie in the portfolio
   */
  void write(String columns, Filling rows) throws SQLException, IOException, InterruptedException {
    NewFile file = new NewFile(out).outside(portfolio);
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.writing(spill);
        Statement sql = duck.createStatement()) {
      sql.execute("CREATE TABLE report (" + columns + ")");
      try (DuckDBAppender table = duck.unwrap(DuckDBConnection.class).createAppender("report")) {
        rows.into(table);
      }
      sql.execute(
          "COPY report TO " + Duck.text(file.unfinished().toString()) + " (FORMAT parquet)");
    }
    file.finish();
    System.out.printf("wrote %s%nIn DuckDB: FROM %s%n", out, Duck.file(out));
  }
}
