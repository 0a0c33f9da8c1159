package io.dunning.scale;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a run has decided: now, and in parts that were there already. */
final class RunTally {
  private final SortedMap<String, Long> verdicts = new TreeMap<>();
  private long accounts;
  private long accountsBefore;
  private int partsBefore;
  private long rows;

  /** Adds a batch that was read. */
  void add(Batch batch) {
    accounts += batch.accounts();
    rows += batch.rows();
  }

  /** Adds what was decided about a batch. */
  void add(List<DecisionRow> decisions) {
    for (DecisionRow each : decisions) {
      verdicts.merge(each.verdict(), 1L, Long::sum);
    }
  }

  /** Adds a part that was there already. */
  void addPart(Connection duck, Path part) throws SQLException {
    try (Statement sql = duck.createStatement();
        ResultSet each =
            sql.executeQuery(
                "SELECT verdict, count(*), count(DISTINCT customer), grouping(verdict) FROM "
                    + Duck.parquet(part)
                    + " GROUP BY GROUPING SETS ((verdict), ())")) {
      while (each.next()) {
        if (each.getInt(4) == 0) {
          verdicts.merge(each.getString(1), each.getLong(2), Long::sum);
        } else {
          accountsBefore += each.getLong(3);
        }
      }
    }
    partsBefore++;
  }

  RunSummary summary(RunSummary.Times times) {
    return new RunSummary(
        accounts + accountsBefore, accountsBefore, partsBefore, verdicts, rows, times);
  }
}
