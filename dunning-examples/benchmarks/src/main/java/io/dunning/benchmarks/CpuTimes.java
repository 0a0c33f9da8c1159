package io.dunning.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Measures kinds of work in turn, by the processor time of this thread. Other work on the machine
 * then disturbs all of them alike, and the ratios hold where a clock on the wall says nothing.
 */
final class CpuTimes {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Rounds of all kinds of work; the median of their times counts. */
  private static final int ROUNDS = 5;

  private static final long MILLISECOND = 1_000_000;

  /** Takes what the work gives, so that it has to be done. */
  private static volatile Object sink;

  /**
   * A kind of work.
   *
   * @param words what it is
   * @param items how many items a pass has
   * @param pass does the work once, and gives what it made
   */
  record Work(String words, long items, Pass pass) {}

  /** A pass over all items. */
  interface Pass {
    Object run();
  }

  private final long warmUp;
  private final long round;
  private final LongSupplier clock;
  private final List<Work> all = new ArrayList<>();

  /** Warms up for a second, and measures rounds of a tenth of a second. */
  CpuTimes() {
    this(1_000, 100);
  }

  /**
   * Warms up for a second, and measures rounds of half a second, by the processor time of all
   * threads, the collector's included; the bytes are still those of the calling thread.
   */
  static CpuTimes ofAllThreads() {
    return new CpuTimes(1_000, 500, PROCESS::getProcessCpuTime);
  }

  /** Repeats each kind of work for some milliseconds to warm up, and in each round. */
  CpuTimes(long warmUp, long round) {
    this(warmUp, round, THREADS::getCurrentThreadCpuTime);
  }

  private CpuTimes(long warmUp, long round, LongSupplier clock) {
    this.clock = clock;
    this.warmUp = warmUp * MILLISECOND;
    this.round = round * MILLISECOND;
  }

  CpuTimes add(String words, long items, Pass pass) {
    all.add(new Work(words, items, pass));
    return this;
  }

  /** A table with a row for each kind of work, compared with the first. */
  String table() {
    double[][] nanos = new double[all.size()][ROUNDS];
    double[] bytes = new double[all.size()];
    for (Work each : all) {
      repeat(each, warmUp);
    }
    for (int r = 0; r < ROUNDS; r++) {
      for (int i = 0; i < all.size(); i++) {
        long cpu = clock.getAsLong();
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        long passes = repeat(all.get(i), round) * all.get(i).items();
        nanos[i][r] = (double) (clock.getAsLong() - cpu) / passes;
        allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
        bytes[i] = (double) allocated / passes;
      }
    }
    return table(nanos, bytes);
  }

  private long repeat(Work work, long atLeast) {
    long until = clock.getAsLong() + atLeast;
    long passes = 0;
    while (passes == 0 || clock.getAsLong() < until) {
      sink = work.pass().run();
      passes++;
    }
    return passes;
  }

  private String table(double[][] nanos, double[] bytes) {
    StringBuilder text = new StringBuilder("| | CPU time, ns | times the first | bytes |\n");
    text.append("|---|---|---|---|\n");
    double first = 0;
    for (int i = 0; i < nanos.length; i++) {
      Arrays.sort(nanos[i]);
      double median = nanos[i][ROUNDS / 2];
      first = i == 0 ? median : first;
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %s |%n",
              all.get(i).words(),
              number(median),
              median / first,
              number(bytes[i])));
    }
    return text.toString().strip();
  }

  /** Three digits, or all before the point. */
  private static String number(double value) {
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
