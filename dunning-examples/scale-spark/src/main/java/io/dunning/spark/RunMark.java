package io.dunning.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The mark that a run leaves in its folder until the folder is whole. It says whose it is, so that
 * a run finds out if another began in the folder meanwhile.
 *
 * @param file where it is
 * @param files the file system in which it is
 * @param run the run that left it
 */
record RunMark(Path file, FileSystem files, String run) {
  /** Spark does not read files whose names begin like this. */
  private static final String NAME = "_unfinished-dunning-run";

  /** The mark of a new run, which is not there yet. */
  static RunMark of(FileSystem files, Path folder) {
    return new RunMark(new Path(folder, NAME), files, UUID.randomUUID().toString());
  }

  /** Whether a run began to write into a folder and did not end, or has not ended yet. */
  static boolean isIn(FileSystem files, Path folder) throws IOException {
    return files.exists(new Path(folder, NAME));
  }

  /** Whether a file of a folder is the mark, or its check sum, which is written first. */
  static boolean isNamed(String name) {
    return name.equals(NAME) || name.equals("." + NAME + ".crc");
  }

  /** Leaves the mark, in place of that of another run. */
  void leave() throws IOException {
    try (OutputStream out = files.create(file, true)) {
      out.write(run.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether the mark in the folder is that of this run. */
  boolean isOwn() throws IOException {
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(run);
    } catch (FileNotFoundException e) {
      return false; // the other run has ended
    }
  }

  void remove() throws IOException {
    files.delete(file, false);
  }
}
