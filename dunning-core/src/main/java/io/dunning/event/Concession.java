package io.dunning.event;

/** What a creditor grants to a customer who does not pay yet, and what may run out. */
public enum Concession {
  /** A promise to pay is accepted. */
  PROMISE("promise"),
  /** A payment plan is agreed. */
  PLAN("payment plan"),
  /** The steps count from a later day. */
  DEFERRAL("deferral"),
  /** The creditor holds the debt back. */
  HOLD("hold");

  private final String words;

  Concession(String words) {
    this.words = words;
  }

  /** Such as {@code payment plan}. */
  @Override
  public String toString() {
    return words;
  }
}
