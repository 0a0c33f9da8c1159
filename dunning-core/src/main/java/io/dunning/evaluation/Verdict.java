package io.dunning.evaluation;

/** What is to be done, in one word. */
public enum Verdict {
  /** Nothing is overdue, or the grace period is not over. */
  NOT_DUE("not due"),
  /** Something is overdue, but the next step has to wait. */
  WAIT("wait"),
  /** A hold, a dispute, a promise or the policy keeps everything back. */
  HOLD("hold"),
  /** A step is due; it may be taken once a person has approved it. */
  AWAIT_APPROVAL("await approval"),
  /** Take the step. */
  ACT("act"),
  /** Something is overdue, but no step is left. */
  EXHAUSTED("exhausted"),
  /** Nothing is owed. */
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
