package io.dunning.scale;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the rows of the parts of a run. */
final class PartRows {
  private PartRows() {}

  /**
   * How many rows of each part will be read: none if it is done. Reads the column {@code customer}
   * at most; of one part, a Parquet file tells it without being read.
   */
  static long[] count(Connection duck, RunFolder folder) throws SQLException, IOException {
    long[] rows = new long[folder.parts()];
    String part = rows.length == 1 ? "0" : "(hash(customer) % " + rows.length + ")::INTEGER";
    for (PortfolioTable each : PortfolioTable.ALL) {
      try (Statement sql = duck.createStatement();
          ResultSet count =
              sql.executeQuery(
                  "SELECT %s AS part, count(*) FROM %s GROUP BY part"
                      .formatted(part, each.name()))) {
        while (count.next()) {
          rows[count.getInt(1)] += count.getLong(2);
        }
      }
    }
    for (int i = 0; i < rows.length; i++) {
      rows[i] = folder.isDone(i) ? 0 : rows[i];
    }
    return rows;
  }
}
