package io.dunning.event;

/** Who was reached by a contact. */
public enum Reached {
  /** Not recorded. */
  UNKNOWN("somebody"),
  /** No connection: busy, out of service, unknown number. */
  NOT_CONNECTED("no line"),
  /** Nobody answered. */
  NOBODY("nobody"),
  /** The other side ended it before the matter was named. */
  CUT_OFF("somebody who hung up"),
  /** Somebody who cannot decide, or a machine that took a message. */
  ANOTHER_PERSON("another person"),
  /** The one who deals with the invoice. */
  RIGHT_PERSON("the right person"),
  /** The owner, or whoever answers for the customer as a whole. */
  OWNER("the owner");

  private final String words;

  Reached(String words) {
    this.words = words;
  }

  /** Such as {@code the right person}. */
  @Override
  public String toString() {
    return words;
  }
}
