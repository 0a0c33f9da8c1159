package io.dunning.scale;

import io.dunning.action.Channel;
import io.dunning.money.CurrencyUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * Reads the sorted rows of a part, and hands them on in batches of whole accounts. What is wrong
 * with rows is collected; the part is given up after its last row.
 */
final class BatchReader implements AutoCloseable {
  private static final int MOST_PROBLEMS = 20;

  private final int rowsPerBatch;
  private final DuckDBPreparedStatement statement;
  private final DuckDBChunkedResult result;
  private final List<String> problems = new ArrayList<>();

  private DuckDBDataChunkReader chunk;
  private final DuckDBReadableVector[] columns = new DuckDBReadableVector[SortedRows.COLUMNS + 2];
  private int at;
  private int end;

  private Batch batch = new Batch();
  private String customer;

  /** Whether a batch was handed on after the account of the next row had begun. */
  private boolean handedOn;

  private String number;
  private String invoice;
  private String currency;
  private boolean hasInvoice;
  private boolean hasCustomer;

  BatchReader(Connection duck, String where, int rowsPerBatch) throws SQLException {
    this(duck, where, "", rowsPerBatch);
  }

  /** Reads some events only, by an expression over the columns of {@code events}. */
  BatchReader(Connection duck, String where, String events, int rowsPerBatch) throws SQLException {
    this.rowsPerBatch = rowsPerBatch;
    statement =
        duck.prepareStatement(SortedRows.marked(where, events))
            .unwrap(DuckDBPreparedStatement.class);
    result = statement.query();
  }

  /**
   * The next accounts, or null after the last.
   *
   * @throws BadPortfolioException after the last, if rows could not be understood
   */
  Batch next() {
    while (at < end || nextChunk()) {
      boolean other =
          !handedOn && (customer == null || columns[SortedRows.OTHER_CUSTOMER].getBoolean(at));
      handedOn = false;
      if (other || columns[SortedRows.OTHER_NUMBER].getBoolean(at)) {
        number = text(SortedRows.NUMBER);
      }
      if (other) {
        Batch full = batch.rows() < rowsPerBatch ? null : batch;
        if (full != null) {
          batch = new Batch();
        }
        String who = text(SortedRows.CUSTOMER);
        customer = who == null ? "" : who;
        begin();
        if (full != null) {
          handedOn = true;
          return full;
        }
      }
      read();
      at++;
    }
    if (!problems.isEmpty()) {
      throw new BadPortfolioException(problems);
    }
    Batch last = batch.accounts() == 0 ? null : batch;
    batch = new Batch();
    return last;
  }

  private void begin() {
    if (customer.isBlank()) {
      problem("a row has no customer");
    }
    batch.begin(customer);
    invoice = null;
    hasInvoice = false;
    hasCustomer = false;
  }

  private boolean nextChunk() {
    if (!result.nextChunk()) {
      return false;
    }
    chunk = result.chunk();
    for (int i = 0; i < columns.length; i++) {
      columns[i] = chunk.vector(i);
    }
    at = 0;
    end = Math.toIntExact(chunk.rowCount());
    return end > 0 || nextChunk();
  }

  private void read() {
    int kind = columns[SortedRows.KIND].getByte(at);
    String json = text(SortedRows.JSON);
    // the columns of an invoice tell it, too, and JSON does not mend an unknown type
    boolean isTold = json != null && kind != Kind.INVOICE && kind != Kind.UNKNOWN;
    boolean known = isTold || isComplete(kind);
    if (kind == Kind.INVOICE) {
      if (number == null || number.isBlank() || number.equals(invoice)) {
        problem(
            number == null || number.isBlank()
                ? "an invoice of customer " + customer + " has no number"
                : "invoice " + number + " of customer " + customer + " is there twice");
        return;
      }
      invoice = number;
      currency = text(SortedRows.TEXT);
      hasInvoice = true;
    } else if (kind == Kind.CUSTOMER && hasCustomer) {
      problem("customers: customer " + customer + " is there twice");
      return;
    } else if (number != null && !(hasInvoice && number.equals(invoice))) {
      problem(
          "an event of customer "
              + customer
              + " names an invoice that the customer does not have: "
              + number);
      return;
    }
    hasCustomer |= kind == Kind.CUSTOMER;
    if (known) {
      batch.add(
          kind,
          number,
          columns[SortedRows.DAY].getInt(at, 0),
          columns[SortedRows.DUE].getInt(at, 0),
          columns[SortedRows.MINOR].getLong(at, 0),
          text(SortedRows.TEXT),
          text(SortedRows.CHANNEL),
          json);
    }
  }

