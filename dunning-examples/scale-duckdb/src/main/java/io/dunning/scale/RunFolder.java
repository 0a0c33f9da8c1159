package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a run writes to: what was asked for in {@code run.properties}, and a Parquet file
 * for each part that is done.
 */
final class RunFolder implements AutoCloseable {
  private static final String CUSTOMERS = "run.customers";

  private final Path folder;
  private final RunProperties asked;

  /** The run that this one came after, of a run that has ended; null if none. */
  private final RunFolder earlier;

  /** Of a run that writes; a run that has ended has none. */
  private final FolderLock lock;

  private RunFolder(Path folder, RunProperties asked, RunFolder earlier, FolderLock lock) {
    this.folder = folder;
    this.asked = asked;
    this.earlier = earlier;
    this.lock = lock;
  }

  /**
   * Begins a run, or goes on with one that asked for the same. No other run can begin in the folder
   * until it is closed.
   *
   * @throws BadPortfolioException if the folder holds another run, or something else, or another
   *     run is writing into it
   */
  static RunFolder begin(Path folder, RunProperties asked) throws IOException {
    Files.createDirectories(folder);
    // a folder of somebody else gets no lock
    if (!Files.exists(folder.resolve(RunProperties.FILE))) {
      refuseOthers(folder);
    }
    FolderLock lock = FolderLock.of(folder);
    try {
      return new RunFolder(folder, begun(folder, asked), null, lock);
    } catch (IOException | RuntimeException e) {
      try (lock) {
        throw e;
      }
    }
  }

  private static RunProperties begun(Path folder, RunProperties asked) throws IOException {
    if (Files.exists(folder.resolve(RunProperties.FILE))) {
      RunProperties before = RunProperties.read(folder);
      List<String> differences = new ArrayList<>();
      for (String each : asked.differencesOf(before)) {
        differences.add(folder + ": " + each);
      }
      if (differences.isEmpty()) {
        return before;
      }
      if (hasDecisions(folder)) {
        differences.add("Maybe write to another folder, or delete this one");
        throw new BadPortfolioException(differences);
      }
    } else {
      refuseOthers(folder);
    }
    Files.deleteIfExists(folder.resolve(CUSTOMERS)); // of a run that was refused
    asked.write(folder);
    return asked;
  }

  /** Without any, a run was refused; once what was wrong is mended, another may have its folder. */
  private static boolean hasDecisions(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".parquet"));
    }
  }

  private static void refuseOthers(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      // a run that was stopped at its very beginning left only these
      if (files.anyMatch(
          f -> !f.endsWith(RunProperties.UNFINISHED) && !f.endsWith(FolderLock.NAME))) {
        throw new BadPortfolioException(
            folder + ": is not empty and holds no run\nMaybe write to another folder");
      }
    }
  }

  /**
   * A run that has ended, with all runs that it came after.
   *
   * @throws BadPortfolioException if there is none, parts of one of them are missing, or one of
   *     them is another run than it was
   */
  static RunFolder finished(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(RunProperties.FILE))) {
      throw new BadPortfolioException(folder + ": holds no run");
    }
    RunProperties asked = RunProperties.read(folder);
    RunFolder run = new RunFolder(folder, asked, earlier(folder, asked), null);
    run.refuseMissing();
    return run;
  }

  private static RunFolder earlier(Path folder, RunProperties asked) throws IOException {
    String after = asked.value(RunProperties.AFTER);
    if (after.isEmpty()) {
      return null;
    }
    Path before = Path.of(after);
    String digest = asked.value(RunProperties.AFTER_DIGEST);
    if (!Files.isRegularFile(before.resolve(RunProperties.FILE))) {
      throw new BadPortfolioException(
          folder
              + ": came after the run in "
              + before
              + ", which is not there any more"
              + "\nMaybe decide about all accounts, without --after");
    }
    if (!digest.isEmpty() && !RunProperties.read(before).digest().equals(digest)) {
      throw new BadPortfolioException(
          folder
              + ": came after another run than the one that is now in "
              + before
              + "\nMaybe decide about all accounts, without --after");
    }
    return finished(before);
  }

  private void refuseMissing() throws IOException {
    int done = partsDone();
    if (done < parts()) {
      throw new BadPortfolioException(
          folder
              + ": has "
              + done
              + " of "
              + parts()
              + " parts\nMaybe finish it: give the same command again");
    }
    if (!WholeParquet.isAt(knownCustomers())) {
      throw new BadPortfolioException(
          folder + ": has no whole file " + CUSTOMERS + "\nMaybe give the same command again");
    }
  }

  private int partsDone() throws IOException {
    int done = 0;
    for (int i = 0; i < parts(); i++) {
      done += isDone(i) ? 1 : 0;
    }
    return done;
  }

  /** Whether all parts are done. */
  boolean isWhole() throws IOException {
    return partsDone() == parts();
  }

  Path folder() {
    return folder;
  }

  int parts() {
    return asked.parts();
  }

  LocalDate day() {
    return asked.day();
  }

  /** What was asked for under a key. */
  String value(String key) {
    return asked.value(key);
  }

  /** A digest of what was asked for. */
  String digest() {
    return asked.digest();
  }

  /** What the run knew of its customers. */
  Path knownCustomers() {
    return folder.resolve(CUSTOMERS);
  }

  Path part(int i) {
    return folder.resolve(String.format("part-%05d.parquet", i));
  }

  boolean isDone(int i) throws IOException {
    return WholeParquet.isAt(part(i));
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }

  /**
   * The newest decision about each customer: of this run, and of those before it where it did not
   * decide again. An expression of SQL.
   */
  String current() {
    String own = "SELECT * FROM " + Duck.parquets(folder, "part-");
    return earlier == null
        ? own
        : own
            + " UNION ALL SELECT * FROM ("
            + earlier.current()
            + ") WHERE customer NOT IN (SELECT customer FROM "
            + Duck.parquets(folder, "part-")
            + ")";
  }
}
