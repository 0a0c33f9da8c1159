package io.dunning.scale;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a run was asked for: the file {@code run.properties} of its folder.
 *
 * @param values the values by key, as text
 */
record RunProperties(Properties values) {
  static final String FILE = "run.properties";
  static final String UNFINISHED = FILE + ".unfinished";

  static final String DAY = "day";
  static final String PARTS = "parts";
  static final String REASONS = "reasons";
  static final String POLICIES = "policies";

  /** Which customer gets which of the policies, as a digest. */
  static final String ASSIGNED = "assigned";

  static final String PORTFOLIO = "portfolio";

  /** The version of DuckDB, whose hash says in which part an account is. */
  static final String DUCKDB = "duckdb";

  /** The folder of the earlier run. */
  static final String AFTER = "after";

  /** The digest of what the earlier run was asked for: another run may get its folder. */
  static final String AFTER_DIGEST = "after-digest";

  /** The version of the library that began the run; the run may go on with another. */
  static final String VERSION = "version";

  private static final List<String> NEEDED =
      List.of(DAY, PARTS, REASONS, POLICIES, ASSIGNED, PORTFOLIO, DUCKDB);

  /**
   * Reads the file of a folder.
   *
   * @throws BadPortfolioException if it breaks off, as after a fault of the disk
   */
  static RunProperties read(Path folder) throws IOException {
    Properties values = new Properties();
    try {
      String text = Files.readString(folder.resolve(FILE));
      values.load(new StringReader(text));
      RunProperties run = new RunProperties(values);
      if (text.endsWith("\n") && run.isWhole()) {
        return run;
      }
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new BadPortfolioException(brokenOff(folder), e);
    }
    throw new BadPortfolioException(brokenOff(folder));
  }

  private static String brokenOff(Path folder) {
    return folder
        + ": is no whole run: its file "
        + FILE
        + " is empty or breaks off\nMaybe delete the folder, and give the command again";
  }

  private boolean isWhole() {
    try {
      return NEEDED.stream().allMatch(values::containsKey) && parts() > 0 && day() != null;
    } catch (NumberFormatException | DateTimeParseException e) {
      return false;
    }
  }

  /** Writes the file; it is there once it is whole. */
  void write(Path folder) throws IOException {
    Path unfinished = folder.resolve(UNFINISHED);
    try (Writer out = Files.newBufferedWriter(unfinished)) {
      for (String key : keys()) {
        out.write(key + " = " + value(key).replace("\\", "\\\\") + "\n");
      }
    }
    Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  private SortedSet<String> keys() {
    return new TreeSet<>(values.stringPropertyNames());
  }

  /** A digest of all values but the version: a run asked for the same in another one. */
  String digest() {
    StringBuilder all = new StringBuilder();
    for (String key : keys()) {
      all.append(key.equals(VERSION) ? "" : key + "=" + value(key) + "\n");
    }
    byte[] text = all.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** The value of a key; empty if there is none. */
  String value(String key) {
    return values.getProperty(key, "");
  }

  int parts() {
    return Integer.parseInt(value(PARTS));
  }

  LocalDate day() {
    return LocalDate.parse(value(DAY));
  }

  /** In which ways another run is not the one that this asks for, each in words. */
  List<String> differencesOf(RunProperties other) {
    List<String> all = new ArrayList<>();
    for (String key : differingKeys(other)) {
      all.add(difference(key, other.value(key)));
    }
    return all;
  }

  private Set<String> differingKeys(RunProperties other) {
    Set<String> keys = keys();
    keys.addAll(other.values.stringPropertyNames());
    keys.remove(VERSION);
    keys.removeIf(key -> value(key).equals(other.value(key)));
    if (keys.contains(POLICIES)) {
      keys.remove(ASSIGNED); // other policies are never assigned in the same way
    }
    if (keys.contains(AFTER) || other.value(AFTER_DIGEST).isEmpty()) { // earlier versions note none
      keys.remove(AFTER_DIGEST);
    }
    return keys;
  }

  private static String difference(String key, String value) {
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
      case AFTER_DIGEST -> "holds a run after an earlier one that was replaced since";
      default -> "holds a run of another version: " + key + " = " + value;
    };
  }
}
