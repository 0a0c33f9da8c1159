package io.dunning.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The folder into which a run writes. Spark marks a folder that is whole with a file {@code
 * _SUCCESS}. What a run left that was killed is written again; a whole run is never overwritten.
 *
 * @param path where it is
 */
record OutFolder(Path path) {
  private static final String WHOLE = "_SUCCESS";

  /**
   * A folder that may be written.
   *
   * @throws BadPortfolioException if it holds a whole run, or anything that no run left
   */
  static OutFolder of(SparkSession spark, String folder) {
    Path path = new Path(folder);
    try {
      FileSystem files = Tables.files(spark, path);
      if (files.exists(new Path(path, WHOLE))) {
        throw new BadPortfolioException(
            folder + ": holds a whole run\nMaybe write to another folder");
      }
      if (files.exists(path)) {
        for (FileStatus each : files.listStatus(path)) {
          String name = each.getPath().getName();
          if (!name.equals("_temporary") && !name.startsWith("part-") && !name.startsWith(".")) {
            throw new BadPortfolioException(
                folder + ": is no folder that a run left: " + name + " is in it");
          }
        }
      }
      return new OutFolder(path);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  void write(Dataset<Row> rows) {
    rows.write().mode(SaveMode.Overwrite).parquet(path.toString());
  }
}
