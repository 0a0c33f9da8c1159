package io.dunning.scale;

/** The query that gives the rows of accounts one after the other. */
final class SortedRows {
  private SortedRows() {}

  // columns of the result
  static final int CUSTOMER = 0;
  static final int KIND = 1;
  static final int NUMBER = 2;
  static final int DAY = 3;
  static final int DUE = 4;
  static final int MINOR = 5;
  static final int TEXT = 6;
  static final int CHANNEL = 7;
  static final int JSON = 8;
  static final int BOOKED = 9;

  /** How many columns these are. */
  static final int COLUMNS = 10;

  // further columns of the marked result
  static final int OTHER_CUSTOMER = 10;
  static final int OTHER_NUMBER = 11;

  /**
   * All rows of a part: of each account its invoices by number, each with its events by day, then
   * the events of the account as a whole, then the customer. Events of one day come by place, and
   * those without a place, or of the same one, by what they tell; so the order of the rows in their
   * files does not matter.
   *
   * @param where which rows, an expression over {@code customer}
   */
  static String sql(String where) {
    return sql(where, "");
  }

  /** The same with some events only, by an expression over the columns of {@code events}. */
  static String sql(String where, String events) {
    return rows(where, events)
        + " ORDER BY customer, invoice NULLS LAST, kind <> 0, epoch_day NULLS LAST, place, kind,"
        + " text NULLS FIRST, minor NULLS FIRST, channel NULLS FIRST, json NULLS FIRST";
  }

  /**
   * The sorted rows, each with marks that tell whether customer and number differ from those of the
   * row before, so that texts that repeat need not be made again. DuckDB looks at the rows while it
   * hands them out, and does not say whether it ended or failed. So a last row follows, of the kind
   * {@link Kind#END}, which is no part of what is sorted.
   */
  static String marked(String where, String events) {
    return "SELECT *, customer IS DISTINCT FROM lag(customer) OVER (),"
        + " invoice IS DISTINCT FROM lag(invoice) OVER () FROM ("
        + sql(where, events)
        + ") UNION ALL SELECT NULL, 6::TINYINT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
        + " NULL";
  }

  /** The same rows in no order. */
  static String rows(String where) {
    return rows(where, "");
  }

  private static String rows(String where, String events) {
    String restricted = where.isEmpty() ? "" : " WHERE " + where;
    String some =
        events.isEmpty()
            ? restricted
            : " WHERE " + (where.isEmpty() ? "" : where + " AND ") + events;
    return "SELECT customer, kind, invoice, epoch_day, due, minor, text, channel, json, booked"
        + " FROM (SELECT customer, 0::TINYINT AS kind, invoice, "
        + epochDay("issued")
        + " AS epoch_day, "
        + epochDay("due")
        + " AS due, minor, currency AS text, NULL::VARCHAR AS channel, json, -1::BIGINT AS place, "
        + bookedOfJson("issued")
        + " AS booked FROM invoices"
        + restricted
        + " UNION ALL SELECT customer, ("
        + Kind.sql("type")
        + ")::TINYINT, invoice, "
        + epochDay("day")
        + ", NULL::INTEGER, minor,"
        + " CASE type WHEN 'payment' THEN currency WHEN 'step' THEN step WHEN 'dispute' THEN NULL"
        + " WHEN 'other' THEN NULL ELSE type END, channel, json, coalesce(place, 0), "
        + bookedOfJson("day")
        + " FROM events"
        + some
        + " UNION ALL SELECT customer, 5::TINYINT, NULL, NULL, NULL, NULL, NULL, NULL, json, 0,"
        + " NULL FROM customers"
        + restricted
        + ")";
  }

  private static String epochDay(String column) {
    return "(" + column + " - DATE '1970-01-01')::INTEGER";
  }

  /** The day of entry that columns tell; asked only of what has JSON. */
  private static String bookedOfJson(String day) {
    return "CASE WHEN json IS NOT NULL THEN " + epochDay("greatest(" + day + ", booked)") + " END";
  }
}
