package io.dunning.benchmarks;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.OpenItem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W1: aging of a million open items by customer and currency; nanoseconds an item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(value = 3, jvmArgs = "-Xmx4g")
public class AgingBenchmark {
  private static final int COUNT = 1_000_000;
  private static final AgingSchedule SCHEDULE =
      AgingSchedule.byDueDate(30, 60, 90, 120).nettingCredits();

  private List<OpenItems.Plain> plain;
  private List<OpenItem> items;

  /** Makes the items, the two kinds one after the other in memory. */
  @Setup
  public void items() {
    plain = OpenItems.plain(COUNT);
    items = OpenItems.items(plain);
    System.gc(); // both kinds of data are old and settled, as in a running system
  }

  /**
   * The rival.
   *
   * @return the sums
   */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Object handWritten() {
    return OpenItems.byHand(plain);
  }

  /**
   * The library.
   *
   * @return the report
   */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Object library() {
    return AgingReport.of(SCHEDULE, Draws.AS_OF_DATE, items);
  }
}
