package io.dunning.scale;

import java.time.Duration;
import java.util.Optional;

/**
 * Estimates how long a run will take yet. DuckDB hands out no row of a part before it has sorted
 * all of them; so the time before the first row of a part and the time after it are counted apart.
 */
final class TimeLeft {
  private final long[] rowsOfParts;
  private int part = -1;
  private long begun;
  private boolean isSorted;

  /** Of the parts that are sorted: how many rows they have, and how long it took. */
  private long sortedRows;

  private long sortNanos;
  private long decidedRows;

  /** Of the rows that came after others of their part: how many, and how long it took. */
  private long laterRows;

  private long laterNanos;

  /** When rows came last. */
  private long last;

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
    begun = now;
    isSorted = false;
  }

  /** So many more rows came. */
  void rowsRead(long rows, long now) {
    if (isSorted) {
      laterRows += rows;
      laterNanos += now - last;
    } else {
      isSorted = true;
      sortedRows += rowsOfParts[part];
      sortNanos += now - begun;
    }
    decidedRows += rows;
    last = now;
  }

  /** The estimate; empty until rows of a part have come twice. */
  Optional<Duration> at(long now) {
    if (laterRows == 0) {
      return Optional.empty();
    }
    long toDecide = -decidedRows;
    long toSort = -sortedRows;
    for (long each : rowsOfParts) {
      toDecide += each;
      toSort += each;
    }
    double sort = toSort * (double) sortNanos / Math.max(1, sortedRows);
    double decide = toDecide * (double) laterNanos / laterRows;
    long since = now - (isSorted ? last : begun);
    return Optional.of(Duration.ofNanos(Math.max(0, (long) (sort + decide) - since)));
  }
}
