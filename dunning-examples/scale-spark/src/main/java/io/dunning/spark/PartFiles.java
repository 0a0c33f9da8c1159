package io.dunning.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the Parquet files of a folder as one table, with the columns of any of them.
 *
 * @param spark the session
 * @param folder the folder
 * @param columns the columns that the table may have
 */
record PartFiles(SparkSession spark, Path folder, TableColumns columns) {
  /** What Spark and others have not finished, or write beside a table, has other names. */
  private static final String NAMES = "[!_.]*.parquet";

  /**
   * The table.
   *
   * @throws BadPortfolioException if there are no such files, one of them is no whole Parquet file,
   *     or a column of one has another type than it must have
   */
  Dataset<Row> table() throws IOException {
    try {
      return spark
          .read()
          .option("pathGlobFilter", NAMES)
          .option("mergeSchema", "true")
          .parquet(folder.toString());
    } catch (Exception e) {
      if (!isOf(e, "CANNOT_MERGE")) {
        throw refused(e, folder);
      }
      return bySchema();
    }
  }

  /** A single file as a table. */
  static Dataset<Row> single(SparkSession spark, Path file) {
    try {
      return spark.read().parquet(file.toString());
    } catch (Exception e) {
      throw refused(e, file);
    }
  }

  /** Spark merges no types, not even those of which one holds the other, nor of other columns. */
  private Dataset<Row> bySchema() throws IOException {
    Map<StructType, List<String>> files = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Path file : all()) {
      StructType schema = read(file.toString()).schema();
      problems.addAll(columns.misfits(file.toString(), schema));
      files.computeIfAbsent(schema, none -> new ArrayList<>()).add(file.toString());
    }
    if (!problems.isEmpty()) {
      throw new BadPortfolioException(problems.subList(0, Math.min(20, problems.size())));
    }
    return files.values().stream()
        .map(some -> columns.cast(read(some.toArray(String[]::new))))
        .reduce((one, other) -> one.unionByName(other, true))
        .orElseThrow();
  }

  /** Some of the files, with the columns that the names of folders tell. */
  private Dataset<Row> read(String... files) {
    try {
      return spark.read().option("basePath", folder.toString()).parquet(files);
    } catch (Exception e) {
      throw refused(e, folder);
    }
  }

  /** The files of the folder, and of folders in it. */
  private List<Path> all() throws IOException {
    FileSystem system = Tables.files(spark, folder);
    int above = system.makeQualified(folder).toString().length() + 1;
    List<Path> all = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> each = system.listFiles(folder, true);
    while (each.hasNext()) {
      String below = each.next().getPath().toString().substring(above);
      boolean isHidden = ("/" + below).contains("/_") || ("/" + below).contains("/.");
      if (below.endsWith(".parquet") && !isHidden) {
        all.add(new Path(folder, below));
      }
    }
    Collections.sort(all);
    return all;
  }

  private static RuntimeException refused(Exception problem, Path path) {
    if (isOf(problem, "UNABLE_TO_INFER_SCHEMA")) {
      return new BadPortfolioException(path + ": has no Parquet files", problem);
    }
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof SparkThrowable of && isOf(of, "FAILED_READ_FILE")) {
        return new BadPortfolioException(
            of.getMessageParameters().get("path") + ": is no whole Parquet file", problem);
      }
    }
    return problem instanceof RuntimeException of ? of : new IllegalStateException(problem);
  }

  /** Whether a problem, or one behind it, is of a condition of Spark. */
  private static boolean isOf(Throwable problem, String condition) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof SparkThrowable of && isOf(of, condition)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(SparkThrowable problem, String condition) {
    return problem.getCondition() != null && problem.getCondition().startsWith(condition);
  }
}
