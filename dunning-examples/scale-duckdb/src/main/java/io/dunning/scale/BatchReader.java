package io.dunning.scale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * Reads the sorted rows of a part, and hands them on in batches of whole accounts. What is wrong
 * with rows is collected; no batch is handed on any more, and the part is given up after its last
 * row.
 */
final class BatchReader implements AutoCloseable {
  private final int rowsPerBatch;
  private final DuckDBPreparedStatement statement;
  private final DuckDBChunkedResult result;
  private final DuckDBReadableVector[] columns = new DuckDBReadableVector[SortedRows.COLUMNS + 2];
  private final RowChecks checks = new RowChecks();
  private final PortfolioRow row = new PortfolioRow();

  private int at;
  private int end;
  private Batch batch = new Batch();
  private String customer;
  private boolean hasEnded;

  /** Whether a batch was handed on after the account of the next row had begun. */
  private boolean handedOn;

  BatchReader(Connection duck, String where, int rowsPerBatch) throws SQLException {
    this(duck, where, "", rowsPerBatch);
  }

  /** Reads some events only, by an expression over the columns of {@code events}. */
  BatchReader(Connection duck, String where, String events, int rowsPerBatch) throws SQLException {
    this(duck.prepareStatement(SortedRows.marked(where, events)), rowsPerBatch);
  }

  /** Reads what a query gives, such as that of {@link SortedRows#marked}. */
  BatchReader(PreparedStatement query, int rowsPerBatch) throws SQLException {
    this.rowsPerBatch = rowsPerBatch;
    statement = query.unwrap(DuckDBPreparedStatement.class);
    result = statement.query();
  }

  /**
   * The next accounts, or null after the last.
   *
   * @throws BadPortfolioException after the last, if rows could not be understood, or DuckDB failed
   *     before it had handed out all rows
   */
  Batch next() {
    while (at < end || nextChunk()) {
      if (hasEnded) {
        throw new IllegalStateException("DuckDB handed out rows after the last");
      }
      if (columns[SortedRows.KIND].getByte(at) == Kind.END) {
        hasEnded = true;
        at++;
        continue;
      }
      boolean isOther = !handedOn && (customer == null || isMarked(SortedRows.OTHER_CUSTOMER));
      if (isOther) {
        Batch full = isRefused() || batch.rows() < rowsPerBatch ? null : batch;
        begin();
        if (full != null) {
          handedOn = true;
          return full;
        }
      }
      read(isOther || handedOn);
      handedOn = false;
      at++;
    }
    if (!hasEnded) {
      throw new BadPortfolioException(
          "DuckDB failed before it had handed out all rows"
              + "\nMaybe the disk for temporary files is full or faulty; otherwise give it more"
              + " --memory");
    }
    if (isRefused()) {
      throw new BadPortfolioException(checks.problems());
    }
    Batch last = batch.accounts() == 0 ? null : batch;
    batch = new Batch();
    return last;
  }

  /** Begins an account, in another batch if this one is full. */
  private void begin() {
    if (batch.rows() >= rowsPerBatch) {
      batch = new Batch();
    }
    String who = text(SortedRows.CUSTOMER);
    customer = who == null ? "" : who;
    checks.begin(customer);
    if (!isRefused()) {
      batch.begin(customer);
    }
  }

  /** Whether something is wrong with the rows, so that nothing will be made of them. */
  private boolean isRefused() {
    return !checks.problems().isEmpty();
  }

  private boolean nextChunk() {
    while (result.nextChunk()) {
      DuckDBDataChunkReader chunk = result.chunk();
      for (int i = 0; i < columns.length; i++) {
        columns[i] = chunk.vector(i);
      }
      at = 0;
      end = Math.toIntExact(chunk.rowCount());
      if (end > 0) {
        return true;
      }
    }
    return false;
  }

  private void read(boolean isFirst) {
    if (isFirst || isMarked(SortedRows.OTHER_NUMBER)) {
      row.number = text(SortedRows.NUMBER);
    }
    row.kind = columns[SortedRows.KIND].getByte(at);
    row.isDated = !columns[SortedRows.DAY].isNull(at);
    row.day = columns[SortedRows.DAY].getInt(at, 0);
    row.hasDue = !columns[SortedRows.DUE].isNull(at);
    row.due = columns[SortedRows.DUE].getInt(at, 0);
    row.hasMinor = !columns[SortedRows.MINOR].isNull(at);
    row.minor = columns[SortedRows.MINOR].getLong(at, 0);
    row.text = text(SortedRows.TEXT);
    row.channel = text(SortedRows.CHANNEL);
    row.json = text(SortedRows.JSON);
    row.booked = columns[SortedRows.BOOKED].getInt(at, 0);
    if (checks.isSound(row) && !isRefused()) {
      batch.add(row);
    }
  }

  private boolean isMarked(int column) {
    return columns[column].getBoolean(at);
  }

  private String text(int column) {
    return columns[column].isNull(at) ? null : columns[column].getString(at);
  }

  @Override
  public void close() throws SQLException {
    result.close();
    statement.close();
  }
}
