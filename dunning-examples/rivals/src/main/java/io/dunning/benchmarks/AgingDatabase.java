package io.dunning.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The aging workloads by a database within this process, in memory. */
final class AgingDatabase implements AutoCloseable {
  private static final String BY_BAND =
      """
      sum(case when late <= 0 then open else 0 end),
      sum(case when late between 1 and 30 then open else 0 end),
      sum(case when late between 31 and 60 then open else 0 end),
      sum(case when late between 61 and 90 then open else 0 end),
      sum(case when late between 91 and 120 then open else 0 end),
      sum(case when late > 120 then open else 0 end)
      """;

  private final Connection connection;

  private AgingDatabase(Connection connection) {
    this.connection = connection;
  }

  /** DuckDB on two threads. */
  static AgingDatabase duckDb() throws SQLException {
    AgingDatabase database = new AgingDatabase(DriverManager.getConnection("jdbc:duckdb:"));
    database.execute("set threads to 2");
    return database;
  }

  /** H2. */
  static AgingDatabase h2() throws SQLException {
    return new AgingDatabase(DriverManager.getConnection("jdbc:h2:mem:"));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes rows of numbers. */
  private interface Rows {
    void add(long... values) throws SQLException;
  }

  private interface Filling {
    void into(Rows rows) throws SQLException;
  }

  private void fill(String table, int columns, Filling filling) throws SQLException {
    if (connection instanceof DuckDBConnection duck) {
      try (DuckDBAppender appender = duck.createAppender("main", table)) {
        filling.into(
            values -> {
              appender.beginRow();
              for (long value : values) {
                appender.append(value);
              }
              appender.endRow();
            });
      }
      return;
    }
    String sql = "insert into " + table + " values (?" + ", ?".repeat(columns - 1) + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      filling.into(
          values -> {
            for (int i = 0; i < values.length; i++) {
              insert.setLong(i + 1, values[i]);
            }
            insert.execute();
          });
    }
  }

  void load(OpenItems items) throws SQLException {
    execute("create table items (customer bigint, currency bigint, due bigint, open bigint)");
    fill(
        "items",
        4,
        rows -> {
          for (int i = 0; i < items.count; i++) {
            rows.add(items.customer[i], items.currency[i], items.due[i], items.open[i]);
          }
        });
  }

  void load(PastInvoices of) throws SQLException {
    execute(
        "create table invoices (id bigint, customer bigint, currency bigint, issued bigint,"
            + " due bigint, amount bigint)");
    execute("create table applications (invoice bigint, on_day bigint, amount bigint)");
    fill(
        "invoices",
        6,
        rows -> {
          for (int i = 0; i < of.count; i++) {
            rows.add(i, of.customer[i], of.currency[i], of.issued[i], of.due[i], of.amount[i]);
          }
        });
    fill(
        "applications",
        3,
        rows -> {
          for (int i = 0; i < of.count; i++) {
            for (int at = of.starts[i]; at < of.starts[i + 1]; at++) {
              rows.add(i, of.appliedOn[at], of.applied[at]);
            }
          }
        });
  }

  /** W1: the sums as text by customer and currency. */
  Map<String, String> aging() throws SQLException {
    return rows(agingQuery());
  }

  /** W1, its result kept in the database; how many rows it has. */
  long agingCount() throws SQLException {
    return count(agingQuery());
  }

  private static String agingQuery() {
    return "select customer, currency, "
        + BY_BAND
        + "from (select *, "
        + Draws.AS_OF
        + " - due as late from items) i group by customer, currency";
  }

  /** W2: the sums as text by customer and currency. */
  Map<String, String> pastDay() throws SQLException {
    return rows(pastDayQuery());
  }

  /** W2, its result kept in the database; how many rows it has. */
  long pastDayCount() throws SQLException {
    return count(pastDayQuery());
  }

  private static String pastDayQuery() {
    return """
        select customer, currency, %s
        from (
          select customer, currency, %d - due as late, i.amount - coalesce(a.amount, 0) as open
          from invoices i left join (
            select invoice, sum(amount) as amount from applications
            where on_day <= %d group by invoice) a on a.invoice = i.id
          where issued <= %d) o
        where open <> 0
        group by customer, currency
        """
        .formatted(BY_BAND, PastInvoices.DAY, PastInvoices.DAY, PastInvoices.DAY);
  }

  /** W5, its result kept in the database; how many rows it has. */
  long yearCount() throws SQLException {
    return count(yearQuery());
  }

  /** W5: the sums as the hand-written program has them. */
  long[] year() throws SQLException {
    long[] sums = new long[Draws.CURRENCIES.size() * (PastInvoices.DAYS + 1) * HandTable.BANDS];
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(yearQuery())) {
      while (found.next()) {
        int day = found.getInt(3) - Draws.AS_OF + PastInvoices.DAYS - 1;
        int at = found.getInt(1) * (PastInvoices.DAYS + 1) + day;
        sums[at * HandTable.BANDS + found.getInt(2)] = found.getLong(4);
      }
    }
    return sums;
  }

  /** What changes from day to day, then sums; every currency and band on every day. */
  private static String yearQuery() {
    return """
        with postings as (
          select currency, issued as on_day, due, amount from invoices
          union all
          select i.currency, a.on_day, i.due, -a.amount
          from applications a join invoices i on i.id = a.invoice),
        bands(band, lo, hi) as (values (0, -1000000, 0), (1, 1, 30), (2, 31, 60), (3, 61, 90),
          (4, 91, 120), (5, 121, 1000000)),
        spans as (
          select currency, band, greatest(on_day, due + lo, %1$d) as begins,
            due + hi as ends, amount
          from postings, bands where greatest(on_day, due + lo, %1$d) <= least(due + hi, %2$d)),
        changes as (
          select currency, band, begins as d, amount from spans
          union all select currency, band, ends + 1, -amount from spans where ends < %2$d),
        grid as (
          select currency, band, d, 0 as amount
          from (select distinct currency from invoices), bands, range(%1$d, %2$d + 1) t(d)),
        daily as (
          select currency, band, d, sum(amount) as amount
          from (select * from changes union all select * from grid) group by currency, band, d)
        select currency, band, d,
          sum(amount) over (partition by currency, band order by d)
        from daily
        """
        .formatted(Draws.AS_OF - PastInvoices.DAYS + 1, Draws.AS_OF);
  }

  private Map<String, String> rows(String query) throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int band = 0; band < HandTable.BANDS; band++) {
          row.append(',').append(found.getLong(3 + band));
        }
        rows.put(found.getInt(1) + "," + Draws.CURRENCIES.get(found.getInt(2)), row.toString());
      }
    }
    return rows;
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists result");
      statement.execute("create table result as " + query);
      try (ResultSet found = statement.executeQuery("select count(*) from result")) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
