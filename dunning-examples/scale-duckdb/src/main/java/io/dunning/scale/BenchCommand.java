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

  /** Something to measure. */
  private interface Work {
    void run() throws Exception;
  }

  private record Cost(double seconds, double cpuSeconds) {}

  @Override
  public Integer call() throws Exception {
    if (Files.exists(options.out)) {
      throw new BadPortfolioException("--out: exists already: " + options.out);
    }
    Files.createDirectories(options.out);
    DecisionRun.Question question = options.question();
    Cost read = print("DuckDB reads", cost(() -> alone(question, this::read)));
    Cost rival = print("DuckDB reads, sorts, writes", cost(() -> alone(question, this::sortBack)));
    DecisionRun.Done[] done = new DecisionRun.Done[1];
    forgetPeaks();
    Cost own =
        print(
            "decide",
            cost(
                () ->
                    done[0] =
                        new DecisionRun(question, options.means())
                            .into(options.out.resolve("run"), i -> {})));
    System.out.println(done[0].times(options.workers()));
    System.out.printf(
        "%,d rows; times DuckDB: %.2f by the clock, %.2f of CPU; reading is %.0f %% of DuckDB's"
            + " CPU; heap at most %,d MB%n",
        done[0].rows(),
        own.seconds() / rival.seconds(),
        own.cpuSeconds() / rival.cpuSeconds(),
        100 * read.cpuSeconds() / rival.cpuSeconds(),
        peak() >> 20);
    return 0;
  }

  private static Cost print(String what, Cost cost) {
    System.out.printf("%-28s %8.1f s, CPU %8.1f s%n", what, cost.seconds(), cost.cpuSeconds());
    return cost;
  }

  private static Cost cost(Work work) throws Exception {
    long cpu = cpu();
    long start = System.nanoTime();
    work.run();
    return new Cost((System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Work with the rows of a part. */
  private interface PartWork {
    void of(Statement sql, String where, int part) throws SQLException;
  }

  private void alone(DecisionRun.Question question, PartWork work) throws Exception {
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(options.workers(), options.memory, spill.path());
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
