package io.dunning.aging;

/** The date from which the age of an item is counted. */
public enum AgingBasis {
  /** From the due date: an item due today is not due yet and has age 0. */
  DUE_DATE("due date"),
  /** From the invoice date: an item issued today has age 0, and there is no "not due". */
  ISSUE_DATE("issue date");

  private final String words;

  AgingBasis(String words) {
    this.words = words;
  }

  /** Such as {@code due date}. */
  @Override
  public String toString() {
    return words;
  }
}
