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

/** Makes accounts of rows: one more query for any number of accounts. */
final class AccountReader {
  private static final String COLUMNS = "SELECT customer, body, decided_on FROM dunning.account ";

  static final String ONE = COLUMNS + "WHERE tenant = ? AND customer = ?";

  static final String PAGE =
      COLUMNS + "WHERE tenant = ? AND customer > ? ORDER BY customer LIMIT ?";

  static final String DUE =
      COLUMNS
          + "WHERE tenant = ? AND review_on <= ? ORDER BY review_on, customer LIMIT ?"
          + " FOR UPDATE SKIP LOCKED";

  /** One statement, so that invoices and events are those of one moment. */
  private static final String ENTRIES =
      """
      SELECT customer, false AS is_event, number, body, seq FROM dunning.invoice
        WHERE tenant = ? AND customer = ANY(?) AND seq <= ?
      UNION ALL
      SELECT customer, true, invoice, body, seq FROM dunning.event
        WHERE tenant = ? AND customer = ANY(?) AND seq <= ?
      ORDER BY is_event, seq
      """;

  private static final JsonMapper JSON = DunningJson.mapper();

  private final JdbcOperations jdbc;

  AccountReader(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  record Row(String customer, String body, LocalDate decidedOn) {}

  static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class));
  }

  /** Of an invoice, its number; of an event, that of its invoice, or null. */
  private record Entry(boolean event, String invoice, String body) {}

  /** The accounts of rows, as of one moment: with all that a transaction wrote, or nothing. */
  List<Books.Claimed> read(String tenant, List<Row> rows, long position) {
    if (rows.isEmpty()) {
      return List.of();
    }
    String[] customers = rows.stream().map(Row::customer).toArray(String[]::new);
    Map<String, List<Entry>> entries = entries(tenant, customers, position);
    return rows.stream()
        .map(r -> claimed(r, entries.getOrDefault(r.customer(), List.of())))
        .toList();
  }

  private Map<String, List<Entry>> entries(String tenant, String[] customers, long position) {
    Map<String, List<Entry>> all = new HashMap<>();
    jdbc.query(
        ENTRIES,
        row -> {
          all.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
              .add(new Entry(row.getBoolean(2), row.getString(3), row.getString(4)));
        },
        tenant,
        customers,
        position,
        tenant,
        customers,
        position);
    return all;
  }

  private static Books.Claimed claimed(Row row, List<Entry> entries) {
    Optional<LocalDate> decided = Optional.ofNullable(row.decidedOn());
    try {
      return new Books.Claimed(row.customer(), Optional.of(account(row, entries)), decided, "");
    } catch (RuntimeException e) {
      return new Books.Claimed(row.customer(), Optional.empty(), decided, String.valueOf(e));
    }
  }

  private static Account account(Row row, List<Entry> entries) {
    Map<String, Invoice> invoices = new LinkedHashMap<>();
    Map<String, List<BookedEvent>> byInvoice = new HashMap<>();
    List<BookedEvent> own = new ArrayList<>();
    for (Entry each : entries) {
      if (!each.event()) {
        invoices.put(each.invoice(), JSON.readValue(each.body(), Invoice.class));
        byInvoice.put(each.invoice(), new ArrayList<>());
        continue;
      }
      List<BookedEvent> list = each.invoice() == null ? own : byInvoice.get(each.invoice());
      if (list == null) {
        throw new IllegalStateException(
            "event is about an invoice that is not among those of its customer: " + each.invoice());
      }
      list.add(JSON.readValue(each.body(), BookedEvent.class));
    }
    List<InvoiceHistory> histories = new ArrayList<>(invoices.size());
    invoices.forEach((n, i) -> histories.add(InvoiceHistory.ofBooked(i, byInvoice.get(n))));
    return Account.ofBooked(JSON.readValue(row.body(), Customer.class), histories, own);
  }
}
