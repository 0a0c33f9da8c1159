package io.dunning.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says now and then how far long work has come, where no terminal shows a progress bar: in the log
 * of a build, for example.
 */
final class SoFar {
  private static final long EVERY = Duration.ofSeconds(30).toNanos();

  private final String what;
  private final LongSupplier nanos;
  private final Consumer<String> lines;
  private long next;

  /**
   * Work that begins now.
   *
   * @param what what is done, such as {@code check mine}
   * @param nanos the time, in nanoseconds
   * @param lines who prints the lines
   */
  SoFar(String what, LongSupplier nanos, Consumer<String> lines) {
    this.what = what;
    this.nanos = nanos;
    this.lines = lines;
    next = nanos.getAsLong() + EVERY;
  }

  /** So many worlds are done; says so if nothing was said for a while. */
  void worlds(long count) {
    long now = nanos.getAsLong();
    if (now - next >= 0) {
      next = now + EVERY;
      lines.accept(
          String.format(Locale.ROOT, "%s: %,d world%s so far", what, count, count == 1 ? "" : "s"));
    }
  }
}
