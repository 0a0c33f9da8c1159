package io.dunning.scale;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens databases in memory. */
final class Duck {
  private Duck() {}

  /**
   * A database that reads.
   *
   * @param memory how much it may take, such as {@code 2GB}; what does not fit goes to disk
   * @param spill where to, on disk
   */
  static Connection reading(int threads, String memory, Path spill) throws SQLException {
    Properties streaming = new Properties();
    streaming.setProperty("jdbc_stream_results", "true");
    Connection duck = DriverManager.getConnection("jdbc:duckdb:", streaming);
    try (Statement sql = duck.createStatement()) {
      sql.execute("SET threads = " + threads);
      sql.execute("SET memory_limit = " + text(memory));
      sql.execute("SET temp_directory = " + text(spill.toString()));
    }
    return duck;
  }

  /** A database that writes. It has one thread, so that equal rows are equal bytes. */
  static Connection writing() throws SQLException {
    return oneThread("jdbc:duckdb:");
  }

  /** The same, with its tables in a file of its own instead of memory. */
  static Connection writing(Path file) throws SQLException {
    return oneThread("jdbc:duckdb:" + file);
  }

  private static Connection oneThread(String database) throws SQLException {
    Connection duck = DriverManager.getConnection(database);
    try (Statement sql = duck.createStatement()) {
      sql.execute("SET threads = 1");
    }
    return duck;
  }

  /** A file as a literal of SQL; signs of a pattern in its name stand for themselves. */
  static String file(Path file) {
    return text(file.toString().replaceAll("([*?\\[])", "[$1]"));
  }

  /** All Parquet files of a folder whose names begin so, as a literal of SQL. */
  static String files(Path folder, String begin) {
    return text(folder.toString().replaceAll("([*?\\[])", "[$1]") + "/" + begin + "*.parquet");
  }

  /** A text as a literal of SQL. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
