package io.dunning.scale;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Chooses the accounts that have to be decided about again after an earlier run: those whose review
 * date has come, those with an entry of the day of the run or a later one, those of whom other
 * facts are known, and those that the run does not know. An entry of the day of the run may have
 * come after it, and nothing tells; to decide again about an account does no harm. An entry without
 * a day is read, so that it is refused. Reads only dates, and the customers of those that are late
 * enough; and all customers if the files of the portfolio are others than those of the run.
 */
final class DueAccounts {
  private DueAccounts() {}

  /**
   * Notes the customers in the table {@code due}.
   *
   * @param duck a connection on which the portfolio is open
   * @param last the earlier run
   * @param isOfSameFiles whether the earlier run read the same files
   * @param day the day at whose end is decided
   * @return which rows to read, an expression over {@code customer}
   * @throws BadPortfolioException if the portfolio lacks customers of the earlier run
   */
  static String choose(Connection duck, RunFolder last, boolean isOfSameFiles, LocalDate day)
      throws SQLException, IOException {
    try (Statement sql = duck.createStatement()) {
      // a condition on one column lets DuckDB skip what it need not read
      sql.execute(
          "CREATE TABLE due AS SELECT customer FROM ("
              + last.current()
              + ") WHERE review_on <= "
              + date(day)
              + entered("invoices", "issued", last.day())
              + entered("invoices", "booked", last.day())
              + entered("events", "day", last.day())
              + entered("events", "booked", last.day())
              + toldByJson("invoices", last.day())
              + toldByJson("events", last.day())
              + undated("invoices", "issued")
              + undated("events", "day"));
      if (!isOfSameFiles) {
        addUnknown(sql, last);
        sql.execute("INSERT INTO due " + KnownCustomers.changed(last.knownCustomers()));
      }
    }
    return "customer IN (SELECT customer FROM due)";
  }

  private static String entered(String table, String column, LocalDate from) {
    return " UNION SELECT customer FROM " + table + " WHERE " + column + " >= " + date(from);
  }

  /** What columns do not tell is read, so that it is refused. */
  private static String toldByJson(String table, LocalDate from) {
    String booked = "CASE WHEN json_valid(json) THEN TRY_CAST(json ->> '$.bookedOn' AS DATE) END";
    return " UNION SELECT customer FROM %s WHERE json IS NOT NULL AND %s >= %s"
        .formatted(table, booked, date(from));
  }

  private static String undated(String table, String column) {
    return " UNION SELECT customer FROM " + table + " WHERE " + column + " IS NULL";
  }

  private static String date(LocalDate day) {
    return "DATE '" + day + "'";
  }

  private static void addUnknown(Statement sql, RunFolder last) throws SQLException, IOException {
    sql.execute("CREATE TABLE decided AS SELECT DISTINCT customer FROM (" + last.current() + ")");
    sql.execute(
        "CREATE TABLE present AS SELECT customer FROM invoices"
            + " UNION SELECT customer FROM events UNION SELECT customer FROM customers");
    refuseNameless(sql);
    refuseVanished(sql);
    sql.execute("INSERT INTO due SELECT customer FROM present ANTI JOIN decided USING (customer)");
    sql.execute("DROP TABLE present");
    sql.execute("DROP TABLE decided");
  }

  /** Whose row it is, no list of customers tells. */
  private static void refuseNameless(Statement sql) throws SQLException {
    for (PortfolioTable each : PortfolioTable.ALL) {
      try (ResultSet rows =
          sql.executeQuery("FROM " + each.name() + " WHERE customer IS NULL LIMIT 1")) {
        if (rows.next()) {
          throw new BadPortfolioException("a row of " + each.name() + " has no customer");
        }
      }
    }
  }

  /** A customer whom nothing tells any more cannot be decided about, nor keep what was decided. */
  private static void refuseVanished(Statement sql) throws SQLException {
    try (ResultSet gone =
        sql.executeQuery(
            "SELECT min(customer), count(*) FROM decided ANTI JOIN present USING (customer)")) {
      gone.next();
      if (gone.getLong(2) > 0) {
        throw new BadPortfolioException(
            "customers of the earlier run are not in the portfolio: "
                + gone.getLong(2)
                + ", such as "
                + gone.getString(1)
                + "\nMaybe it is another portfolio; otherwise leave out --after");
      }
    }
  }
}
