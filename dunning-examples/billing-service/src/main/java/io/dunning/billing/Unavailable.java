package io.dunning.billing;

import io.dunning.spring.RunStoppedException;
import java.sql.SQLException;
import java.util.List;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Faults that end by themselves: PostgreSQL is away, or somebody else holds what is asked for. */
final class Unavailable {
  /** In how many seconds to ask again. */
  static final String RETRY_AFTER = "5";

  /** What PostgreSQL says when a lock did not come in time. */
  private static final String LOCKED = "55P03";

  /** Connections that are gone, transactions in each other's way, no resources, a server's end. */
  private static final List<String> STATES = List.of("08", "40", "53", "57P", LOCKED);

  private Unavailable() {}

  /** More is being changed for a tenant than may be at once. */
  static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException(String tenant) {
      super("too many changes of tenant " + tenant + " at once");
    }
  }

  /** Something of many transactions had begun, and says itself what came of it. */
  static final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static boolean is(Throwable fault) {
    String state = state(fault);
    return STATES.stream().anyMatch(state::startsWith)
        || fault instanceof CannotCreateTransactionException
        // a connection that ended in a transaction can be neither committed nor rolled back
        || fault instanceof TransactionSystemException && state.isEmpty()
        || fault instanceof CannotGetJdbcConnectionException
        || fault instanceof BusyException
        || hasBegun(fault);
  }

  private static boolean hasBegun(Throwable fault) {
    return fault instanceof BrokenOffException || fault instanceof RunStoppedException;
  }

  private static String state(Throwable fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  /** For the log. */
  static String cause(Throwable fault) {
    return String.valueOf(NestedExceptionUtils.getMostSpecificCause(fault).getMessage());
  }

  /** For the client. */
  static String detail(Throwable fault) {
    if (hasBegun(fault)) {
      return fault.getMessage();
    }
    return fault instanceof BusyException || state(fault).equals(LOCKED)
        ? "somebody else is changing the same; nothing was done, try again later"
        : "database is not available; what you sent may be recorded or not, send it again later";
  }
}
