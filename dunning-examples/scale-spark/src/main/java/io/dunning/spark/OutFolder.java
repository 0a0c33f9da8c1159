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
 * <p>Where no lock keeps two runs apart, each of them finds out at its end that the mark is not its
 * own, and leaves its own: so the other finds out, too, and the next run begins again.
 *
 * @param path where it is
 * @param files the file system in which it is
 */
record OutFolder(Path path, FileSystem files) {
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

  private boolean isMarked() throws IOException {
    return RunMark.isIn(files, path);
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

  /** Whether a file is the lock or the mark. */
  private static boolean isBeside(String name) {
    return name.equals(OutLock.NAME) || RunMark.isNamed(name);
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
   * @throws BadPortfolioException if another run writes into the folder, or has written into it
   *     since this was made
   */
  void write(Dataset<Row> rows) {
    write(rows, OutLock::of);
  }

  /** Locks a folder of this machine. */
  interface Locking {
    OutLock lock(java.nio.file.Path folder) throws IOException;
  }

  /** Writes the rows, with another lock. */
  void write(Dataset<Row> rows, Locking locking) {
    try {
      if (isLocal()) {
        try (OutLock lock = locking.lock(local())) {
          write(rows, lock.isHeld());
        }
      } else {
        write(rows, false);
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

  private void write(Dataset<Row> rows, boolean isAlone) throws IOException {
    refuseOthers();
    if (!isAlone && isMarked()) {
      System.err.println(
          path + ": holds an unfinished run\nMaybe it goes on elsewhere: then stop one of them");
    }
    RunMark mark = RunMark.of(files, path);
    mark.leave();
    for (FileStatus each : files.listStatus(path)) {
      if (isOfRun(each.getPath().getName())) {
        files.delete(each.getPath(), true);
      }
    }
    try {
      // to overwrite would take away the mark
      rows.write().mode(SaveMode.Append).parquet(path.toString());
    } catch (Exception e) { // Spark throws what it does not declare
      try {
        refuseMixed(mark, e);
      } catch (IOException unreadable) {
        e.addSuppressed(unreadable);
      }
      throw e;
    }
    refuseMixed(mark, null);
    mark.remove();
  }

  /** Whichever run ends first, its mark tells the other, and that the folder is not whole. */
  private void refuseMixed(RunMark mark, Exception problem) throws IOException {
    if (!mark.isOwn()) {
      mark.leave();
      files.delete(new Path(path, WHOLE), false);
      throw new BadPortfolioException(
          path
              + ": another run has written into it meanwhile; its rows are mixed"
              + "\nMaybe give the command again when no other run writes into it",
          problem);
    }
  }

  private static BadPortfolioException unwritable(Path path, IOException e) {
    return new BadPortfolioException(path + ": cannot be written: " + e.getMessage(), e);
  }
}
