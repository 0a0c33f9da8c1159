package io.dunning.scale;

/** What a row of a portfolio is, as a number that DuckDB can sort by. */
final class Kind {
  static final int INVOICE = 0;
  static final int PAYMENT = 1;
  static final int STEP = 2;
  static final int DISPUTE = 3;

  /** Any other event, told as JSON. */
  static final int OTHER = 4;

  /** The customer, told as JSON. */
  static final int CUSTOMER = 5;

  /** A word that the column {@code type} must not have. */
  static final int UNKNOWN = -1;

  /** What the column {@code type} of events may say. */
  static final String WORDS = "payment, step, dispute or other";

  private Kind() {}

  /** The kind as an expression of SQL. */
  static String sql(String column) {
    return "CASE "
        + column
        + " WHEN 'payment' THEN 1 WHEN 'step' THEN 2 WHEN 'dispute' THEN 3 WHEN 'other' THEN 4"
        + " ELSE -1 END";
  }
}
