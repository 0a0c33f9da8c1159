package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a run knew of its customers: the rows of the table {@code customers}, with a digest in place
 * of the JSON. Nothing dates what is known of a customer, so the next run compares.
 */
final class KnownCustomers {
  private static final String ROWS = "SELECT customer, md5(json) AS known FROM customers";

  private KnownCustomers() {}

  /** Writes the file, a Parquet file whatever its name, unless it is there and whole. */
  static void write(Connection duck, Path file) throws SQLException, IOException {
    if (WholeParquet.isAt(file)) {
      return;
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (Statement sql = duck.createStatement()) {
      sql.execute(
          "COPY ("
              + ROWS
              + " ORDER BY ALL) TO "
              + Duck.text(unfinished.toString())
              + " (FORMAT parquet, USE_TMP_FILE false)");
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The customers of whom something else is known than at the time of an earlier run, or nothing
   * any more. A query.
   *
   * @param before the file of the earlier run
   */
  static String changed(Path before) {
    String earlier = "SELECT customer, known FROM " + Duck.parquet(before);
    // with ALL, a customer who is there twice now is another one, too
    return "SELECT customer FROM ((%1$s EXCEPT ALL %2$s) UNION (%2$s EXCEPT ALL %1$s))"
        .formatted(ROWS, earlier);
  }
}
