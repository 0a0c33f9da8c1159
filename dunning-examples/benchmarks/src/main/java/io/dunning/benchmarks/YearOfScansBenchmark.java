package io.dunning.benchmarks;

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

/** W5 as it is usually written: a pass a day; milliseconds a year. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx8g")
public class YearOfScansBenchmark {
  /** How many invoices. */
  @Param({"100000", "1000000"})
  public int invoices;

  private PastInvoices plain;

  /** Makes the columns. */
  @Setup
  public void make() {
    plain = new PastInvoices(invoices);
  }

  /**
   * A pass a day.
   *
   * @return the sums
   */
  @Benchmark
  public Object scansOfAYear() {
    return plain.trendByScans();
  }
}
