package io.dunning.scale;

import java.time.Duration;
import java.util.Optional;

/**
 * Estimates how long a run will take yet. DuckDB hands out no row of a part before it has sorted
 * all of them; so the time for sorting and the time for deciding are counted apart.
 */
final class TimeLeft {
  private final long[] rowsOfParts;
  private int part = -1;

  /** When the part began, was sorted, or had rows decided about last. */
  private long last;

  private long sortedRows;
  private long sortNanos;
  private long decidedRows;
  private long decideNanos;

  /**
   * Of a run that has decided nothing.
   *
   * @param rowsOfParts how many rows of each part will be read
   */
  TimeLeft(long[] rowsOfParts) {
    this.rowsOfParts = rowsOfParts.clone();
  }

  /** A part is begun. */
  void partBegins(int which, long now) {
    part = which;
    last = now;
  }

  /** The part is sorted. */
  void partSorted(long now) {
    sortedRows += rowsOfParts[part];
    sortNanos += now - last;
    last = now;
  }

  /** So many more rows of the part are decided about. */
  void rowsDecided(long rows, long now) {
    decidedRows += rows;
    decideNanos += now - last;
    last = now;
  }

  /** The estimate; empty until rows are decided about. */
  Optional<Duration> at(long now) {
    if (decidedRows == 0) {
      return Optional.empty();
    }
    long toSort = -sortedRows;
    long toDecide = -decidedRows;
    for (long each : rowsOfParts) {
      toSort += each;
      toDecide += each;
    }
    double sort = toSort * (double) sortNanos / sortedRows;
    double decide = toDecide * (double) decideNanos / decidedRows;
    return Optional.of(Duration.ofNanos(Math.max(0, (long) (sort + decide) - (now - last))));
  }
}
