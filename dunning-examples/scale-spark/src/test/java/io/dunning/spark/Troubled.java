package io.dunning.spark;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Makes the first try of each task fail after some of its rows. */
record Troubled(int rows) implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** How often a task of this process failed. */
  static final AtomicInteger FAILURES = new AtomicInteger();

  /** The same rows, whose tasks have trouble. */
  Dataset<Row> in(Dataset<Row> all) {
    return all.mapPartitions(this, Encoders.row(all.schema()));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> all) {
    boolean isFirst = TaskContext.get().attemptNumber() == 0;
    return new Iterator<>() {
      private int given;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Row next() {
        if (isFirst && given++ == rows) {
          FAILURES.incrementAndGet();
          throw new IllegalStateException("a machine broke");
        }
        return all.next();
      }
    };
  }
}
