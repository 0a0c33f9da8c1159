package io.dunning.spark;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The folder into which a run writes. A run leaves a mark in it before anything else, and takes the
 * mark away when the folder is whole. So what a run left that was killed can be told from files of
 * somebody else, and only that is written again.
 *
 * @param path where it is
 * @param files the file system in which it is
 */
record OutFolder(Path path, FileSystem files) {
  /** Spark does not read files whose names begin like this. */
  private static final String MARK = "_unfinished-dunning-run";

  private static final String WHOLE = "_SUCCESS";

  /**
   * A folder that may be written: one that is not there, is empty, or was left by a run that was
   * killed.
   *
   * @param portfolio the folder that the run reads
   * @throws BadPortfolioException if it holds a whole run, or anything that no run left, or lies in
   *     the portfolio
   */
  static OutFolder of(SparkSession spark, String folder, String portfolio) {
    Path path = new Path(folder);
    try {
      FileSystem files = Tables.files(spark, path);
      if (whole(spark, path).startsWith(whole(spark, new Path(portfolio)))) {
        throw new BadPortfolioException(
            folder + ": lies in the portfolio\nMaybe write to another folder");
      }
      if (files.exists(path)) {
        check(files, path, folder);
      }
      return new OutFolder(path, files);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** A path with its file system and all its folders. */
  private static String whole(SparkSession spark, Path path) throws IOException {
    return Tables.files(spark, path).makeQualified(path) + "/";
  }

  private static void check(FileSystem files, Path path, String folder) throws IOException {
    boolean isMarked = files.exists(new Path(path, MARK));
    if (!isMarked && files.exists(new Path(path, WHOLE))) {
      throw new BadPortfolioException(
          folder + ": holds a whole run\nMaybe write to another folder");
    }
    for (FileStatus each : files.listStatus(path)) {
      String name = each.getPath().getName();
      if (!isOfMark(name) && !(isMarked && isOfRun(name))) {
        throw new BadPortfolioException(
            folder
                + ": is no folder that a stopped run left: "
                + name
                + " is in it\nMaybe write to another folder");
      }
    }
  }

  /** Whether a file is the mark, or its check sum, which is written first. */
  private static boolean isOfMark(String name) {
    return name.equals(MARK) || name.equals("." + MARK + ".crc");
  }

  private static boolean isOfRun(String name) {
    return name.equals("_temporary")
        || name.equals(WHOLE)
        || name.equals("." + WHOLE + ".crc")
        || name.startsWith("part-")
        || name.startsWith(".part-");
  }

  /** Writes the rows, in place of what a run left that was killed. */
  void write(Dataset<Row> rows) {
    Path mark = new Path(path, MARK);
    try {
      files.create(mark, true).close();
      for (FileStatus each : files.listStatus(path)) {
        if (isOfRun(each.getPath().getName())) {
          files.delete(each.getPath(), true);
        }
      }
      // to overwrite would take away the mark
      rows.write().mode(SaveMode.Append).parquet(path.toString());
      files.delete(mark, false);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static BadPortfolioException unwritable(Path path, IOException e) {
    return new BadPortfolioException(path + ": cannot be written: " + e.getMessage(), e);
  }
}
