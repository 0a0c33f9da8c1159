package io.dunning.evaluation;

/** What is to be done, in one word. */
public enum Verdict {
  /** Nothing is overdue yet: it is not issued or not due, deferred, or in grace. */
  NOT_DUE("not due"),
  /** The next step has to wait. */
  WAIT("wait"),
  /**
   * Something keeps every step back, such as a hold, dispute, promise, plan, offer or restriction.
   */
  HOLD("hold"),
  /** A step is due; it may be taken once a person has approved it. */
  AWAIT_APPROVAL("await approval"),
  /** Take the step. */
  ACT("act"),
  /** Something is overdue, but no step is left. */
  EXHAUSTED("exhausted"),
  /** Nothing is open; charges may be left that are not chased. */
  CLOSED("closed");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** Such as {@code not due}. */
  @Override
  public String toString() {
    return words;
  }
}
