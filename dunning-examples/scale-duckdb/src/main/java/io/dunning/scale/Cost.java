package io.dunning.scale;

import java.lang.management.ManagementFactory;

/**
 * What work took.
 *
 * @param seconds by the clock
 * @param cpuSeconds CPU time of all threads of the process
 */
record Cost(double seconds, double cpuSeconds) {
  /** Something to measure. */
  interface Work {
    void run() throws Exception;
  }

  /** Does the work, and prints what it took. */
  static Cost of(String what, Work work) throws Exception {
    long cpu = cpu();
    long start = System.nanoTime();
    work.run();
    Cost cost = new Cost((System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
    System.out.printf("%-28s %8.1f s, CPU %8.1f s%n", what, cost.seconds(), cost.cpuSeconds());
    return cost;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** How many times as much this is as another cost, in words. */
  String times(Cost other) {
    return String.format(
        "times DuckDB: %.2f by the clock, %.2f of CPU",
        seconds / other.seconds, cpuSeconds / other.cpuSeconds);
  }
}
