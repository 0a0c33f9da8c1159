package io.dunning.scale;

/** A row of a portfolio: an invoice, an event or the customer. One object serves all rows. */
final class PortfolioRow {
  /** The day of a row that has none. */
  static final int NO_DAY = Integer.MIN_VALUE;

  /** What it is, of {@link Kind}. */
  int kind;

  /** The number of the invoice; null if the row is about the account. */
  String number;

  /** Whether there is a day. */
  boolean isDated;

  /** The epoch day of the event, or on which the invoice was issued; 0 without one. */
  int day;

  boolean hasDue;

  /** The epoch day on which an invoice is due; 0 without one. */
  int due;

  boolean hasMinor;

  /** The amount in minor units; 0 without one. */
  long minor;

  /** The currency of an invoice or payment, or the name of a step; or null. */
  String text;

  /** How a step went out; or null. */
  String channel;

  /** What columns do not tell; or null. */
  String json;

  /** Of a row with JSON, the epoch day on which it was entered, as the columns tell. */
  int booked;
}
