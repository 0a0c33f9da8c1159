package io.dunning.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Decides, and lets DuckDB alone read, sort and write the same columns before. */
@CommandLine.Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a run beside what DuckDB alone takes to read, sort and write the same columns.",
      "CPU time is that of all threads of the process."
    })
final class BenchCommand implements Callable<Integer> {
  @Mixin private DecideOptions options;

  @Override
  public Integer call() throws Exception {
    NewFolder.check(options.out);
    Files.createDirectories(options.out);
    DecisionRun.Question question = options.question();
    Cost read = Cost.of("DuckDB reads", () -> alone(question, this::read));
    Cost rival = Cost.of("DuckDB reads, sorts, writes", () -> alone(question, this::sortBack));
    RunSummary[] summary = new RunSummary[1];
    forgetPeaks();
    Path run = options.out.resolve("run");
    Cost own =
        Cost.of(
            "decide",
            () -> summary[0] = new DecisionRun(question, options.means()).into(run, i -> {}));
    System.out.println(summary[0].times().inWords(options.workers()));
    System.out.printf(
        "%,d rows; %s; reading is %.0f %% of DuckDB's CPU; heap at most %,d MB%n",
        summary[0].rows(),
        own.times(rival),
        100 * read.cpuSeconds() / rival.cpuSeconds(),
        peak() >> 20);
    return 0;
  }

  /** Work with the rows of a part. */
  private interface PartWork {
    void of(Statement sql, String where, int part) throws SQLException;
  }

  private void alone(DecisionRun.Question question, PartWork work) throws Exception {
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(options.workers(), options.memory, spill);
        Statement sql = duck.createStatement()) {
      question.portfolio().open(duck);
      for (int i = 0; i < question.parts(); i++) {
        work.of(sql, DecisionRun.where(i, question.parts(), ""), i);
      }
    }
  }

  private void read(Statement sql, String where, int part) throws SQLException {
    try (ResultSet one =
        sql.executeQuery("SELECT bit_xor(hash(rows)) FROM (" + SortedRows.rows(where) + ") rows")) {
      one.next();
    }
  }

  private void sortBack(Statement sql, String where, int part) throws SQLException {
    Path file = options.out.resolve("sorted-" + part + ".parquet");
    sql.execute(
        "COPY ("
            + SortedRows.sql(where)
            + ") TO "
            + Duck.text(file.toString())
            + " (FORMAT parquet)");
  }

  private static void forgetPeaks() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
