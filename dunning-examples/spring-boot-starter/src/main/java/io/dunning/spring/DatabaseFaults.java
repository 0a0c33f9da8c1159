package io.dunning.spring;

import java.sql.SQLException;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells faults of the database from those of the data. */
final class DatabaseFaults {
  /**
   * Data exceptions, violated constraints and check options, limits such as the size of an index
   * row, and what a trigger of the host raises.
   */
  private static final List<String> STATES_OF_DATA = List.of("22", "23", "44", "54", "P0");

  private DatabaseFaults() {}

  /**
   * Whether the database is at fault, such as a connection that was cut, and not an account or an
   * action. PostgreSQL's own code says so, whoever wrapped it; db-scheduler does not do it as
   * Spring does.
   */
  static boolean isOne(RuntimeException fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        return STATES_OF_DATA.stream().noneMatch(sql.getSQLState()::startsWith);
      }
    }
    return (fault instanceof TransactionException || fault instanceof DataAccessException)
        && !(fault instanceof DataIntegrityViolationException)
        && !(fault instanceof IncorrectResultSizeDataAccessException);
  }
}
