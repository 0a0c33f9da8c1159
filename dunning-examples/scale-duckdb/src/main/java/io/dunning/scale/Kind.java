package io.dunning.scale;

import java.util.List;

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

  /** The end of all rows. */
  static final int END = 6;

  /** A word that the column {@code type} must not have. */
  static final int UNKNOWN = -1;

  /** What the column {@code type} of events may say. */
  static final String WORDS = "payment, step, dispute or other";

  private static final List<String> WORD_OF = List.of("invoice", "payment", "step", "dispute");

  private Kind() {}

  /** The word for what columns tell: an invoice, or an event as in the column {@code type}. */
  static String word(int kind) {
    return WORD_OF.get(kind);
  }

  /** The kind as an expression of SQL. */
  static String sql(String column) {
    return "CASE "
        + column
        + " WHEN 'payment' THEN 1 WHEN 'step' THEN 2 WHEN 'dispute' THEN 3 WHEN 'other' THEN 4"
        + " ELSE -1 END";
  }
}
