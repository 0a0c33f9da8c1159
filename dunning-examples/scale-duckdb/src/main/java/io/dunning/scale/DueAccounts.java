package io.dunning.scale;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Chooses the accounts that have to be decided about again after an earlier run: those whose review
 * date has come, those with an entry of the day of the run or a later one, and those that the run
 * does not know. An entry of the day of the run may have come after it, and nothing tells; to
 * decide again about an account does no harm. Reads the portfolio once for that, but only customers
 * and dates.
 */
final class DueAccounts {
  private DueAccounts() {}

  /**
   * Notes the customers in the table {@code due}.
   *
   * @param duck a connection on which the portfolio is open
   * @param last the earlier run
   * @param day the day at whose end is decided
   * @return which rows to read, an expression over {@code customer}
   * @throws BadPortfolioException if the portfolio lacks customers of the earlier run
   */
  static String choose(Connection duck, RunFolder last, LocalDate day)
      throws SQLException, IOException {
    try (Statement sql = duck.createStatement()) {
      sql.execute(
          "CREATE TABLE decided AS SELECT customer, min(review_on) AS review_on FROM ("
              + last.current()
              + ") GROUP BY customer");
      sql.execute(
          "CREATE TABLE present AS SELECT customer, max(newest) AS newest FROM ("
              + "SELECT customer, greatest(issued, booked) AS newest FROM invoices"
              + " UNION ALL SELECT customer, greatest(day, booked) FROM events"
              + " UNION ALL SELECT customer, NULL::DATE FROM customers) GROUP BY customer");
      refuseVanished(sql);
      sql.execute(
          "CREATE TABLE due AS SELECT present.customer FROM present LEFT JOIN decided"
              + " USING (customer) WHERE decided.customer IS NULL OR newest >= "
              + date(last.day())
              + " OR review_on <= "
              + date(day));
      sql.execute("DROP TABLE present");
      sql.execute("DROP TABLE decided");
    }
    return "customer IN (SELECT customer FROM due)";
  }

  private static String date(LocalDate day) {
    return "DATE '" + day + "'";
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
