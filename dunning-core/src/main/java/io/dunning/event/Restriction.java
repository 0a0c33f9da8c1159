package io.dunning.event;

/** A state in which only steps that allow it may be taken. */
public enum Restriction {
  /** Insolvency proceedings are open. */
  INSOLVENCY("insolvent"),
  /** A moratorium gives the debtor time, by law or by order. */
  BREATHING_SPACE("in a breathing space"),
  /** The debtor asked not to be contacted any more. */
  CEASE_CONTACT("not to be contacted"),
  /** The debtor died. */
  DECEASED("deceased"),
  /** An agency or a court deals with the debt. */
  HANDED_OVER("handed over");

  private final String words;

  Restriction(String words) {
    this.words = words;
  }

  /** Such as {@code handed over}. */
  @Override
  public String toString() {
    return words;
  }
}
