package io.dunning.evaluation;

/**
 * The rule that decided. Rules are asked in the order of their numbers, which are those of the
 * algorithm's description; the first that applies decides.
 */
public enum Rule {
  /** Nothing is open. */
  CLOSED(1, "closed"),
  /** Nothing is open, and the customer is to be thanked for the payment. */
  THANKS(1, "thanks"),
  /** Everything is held. */
  HELD(2, "held"),
  /** Nothing is issued yet. */
  NOT_ISSUED(3, "not issued"),
  /** The due date is not over. */
  NOT_DUE(3, "not due"),
  /** Time was granted, and it is not over. */
  DEFERRED(3, "deferred"),
  /** The grace period is not over. */
  IN_GRACE(3, "in grace"),
  /** Credits cover what is overdue. */
  COVERED(4, "covered by credits"),
  /** What is overdue does not reach the minimum of the policy. */
  BELOW_MINIMUM(5, "below the minimum"),
  /** Which step is the next; it explains why others were left out and never decides by itself. */
  CANDIDATE(6, "candidate step"),
  /** No step of the ladder is left. */
  LADDER_DONE(6, "ladder done"),
  /** The day of the next step is unknown. */
  DAY_UNKNOWN(7, "day unknown"),
  /** The day of the next step is unknown, because the calendar has come to its end. */
  CALENDAR_OVER(7, "calendar over"),
  /** The next step is not reached yet. */
  TOO_EARLY(7, "too early"),
  /** What is overdue does not reach the minimum of the step. */
  STEP_BELOW_MINIMUM(8, "below the minimum of the step"),
  /** Something has to come about before the step. */
  PREREQUISITE_MISSING(9, "prerequisite missing"),
  /** The last contact is too recent. */
  CONTACT_TOO_SOON(10, "contact too soon"),
  /** Rules of contact, or the customer, forbid the step today. */
  CONTACT_NOT_ALLOWED(11, "contact not allowed"),
  /** A receipt that is not booked may be the payment that the step asks for. */
  RECEIPT_PROPOSED(12, "receipt proposed"),
  /** The invoice is collected by direct debit or card, and no collection has failed. */
  COLLECTION_AWAITED(12, "collection awaited"),
  /** The bank data are too old to be sure that nobody has paid. */
  BANK_DATA_STALE(12, "bank data stale"),
  /** The step is due. */
  DUE(13, "due"),
  /** The step is due because a promise or a plan was broken. */
  BROUGHT_FORWARD(13, "brought forward"),
  /** The last step is due once more. */
  REPEATS(13, "repeats");

  private final int number;
  private final String words;

  Rule(int number, String words) {
    this.number = number;
    this.words = words;
  }

  /**
   * The number of the rule in the description of the algorithm.
   *
   * @return from 1 to 13
   */
  public int number() {
    return number;
  }

  /** Such as {@code too early}. */
  @Override
  public String toString() {
    return words;
  }
}
