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
      OutFolder out = new OutFolder(path, files);
      out.refuseOthers();
      return out;
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** A path with its file system and all its folders. */
  private static String whole(SparkSession spark, Path path) throws IOException {
    return Tables.files(spark, path).makeQualified(path) + "/";
  }

  /** Whether a run began to write into the folder and did not end, or has not ended yet. */
  private boolean isMarked() throws IOException {
    return files.exists(new Path(path, MARK));
  }

  private void refuseOthers() throws IOException {
    if (!files.exists(path)) {
      return;
    }
    boolean isMarked = isMarked();
    if (!isMarked && files.exists(new Path(path, WHOLE))) {
      throw new BadPortfolioException(path + ": holds a whole run\nMaybe write to another folder");
    }
    for (FileStatus each : files.listStatus(path)) {
      String name = each.getPath().getName();
      if (!isBeside(name) && !(isMarked && isOfRun(name))) {
        throw new BadPortfolioException(
            path
                + ": is no folder that a stopped run left: "
                + name
                + " is in it\nMaybe write to another folder");
      }
    }
  }

  /** Whether a file is the lock, the mark, or its check sum, which is written first. */
  private static boolean isBeside(String name) {
    return name.equals(OutLock.NAME) || name.equals(MARK) || name.equals("." + MARK + ".crc");
  }

  private static boolean isOfRun(String name) {
    return name.equals("_temporary")
        || name.equals(WHOLE)
        || name.equals("." + WHOLE + ".crc")
        || name.startsWith("part-")
        || name.startsWith(".part-");
  }

  /**
   * Writes the rows, in place of what a run left that was killed.
   *
   * @throws BadPortfolioException if another run writes into the folder, which only that of a local
   *     file system tells, or has written into it since this was made
   */
  void write(Dataset<Row> rows) {
    try {
      if (isLocal()) {
        OutLock lock = OutLock.of(local());
        try (lock) {
          writeAlone(rows);
        }
      } else {
        if (isMarked()) {
          System.err.println(
              path
                  + ": holds an unfinished run\nMaybe it goes on elsewhere: then stop one of them");
        }
        writeAlone(rows);
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private boolean isLocal() {
    return files.getUri().getScheme().equals("file");
  }

  private java.nio.file.Path local() {
    return java.nio.file.Path.of(files.makeQualified(path).toUri().getPath());
  }

  private void writeAlone(Dataset<Row> rows) throws IOException {
    refuseOthers();
    Path mark = new Path(path, MARK);
    files.create(mark, true).close();
    for (FileStatus each : files.listStatus(path)) {
      if (isOfRun(each.getPath().getName())) {
        files.delete(each.getPath(), true);
      }
    }
    // to overwrite would take away the mark
    rows.write().mode(SaveMode.Append).parquet(path.toString());
    files.delete(mark, false);
  }

  private static BadPortfolioException unwritable(Path path, IOException e) {
    return new BadPortfolioException(path + ": cannot be written: " + e.getMessage(), e);
  }
}
