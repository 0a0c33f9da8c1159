package io.dunning.behaviour;

import io.dunning.text.ConstantWords;

/**
 * How a customer pays, in one word, best first. The limits are common in the trade; no law
 * prescribes them. Until so many invoices were settled as a {@linkplain ProfileScope#leastSettled
 * judgement needs}, three unless set, only a loss or a long overdue invoice tells.
 */
public enum RiskBand {
  /** At most 10 percent of the settled invoices were late. */
  PROMPT,
  /** More than 10 and at most 40 percent of the settled invoices were late. */
  SOMETIMES_LATE,
  /** Too few invoices were settled to judge by, none was written off, and none is long overdue. */
  UNKNOWN,
  /** More than 40 and at most 75 percent of the settled invoices were late. */
  OFTEN_LATE,
  /** More than 75 percent of the settled invoices were late. */
  CHRONIC,
  /**
   * Enough invoices were settled, more than ten days after the due date on average; or an invoice
   * was written off, or one is more than 90 days overdue now.
   */
  SEVERE;

  /** The upper limits of the bands by share of late invoices, in percent, included. */
  private static final int[] LIMITS = {10, 40, 75};

  private static final RiskBand[] BANDS = {PROMPT, SOMETIMES_LATE, OFTEN_LATE, CHRONIC};

  static RiskBand of(PaymentProfile profile) {
    if (profile.longOverdue() > 0 || profile.writtenOff() > 0) {
      return SEVERE;
    }
    if (profile.settled() < profile.leastSettled()) {
      return UNKNOWN;
    }
    if (profile.isAverageMoreThan(10)) {
      return SEVERE;
    }
    int band = 0;
    while (band < LIMITS.length && isMoreThan(profile, LIMITS[band])) {
      band++;
    }
    return BANDS[band];
  }

  private static boolean isMoreThan(PaymentProfile profile, int percent) {
    return 100L * profile.late() > (long) percent * profile.settled();
  }

  /** Returns the band in words, such as {@code sometimes late}. */
  @Override
  public String toString() {
    return ConstantWords.of(this);
  }
}
