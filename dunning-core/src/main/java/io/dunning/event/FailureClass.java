package io.dunning.event;

/**
 * What kind of failure a decline or return code stands for. The sorting into classes is this
 * library's own reading of what processors and banks publish; no scheme has these classes.
 */
public enum FailureClass {
  /** Another try may work: too little money, a limit, no reason given. */
  SOFT("soft"),
  /** No try will work: the card is lost, the holder is dead, the law forbids it. */
  HARD("hard"),
  /** The account or card is closed, wrong or cannot be debited: another one is needed. */
  ACCOUNT("account"),
  /** There is no valid mandate, or it was revoked: a new one is needed. */
  MANDATE("mandate"),
  /** The customer contests the collection: ask before anything else. */
  DISPUTE("dispute"),
  /** Something went wrong on the way: mend it, and collect again. */
  TECHNICAL("technical"),
  /** The code is not in the table, or there is none. */
  UNKNOWN("unknown");

  private final String words;

  FailureClass(String words) {
    this.words = words;
  }

  /** Such as {@code soft}. */
  @Override
  public String toString() {
    return words;
  }
}
