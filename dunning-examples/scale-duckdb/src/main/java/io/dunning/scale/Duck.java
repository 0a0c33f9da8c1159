package io.dunning.scale;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens databases in memory; what does not fit goes to a folder on disk. */
final class Duck {
  /** What a database that writes may take. */
  static final String WRITING_MEMORY = "500MB";

  private Duck() {}

  /**
   * A database that reads.
   *
   * @param memory how much it may take, such as {@code 2GB}
   * @param spill where the rest goes
   */
  static Connection reading(int threads, String memory, SpillFolder spill) throws SQLException {
    Properties streaming = new Properties();
    streaming.setProperty("jdbc_stream_results", "true");
    return open(streaming, threads, memory, spill.path().resolve("reading"));
  }

  /**
   * A database that writes. It has one thread, so that equal rows are equal bytes.
   *
   * @param spill where what does not fit goes
   */
  static Connection writing(SpillFolder spill) throws SQLException {
    return open(new Properties(), 1, WRITING_MEMORY, spill.path().resolve("writing"));
  }

  /** Two databases must not share a folder: their files would have the same names. */
  private static Connection open(Properties how, int threads, String memory, Path spill)
      throws SQLException {
    Connection duck = DriverManager.getConnection("jdbc:duckdb:", how);
    try (Statement sql = duck.createStatement()) {
      sql.execute("SET threads = " + threads);
      sql.execute("SET memory_limit = " + text(memory));
      sql.execute("SET temp_directory = " + text(spill.toString()));
    } catch (SQLException e) {
      throw closing(duck, e);
    }
    return duck;
  }

  /** Closes what cannot be used because of a problem; returns the problem. */
  static SQLException closing(AutoCloseable unused, SQLException problem) {
    try {
      unused.close();
    } catch (Exception e) {
      problem.addSuppressed(e);
    }
    return problem;
  }

  /** A file as a literal of SQL; signs of a pattern in its name stand for themselves. */
  static String file(Path file) {
    return text(file.toString().replaceAll("([*?\\[])", "[$1]"));
  }

  /** All Parquet files of a folder whose names begin so, as a literal of SQL. */
  static String files(Path folder, String begin) {
    return text(folder.toString().replaceAll("([*?\\[])", "[$1]") + "/" + begin + "*.parquet");
  }

  /** Reads a Parquet file; no folder of its path counts as a column. */
  static String parquet(Path file) {
    return "read_parquet(" + file(file) + ", hive_partitioning = false)";
  }

  /** Reads all Parquet files of a folder whose names begin so, with the columns of any of them. */
  static String parquets(Path folder, String begin) {
    return "read_parquet("
        + files(folder, begin)
        + ", union_by_name = true, hive_partitioning = false)";
  }

  /** Reads a CSV file whose cells stay text; nothing of its form is guessed from its rows. */
  static String csv(Path file) {
    return "read_csv("
        + file(file)
        + ", header = true, delim = ',', quote = '\"', escape = '\"', comment = '', skip = 0,"
        + " all_varchar = true, hive_partitioning = false)";
  }

  /** A text as a literal of SQL. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
