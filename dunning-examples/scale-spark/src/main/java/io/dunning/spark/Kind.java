package io.dunning.spark;

import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** What a row of a portfolio is. */
enum Kind {
  INVOICE("invoice"),
  PAYMENT("payment"),
  STEP("step"),
  DISPUTE("dispute"),
  /** Any other event, told as JSON. */
  OTHER("other"),
  /** The customer, told as JSON. */
  CUSTOMER("customer"),
  /** A word that the column {@code type} of events must not have. */
  UNKNOWN("");

  /** What the column {@code type} of events may say. */
  static final String WORDS = "payment, step, dispute or other";

  private static final Kind[] ALL = values();

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  byte code() {
    return (byte) ordinal();
  }

  static Kind of(byte code) {
    return ALL[code];
  }

  /** The code of the kind that a column of words names. */
  static Column code(Column type) {
    Column code = null;
    for (Kind each : new Kind[] {PAYMENT, STEP, DISPUTE, OTHER}) {
      code =
          code == null
              ? when(type.equalTo(each.word), each.code())
              : code.when(type.equalTo(each.word), each.code());
    }
    return code.otherwise(UNKNOWN.code());
  }
}
