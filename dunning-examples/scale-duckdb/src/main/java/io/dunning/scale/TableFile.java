package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes the tables of a portfolio. */
final class TableFile implements AutoCloseable {
  private final Connection duck;
  private final DuckDBAppender invoices;
  private final DuckDBAppender events;
  private final DuckDBAppender customers;

  /** Tables of which a folder keeps what does not fit into memory. */
  TableFile(SpillFolder spill) throws SQLException {
    duck = Duck.writing(spill);
    try (Statement sql = duck.createStatement()) {
      sql.execute(
          "CREATE TABLE invoices (customer VARCHAR, invoice VARCHAR, issued DATE, due DATE,"
              + " currency VARCHAR, minor BIGINT, json VARCHAR, booked DATE)");
      sql.execute(
          "CREATE TABLE events (customer VARCHAR, invoice VARCHAR, day DATE, type VARCHAR,"
              + " minor BIGINT, currency VARCHAR, step VARCHAR, channel VARCHAR, json VARCHAR,"
              + " place BIGINT, booked DATE)");
      sql.execute("CREATE TABLE customers (customer VARCHAR, json VARCHAR)");
      DuckDBConnection own = duck.unwrap(DuckDBConnection.class);
      invoices = own.createAppender("invoices");
      events = own.createAppender("events");
      customers = own.createAppender("customers");
    } catch (SQLException e) {
      throw Duck.closing(duck, e);
    }
  }

  void customer(String id, String json) throws SQLException {
    customers.beginRow().append(id).append(json).endRow();
  }

  void invoice(
      String customer,
      String number,
      LocalDate issued,
      LocalDate due,
      String currency,
      long minor,
      String json,
      LocalDate booked)
      throws SQLException {
    invoices.beginRow().append(customer).append(number).append(issued).append(due);
    invoices.append(currency).append(minor).append(json).append(booked).endRow();
  }

  /** An event; what it does not need is null. */
  record Event(
      String customer,
      String invoice,
      LocalDate day,
      String type,
      Long minor,
      String currency,
      String step,
      String channel,
      String json,
      LocalDate booked) {}

  void event(Event e, long place) throws SQLException {
    events.beginRow().append(e.customer()).append(e.invoice()).append(e.day()).append(e.type());
    events.append(e.minor()).append(e.currency()).append(e.step()).append(e.channel());
    events.append(e.json()).append(place).append(e.booked()).endRow();
  }

  /** Writes what was added since the last time, as a file of each table, and forgets it. */
  void write(Path folder, String name) throws SQLException, IOException {
    invoices.flush();
    events.flush();
    customers.flush();
    for (String table : new String[] {"invoices", "events", "customers"}) {
      Path file = Files.createDirectories(folder.resolve(table)).resolve(name + ".parquet");
      Path unfinished = file.resolveSibling(name + ".unfinished");
      try (Statement sql = duck.createStatement()) {
        sql.execute(
            "COPY " + table + " TO " + Duck.text(unfinished.toString()) + " (FORMAT parquet)");
        sql.execute("DELETE FROM " + table);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws SQLException {
    try (duck;
        invoices;
        events) {
      customers.close();
    }
  }
}
