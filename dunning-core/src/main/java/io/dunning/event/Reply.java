package io.dunning.event;

/** The gist of a customer's reply. */
public enum Reply {
  /** More time is asked for. */
  ASKS_FOR_TIME("asks for time"),
  /** The debt is contested by word of mouth; no dispute is recorded yet. */
  DISPUTES("disputes the debt"),
  /** Payment is announced; no promise with a day is recorded. */
  PROMISES("promises to pay"),
  /** Payment is refused. */
  REFUSES("refuses to pay"),
  /** An answer without a reason, or another one. */
  OTHER("says something else");

  private final String words;

  Reply(String words) {
    this.words = words;
  }

  /** Such as {@code asks for time}. */
  @Override
  public String toString() {
    return words;
  }
}
