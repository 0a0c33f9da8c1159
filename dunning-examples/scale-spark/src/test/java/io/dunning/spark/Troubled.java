package io.dunning.spark;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Makes the first try of each task fail, or that of the first partition stand still, after some of
 * its rows.
 */
record Troubled(int rows, Trouble trouble) implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** How often a task of this process failed. */
  static final AtomicInteger FAILURES = new AtomicInteger();

  enum Trouble {
    FAILS,
    STANDS_STILL
  }

  /** The same rows, whose tasks have trouble. */
  Dataset<Row> in(Dataset<Row> all) {
    return all.mapPartitions(this, Encoders.row(all.schema()));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> all) {
    boolean isMeant = trouble == Trouble.FAILS || TaskContext.getPartitionId() == 0;
    boolean isFirst = isMeant && TaskContext.get().attemptNumber() == 0;
    return new Iterator<>() {
      private int given;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Row next() {
        if (isFirst && given++ == rows) {
          happen();
        }
        return all.next();
      }
    };
  }

  private void happen() {
    if (trouble == Trouble.FAILS) {
      FAILURES.incrementAndGet();
      throw new IllegalStateException("a machine broke");
    }
    // until a copy of the task was faster
    while (!TaskContext.get().isInterrupted()) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException("another copy was faster", e);
      }
    }
    throw new IllegalStateException("another copy was faster");
  }
}
