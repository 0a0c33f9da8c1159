package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes the decisions of a part. The file is there once it is whole. */
final class DecisionFile implements AutoCloseable {
  private final Connection duck;
  private final DuckDBAppender rows;

  /** A file that keeps in a folder what does not fit into memory. */
  DecisionFile(SpillFolder spill) throws SQLException {
    duck = Duck.writing(spill);
    try (Statement sql = duck.createStatement()) {
      sql.execute(
          "CREATE TABLE decision (customer VARCHAR, invoice VARCHAR, verdict VARCHAR, rule VARCHAR,"
              + " step VARCHAR, review_on DATE, invoices VARCHAR, actions VARCHAR, channel VARCHAR,"
              + " reason VARCHAR)");
      rows = duck.unwrap(DuckDBConnection.class).createAppender("decision");
    } catch (SQLException e) {
      throw Duck.closing(duck, e);
    }
  }

  void add(List<DecisionRow> all) throws SQLException {
    for (DecisionRow each : all) {
      rows.beginRow()
          .append(each.customer())
          .append(each.invoice())
          .append(each.verdict())
          .append(each.rule())
          .append(each.step());
      if (each.reviewDay() == DecisionRow.NEVER) {
        rows.appendNull();
      } else {
        rows.appendEpochDays(Math.toIntExact(each.reviewDay()));
      }
      rows.append(each.invoices())
          .append(each.actions())
          .append(each.channel())
          .append(each.reason())
          .endRow();
    }
  }

  /** Writes all that was added, in order, and forgets it. */
  void write(Path file) throws SQLException, IOException {
    rows.flush();
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (Statement sql = duck.createStatement()) {
      sql.execute(
          "COPY decision TO "
              + Duck.text(unfinished.toString())
              + " (FORMAT parquet, USE_TMP_FILE false)");
      sql.execute("DELETE FROM decision");
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws SQLException {
    try (duck) {
      rows.close();
    }
  }
}
