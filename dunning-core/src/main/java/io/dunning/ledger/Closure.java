package io.dunning.ledger;

/** Why nothing is owed on an invoice any more, or that something still is. */
public enum Closure {
  /** Something is owed. */
  OPEN("open"),
  /** Paid or credited in full, or a credit note that never was a debt. */
  SETTLED("settled"),
  /** Given up in the books. */
  WRITTEN_OFF("written off"),
  /** Cancelled. */
  VOIDED("voided");

  private final String words;

  Closure(String words) {
    this.words = words;
  }

  /** Such as {@code written off}. */
  @Override
  public String toString() {
    return words;
  }
}
