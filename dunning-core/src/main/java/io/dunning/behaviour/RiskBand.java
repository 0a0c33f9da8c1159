package io.dunning.behaviour;

import java.util.Locale;

/**
 * A customer in one word, by how it paid, best first. The limits are usual ones, not a law: late at
 * most one invoice in ten is prompt, more than three in four is chronic, and more than ten days
 * against the due date on average is severe, as is an invoice more than 90 days overdue now or
 * written off.
 */
public enum RiskBand {
  /** At most a tenth of the settled invoices was late. */
  PROMPT,
  /** More than a tenth, at most 40 percent. */
  SOMETIMES_LATE,
  /** Nothing was settled and nothing is long overdue: nobody can say. */
  UNKNOWN,
  /** More than 40 percent, at most three quarters. */
  OFTEN_LATE,
  /** More than three quarters. */
  CHRONIC,
  /**
   * On average more than ten days late, or an invoice is more than 90 days overdue now, or was
   * written off.
   */
  SEVERE;

  /** In percent. */
  private static final int[] LIMITS = {10, 40, 75};

  private static final RiskBand[] BANDS = {PROMPT, SOMETIMES_LATE, OFTEN_LATE, CHRONIC};

  static RiskBand of(PaymentProfile profile) {
    boolean lost = profile.longOverdue() > 0 || profile.writtenOff() > 0;
    if (lost || profile.isAverageMoreThan(10)) {
      return SEVERE;
    }
    if (profile.settled() == 0) {
      return UNKNOWN;
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

  /** Such as {@code sometimes late}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
