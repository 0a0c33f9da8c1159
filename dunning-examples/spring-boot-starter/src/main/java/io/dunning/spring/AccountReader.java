package io.dunning.spring;

import io.dunning.event.BookedEvent;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Makes accounts of rows: two queries for any number of accounts. */
final class AccountReader {
  private static final String COLUMNS = "SELECT customer, body, decided_on FROM dunning.account ";

  static final String ONE = COLUMNS + "WHERE tenant = ? AND customer = ?";

  static final String PAGE =
      COLUMNS + "WHERE tenant = ? AND customer > ? ORDER BY customer LIMIT ?";

  static final String DUE =
      COLUMNS
          + "WHERE tenant = ? AND review_on <= ? ORDER BY review_on, customer LIMIT ?"
          + " FOR UPDATE SKIP LOCKED";

  private static final JsonMapper JSON = DunningJson.mapper();

  private final JdbcOperations jdbc;

  AccountReader(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  record Row(String customer, String body, LocalDate decidedOn) {}

  static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class));
  }

  private record Entry(String invoice, String body) {}

  List<Books.Claimed> read(String tenant, List<Row> rows, long position) {
    if (rows.isEmpty()) {
      return List.of();
    }
    String[] customers = rows.stream().map(Row::customer).toArray(String[]::new);
    Map<String, List<Entry>> invoices =
        entries("SELECT customer, number, body FROM dunning.invoice", tenant, customers, position);
    Map<String, List<Entry>> events =
        entries("SELECT customer, invoice, body FROM dunning.event", tenant, customers, position);
    List<Books.Claimed> all = new ArrayList<>(rows.size());
    for (Row row : rows) {
      all.add(
          claimed(
              row,
              invoices.getOrDefault(row.customer(), List.of()),
              events.getOrDefault(row.customer(), List.of())));
    }
    return all;
  }

  private Map<String, List<Entry>> entries(
      String select, String tenant, String[] customers, long position) {
    Map<String, List<Entry>> all = new HashMap<>();
    jdbc.query(
        select + " WHERE tenant = ? AND customer = ANY(?) AND seq <= ? ORDER BY seq",
        row -> {
          all.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
              .add(new Entry(row.getString(2), row.getString(3)));
        },
        tenant,
        customers,
        position);
    return all;
  }

  private static Books.Claimed claimed(Row row, List<Entry> invoices, List<Entry> events) {
    Optional<LocalDate> decided = Optional.ofNullable(row.decidedOn());
    try {
      return new Books.Claimed(
          row.customer(), Optional.of(account(row, invoices, events)), decided, "");
    } catch (RuntimeException e) {
      return new Books.Claimed(row.customer(), Optional.empty(), decided, String.valueOf(e));
    }
  }

  private static Account account(Row row, List<Entry> invoices, List<Entry> events) {
    Map<String, List<BookedEvent>> byInvoice = new LinkedHashMap<>();
    List<BookedEvent> own = new ArrayList<>();
    invoices.forEach(i -> byInvoice.put(i.invoice(), new ArrayList<>()));
    for (Entry each : events) {
      List<BookedEvent> list = each.invoice() == null ? own : byInvoice.get(each.invoice());
      list.add(JSON.readValue(each.body(), BookedEvent.class));
    }
    List<InvoiceHistory> histories = new ArrayList<>(invoices.size());
    for (Entry each : invoices) {
      Invoice invoice = JSON.readValue(each.body(), Invoice.class);
      histories.add(InvoiceHistory.ofBooked(invoice, byInvoice.get(each.invoice())));
    }
    return Account.ofBooked(JSON.readValue(row.body(), Customer.class), histories, own);
  }
}
