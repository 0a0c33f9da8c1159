package io.dunning.settlement;

import io.dunning.text.ConstantWords;

/** The ways to deal with an old debt, mildest first. */
public enum Route {
  /** The creditor keeps asking for payment. */
  KEEP_ASKING,
  /** The creditor offers to settle for less. */
  SETTLE,
  /** An agency collects for a share of the money. */
  AGENCY,
  /** A court decides. */
  COURT,
  /** Somebody buys the claim. */
  SELL,
  /** The creditor gives the debt up. */
  WRITE_OFF;

  /** Returns the route in words, such as {@code keep asking}. */
  @Override
  public String toString() {
    return ConstantWords.of(this);
  }
}
