package io.dunning.compiled;

/** Where in the row of an account its facts are. */
abstract sealed class RowLayout permits PackedRow {
  /** Words before the first invoice. */
  static final int HEAD = 4;

  /** Words of an invoice. */
  static final int WIDTH = 2;

  /** A day that has not been. */
  static final int NONE = Integer.MIN_VALUE;

  /** A day that will not come. */
  static final int NEVER = Integer.MAX_VALUE;

  /** Days beyond some million years do not fit. */
  static final int MOST_DAYS = 1 << 29;

  /** A step on the account as a whole. */
  static final int ON_ACCOUNT = 0;

  /** A step that says only when the customer was contacted: on an invoice that is not open. */
  static final int ELSEWHERE = 0x7FFF;

  /** A person decided about a step. */
  static final int DECIDED = 1;

  /**
   * Money moved since the promise, or a write-off was reversed, so that nobody knows from these
   * numbers whether it was kept.
   */
  static final int MOVED_SINCE_PROMISE = 2;

  /** The customer has contact persons. */
  static final int PERSONS = 4;

  /** Some step was recorded on an open invoice. */
  static final int INVOICE_STEPS = 8;

  /** An invoice is disputed. */
  static final int DISPUTED = 16;

  /** Steps were withdrawn, or recorded on invoices. */
  static final int STEPS_APART = 32;

  /** Money moved, or an invoice is over-paid. */
  static final int CREDITS = 64;

  /** Charges were recorded. */
  static final int CHARGED = 128;

  /** An invoice is over-paid, and what is left may pay charges. */
  static final int OVERPAID = 256;

  /** An invoice was paid or given up. */
  static final int SETTLED = 512;

  /** Something happened to an open invoice, other than that it is disputed. */
  static final int EVENTFUL = 1024;

  /**
   * What a payment leaves open is not told by what is open: an open invoice offers a discount, or
   * money was paid back.
   */
  static final int PAID_BY_BOOKS = 2048;

  /**
   * A dispute was recorded on the account, or ended on an open invoice, so that nobody knows from
   * these numbers what was owed in between.
   */
  static final int CONTESTED = 4096;

  static final int MOST_STEPS = 0xFFFFF;
  static final int CURRENCY_SHIFT = 8;
  private static final int CURRENCY_MASK = 0xFF;
  static final int INVOICES_SHIFT = 16;
  static final int STEPS_SHIFT = 32;
  static final int GROUP_SHIFT = 52;

  /** The number of the currency in the first word of a row. */
  static int currency(long head) {
    return (int) head >> CURRENCY_SHIFT & CURRENCY_MASK;
  }

  /** The number of steps in the first word of a row. */
  static int steps(long head) {
    return (int) (head >>> STEPS_SHIFT) & MOST_STEPS;
  }

  /** The group of the customer in the first word of a row. */
  static int group(long head) {
    return (int) (head >>> GROUP_SHIFT) & CustomerGroups.OTHERS;
  }

  /** The number of open invoices in the first word of a row. */
  static int invoices(long head) {
    return (int) head >>> INVOICES_SHIFT & ELSEWHERE;
  }

  /** The place in the account of an open invoice, which stands behind the end of a kept row. */
  static int place(long[] row, int end, int invoice) {
    return (int) (row[end + (invoice >> 1)] >>> ((invoice & 1) << 5));
  }
}
