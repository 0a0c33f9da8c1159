package io.dunning.compiled;

/** What the compiled decider finds: each is one way in which a rule of {@code Decider} decides. */
public enum Finding {
  /** Nothing is open. */
  CLOSED,
  /** Everything that is open is held. */
  HELD,
  /** No invoice is issued yet. */
  NOT_ISSUED,
  /** The oldest free item is not past its due date. */
  NOT_DUE,
  /** The oldest free item is past its due date, but within grace. */
  IN_GRACE,
  /** What is overdue misses the minimum of the policy. */
  BELOW_MINIMUM,
  /** No step is left. */
  LADDER_DONE,
  /** The next step is not reached. */
  TOO_EARLY,
  /** What is overdue misses the minimum of the next step. */
  STEP_BELOW_MINIMUM,
  /** The last contact is too recent for the next step. */
  CONTACT_TOO_SOON,
  /** Rules of contact do not allow the next step today. */
  CONTACT_NOT_ALLOWED,
  /** The next step is to be taken. */
  DUE,
  /** The next step is to be taken once a person approves it. */
  DUE_ONCE_APPROVED
}
