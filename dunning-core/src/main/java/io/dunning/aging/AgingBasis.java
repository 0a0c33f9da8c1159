package io.dunning.aging;

/** The date from which an item's age is counted. */
public enum AgingBasis {
  /** Count from the due date. An item due today is not overdue yet and has age 0. */
  DUE_DATE("due date"),
  /**
   * Count from the invoice date. An item issued today has age 0, and there is no "not due" band.
   */
  ISSUE_DATE("issue date");

  private final String words;

  AgingBasis(String words) {
    this.words = words;
  }

  /** Returns the basis in words, such as {@code due date}. */
  @Override
  public String toString() {
    return words;
  }
}
