package io.dunning.benchmarks;

import io.dunning.aging.AgingReport;
import io.dunning.aging.Receivables;
import io.dunning.ledger.OpenItem;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W1: aging of open items by customer and currency; milliseconds a pass. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx8g")
public class AgingBenchmark {

  /** Objects, ours and the rival's, one kind after the other in memory. */
  @State(Scope.Benchmark)
  public static class Objects {
    /** How many items. */
    @Param({"1000000", "10000000"})
    public int items;

    private List<OpenItems.Plain> plain;
    private List<OpenItem> open;

    /** Makes the items. */
    @Setup
    public void make() {
      OpenItems workload = new OpenItems(items);
      plain = workload.plain();
      open = workload.items();
      System.gc(); // both kinds of data are old and settled, as in a running system
    }
  }

  /** Columns, ours and the rival's. */
  @State(Scope.Benchmark)
  public static class Columns {
    /** How many items. */
    @Param({"1000000", "10000000"})
    public int items;

    private OpenItems plain;
    private Receivables receivables;

    /** Makes the columns. */
    @Setup
    public void make() {
      plain = new OpenItems(items);
      receivables = Receivables.of(plain.items());
      System.gc();
    }
  }

  /** Rows with decimals. */
  @State(Scope.Benchmark)
  public static class Rows {
    /** How many items. */
    @Param("1000000")
    public int items;

    private List<OpenItems.Row> rows;

    /** Makes the rows. */
    @Setup
    public void make() {
      rows = new OpenItems(items).rows();
      System.gc();
    }
  }

  /** Threads to work on. */
  @State(Scope.Benchmark)
  public static class Threads {
    /** How many threads. */
    @Param({"1", "2"})
    public int threads;

    private ForkJoinPool pool;

    /** Makes the threads. */
    @Setup
    public void make() {
      pool = new ForkJoinPool(threads);
    }
  }

  /**
   * By hand, over objects.
   *
   * @param of the items
   * @return the sums
   */
  @Benchmark
  public Object handOverObjects(Objects of) {
    return OpenItems.byHand(of.plain);
  }

  /**
   * The library, over objects.
   *
   * @param of the items
   * @return the report
   */
  @Benchmark
  public Object libraryOverObjects(Objects of) {
    return AgingReport.of(OpenItems.SCHEDULE, Draws.AS_OF_DATE, of.open);
  }

  /**
   * The library, as a collector of a parallel stream.
   *
   * @param of the items
   * @param on the threads
   * @return the report
   */
  @Benchmark
  public Object libraryInParallel(Objects of, Threads on) {
    return on.pool
        .submit(
            () ->
                of.open.parallelStream()
                    .collect(AgingReport.collector(OpenItems.SCHEDULE, Draws.AS_OF_DATE)))
        .join();
  }

  /**
   * By hand, over columns.
   *
   * @param of the columns
   * @return the sums
   */
  @Benchmark
  public Object handOverColumns(Columns of) {
    return of.plain.byHand();
  }

  /**
   * The library, over columns.
   *
   * @param of the columns
   * @return the report
   */
  @Benchmark
  public Object libraryOverColumns(Columns of) {
    return of.receivables.age(OpenItems.SCHEDULE, Draws.AS_OF_DATE);
  }

  /**
   * As most programs have it: streams and decimals.
   *
   * @param of the rows
   * @return the sums
   */
  @Benchmark
  public Object streamsAndDecimals(Rows of) {
    return OpenItems.byStreams(of.rows);
  }
}
