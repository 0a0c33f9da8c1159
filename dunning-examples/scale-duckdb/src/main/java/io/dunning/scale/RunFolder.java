package io.dunning.scale;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder that a run writes to: what was asked for in {@code run.properties}, and a Parquet file
 * for each part that is done.
 */
final class RunFolder implements AutoCloseable {
  private static final String TOLD = "run.properties";
  private static final String UNFINISHED = TOLD + ".unfinished";
  private static final String CUSTOMERS = "run.customers";
  static final String DAY = "day";
  static final String PARTS = "parts";
  static final String AFTER = "after";
  static final String REASONS = "reasons";
  static final String POLICIES = "policies";

  /** Which customer gets which of the policies, as a digest. */
  static final String ASSIGNED = "assigned";

  static final String PORTFOLIO = "portfolio";

  /** The version of DuckDB, whose hash says in which part an account is. */
  static final String DUCKDB = "duckdb";

  private final Path folder;
  private final Properties told;

  /** Of a run that writes; a run that has ended has none. */
  private final FolderLock lock;

  private RunFolder(Path folder, Properties told, FolderLock lock) {
    this.folder = folder;
    this.told = told;
    this.lock = lock;
  }

  /**
   * Begins a run, or goes on with one that asked for the same. No other run can begin in the folder
   * until it is closed.
   *
   * @throws BadPortfolioException if the folder holds another run, or something else, or another
   *     run is writing into it
   */
  static RunFolder begin(Path folder, Properties asked) throws IOException {
    Files.createDirectories(folder);
    // a folder of somebody else gets no lock
    if (!Files.exists(folder.resolve(TOLD))) {
      refuseOthers(folder);
    }
    FolderLock lock = FolderLock.of(folder);
    try {
      return new RunFolder(folder, begun(folder, asked), lock);
    } catch (IOException | RuntimeException e) {
      try (lock) {
        throw e;
      }
    }
  }

  private static Properties begun(Path folder, Properties asked) throws IOException {
    Path file = folder.resolve(TOLD);
    if (Files.exists(file)) {
      Properties before = load(file);
      List<String> differences = new ArrayList<>();
      for (String key : differing(asked, before)) {
        differences.add(folder + ": " + otherRun(key, before.getProperty(key, "")));
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
    write(folder, asked);
    return asked;
  }

  /** Which keys of two runs differ. */
  private static Set<String> differing(Properties asked, Properties before) {
    Set<String> keys = new TreeSet<>(asked.stringPropertyNames());
    keys.addAll(before.stringPropertyNames());
    keys.removeIf(key -> asked.getProperty(key, "").equals(before.getProperty(key, "")));
    if (keys.contains(POLICIES)) {
      keys.remove(ASSIGNED); // other policies are never assigned in the same way
    }
    return keys;
  }

  /** In words, which other run a folder holds. */
  private static String otherRun(String key, String value) {
    return switch (key) {
      case DAY -> "holds a run of another day: " + value;
      case PARTS -> "holds a run in another number of parts: " + value;
      case REASONS -> "holds a run that tells other reasons: " + value;
      case POLICIES -> "holds a run with other policies, of the fingerprints " + value;
      case ASSIGNED -> "holds a run that assigns the same policies to customers differently";
      case PORTFOLIO -> "holds a run of another portfolio, or its files have changed since";
      case DUCKDB -> "holds a run by DuckDB " + value;
      case AFTER ->
          value.isEmpty() ? "holds a run after no other" : "holds a run after another: " + value;
      default -> "holds a run of another version: " + key + " = " + value;
    };
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
      if (files.anyMatch(f -> !f.endsWith(UNFINISHED) && !f.endsWith(FolderLock.NAME))) {
        throw new BadPortfolioException(
            folder + ": is not empty and holds no run\nMaybe write to another folder");
      }
    }
  }

  private static void write(Path folder, Properties asked) throws IOException {
    Path unfinished = folder.resolve(UNFINISHED);
    try (Writer out = Files.newBufferedWriter(unfinished)) {
      for (Object key : new TreeMap<>(asked).keySet()) {
        out.write(key + " = " + asked.get(key).toString().replace("\\", "\\\\") + "\n");
      }
    }
    Files.move(unfinished, folder.resolve(TOLD), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * A run that has ended.
   *
   * @throws BadPortfolioException if there is none, or parts of it are missing
   */
  static RunFolder finished(Path folder) throws IOException {
    Path file = folder.resolve(TOLD);
    if (!Files.isRegularFile(file)) {
      throw new BadPortfolioException(folder + ": holds no run");
    }
    RunFolder run = new RunFolder(folder, load(file), null);
    int done = 0;
    for (int i = 0; i < run.parts(); i++) {
      done += run.isDone(i) ? 1 : 0;
    }
    if (done == run.parts() && !WholeParquet.isAt(run.knownCustomers())) {
      throw new BadPortfolioException(
          folder
              + ": has no whole file "
              + CUSTOMERS
              + "\nMaybe give the same command again, unless it is a run of another version");
    }
    if (done < run.parts()) {
      throw new BadPortfolioException(
          folder
              + ": has "
              + done
              + " of "
              + run.parts()
              + " parts\nMaybe finish it: give the same command again");
    }
    return run;
  }

  private static Properties load(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    }
    return all;
  }

  Path folder() {
    return folder;
  }

  int parts() {
    return Integer.parseInt(told.getProperty(PARTS));
  }

  LocalDate day() {
    return LocalDate.parse(told.getProperty(DAY));
  }

  /** What was asked for under a key. */
  String told(String key) {
    return told.getProperty(key, "");
  }

  /** Whether another run asked for the same under a key. */
  boolean isAsTold(String key, RunFolder other) {
    return told(key).equals(other.told(key));
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
  String current() throws IOException {
    String own = "SELECT * FROM " + Duck.parquets(folder, "part-");
    String after = told(AFTER);
    return after.isEmpty()
        ? own
        : own
            + " UNION ALL SELECT * FROM ("
            + finished(Path.of(after)).current()
            + ") WHERE customer NOT IN (SELECT customer FROM "
            + Duck.parquets(folder, "part-")
            + ")";
  }
}
