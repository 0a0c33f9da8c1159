package io.dunning.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

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

  /** Under this key, Spark writes types that Parquet does not know. */
  private static final String SPARK_TYPES = "org.apache.spark.sql.parquet.row.metadata";

  /** So many problems are told. */
  private static final int MOST = 20;

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
    List<Dataset<Row>> tables = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (List<String> alike : byFooter()) {
      Dataset<Row> table = read(alike.toArray(String[]::new));
      tables.add(columns.cast(table));
      alike.forEach(file -> problems.addAll(columns.misfits(file, table.schema())));
    }
    if (!problems.isEmpty()) {
      Collections.sort(problems);
      throw new BadPortfolioException(firstOf(problems));
    }
    return tables.stream().reduce((one, other) -> one.unionByName(other, true)).orElseThrow();
  }

  private static List<String> firstOf(List<String> problems) {
    if (problems.size() <= MOST) {
      return problems;
    }
    List<String> first = new ArrayList<>(problems.subList(0, MOST));
    first.add("and " + (problems.size() - MOST) + " more");
    return first;
  }

  /** Files together that have the same columns. To ask Spark would be a job for each file. */
  private Collection<List<String>> byFooter() throws IOException {
    Configuration settings = spark.sessionState().newHadoopConf();
    Map<String, List<String>> files = new LinkedHashMap<>();
    for (Path file : all()) {
      files.computeIfAbsent(footer(file, settings), none -> new ArrayList<>()).add(file.toString());
    }
    return files.values();
  }

  /** The columns of a file, with their types. */
  private static String footer(Path file, Configuration settings) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, settings))) {
      FileMetaData told = reader.getFileMetaData();
      return told.getSchema() + "\n" + told.getKeyValueMetaData().get(SPARK_TYPES);
    } catch (RuntimeException e) { // of a file that is no whole Parquet file
      throw refused(e, file);
    }
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