  /** Whether a row that is told in columns has those that it needs. */
  private boolean isComplete(int kind) {
    String text = text(SortedRows.TEXT);
    String about = number == null ? "customer " + customer : "invoice " + number;
    if (kind == Kind.UNKNOWN) {
      problem(unknownType(text));
      return false;
    }
    if (kind == Kind.OTHER || kind == Kind.CUSTOMER) {
      problem("a row about " + about + " needs the column json, as its columns tell nothing");
      return false;
    }
    boolean dated = !columns[SortedRows.DAY].isNull(at);
    boolean whole =
        switch (kind) {
          case Kind.INVOICE ->
              text != null
                  && !columns[SortedRows.DUE].isNull(at)
                  && !columns[SortedRows.MINOR].isNull(at);
          case Kind.PAYMENT ->
              !columns[SortedRows.MINOR].isNull(at) && (number != null || text != null);
          case Kind.STEP -> text != null;
          default -> true;
        };
    if (!dated || !whole) {
      problem(
          switch (kind) {
                case Kind.INVOICE -> about + " needs issued, due, currency and minor";
                case Kind.PAYMENT -> "a payment of " + about + " needs day and minor";
                case Kind.STEP -> "a step of " + about + " needs day and step";
                default -> "a dispute of " + about + " needs a day";
              }
              + (number == null && kind == Kind.PAYMENT ? " and currency" : "")
              + (dated ? "" : ": no day")
              + (dated ? ": of " + LocalDate.ofEpochDay(columns[SortedRows.DAY].getInt(at)) : ""));
    }
    return dated && whole && isSound(kind, text, about);
  }

  private String unknownType(String type) {
    String which = number == null ? "" : "invoice " + number + " of ";
    String found = type == null ? "none" : type;
    return "events: type must be "
        + Kind.WORDS
        + ": "
        + found
        + ", of "
        + which
        + "customer "
        + customer;
  }

  /** Whether amount, currency and channel of a complete row can be. */
  private boolean isSound(int kind, String text, String about) {
    String problem = null;
    if (kind == Kind.PAYMENT && columns[SortedRows.MINOR].getLong(at) < 0) {
      problem = "a payment of " + about + " is negative: " + columns[SortedRows.MINOR].getLong(at);
    } else if (kind == Kind.PAYMENT && number != null && text != null && !text.equals(currency)) {
      problem = "a payment of " + about + " must be in " + currency + ": " + text;
    } else if ((kind == Kind.INVOICE || kind == Kind.PAYMENT && number == null)
        && !text.equals(currency)) {
      problem = refusal(about, () -> CurrencyUnit.of(text));
    } else if (kind == Kind.STEP && text(SortedRows.CHANNEL) != null) {
      problem = refusal("a step of " + about, () -> Channel.parse(text(SortedRows.CHANNEL)));
    }
    if (problem != null) {
      problem(problem);
    }
    return problem == null;
  }

  private static String refusal(String about, Supplier<Object> value) {
    try {
      value.get();
      return null;
    } catch (IllegalArgumentException e) {
      return about + ": " + e.getMessage();
    }
  }

  private void problem(String text) {
    if (problems.size() == MOST_PROBLEMS) {
      problems.add("and more");
    }
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(text);
    }
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
