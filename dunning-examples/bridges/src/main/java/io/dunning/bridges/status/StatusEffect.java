package io.dunning.bridges.status;

import java.util.Locale;

/**
 * What a status comes to for a ledger. No status is a payment: money is in the books when the bank
 * says so.
 */
public enum StatusEffect {
  /** Nothing that a ledger should know, or nothing certain. */
  NONE,
  /** The buyer can read the invoice. */
  DELIVERED,
  /** The buyer works on the invoice, or accepts it: so it was delivered. */
  ACKNOWLEDGED,
  /** The buyer did not get the invoice. */
  NOT_DELIVERED,
  /** The buyer contests all of it. */
  DISPUTE,
  /**
   * The buyer contests a part of it. As long as nobody says how much, all of it counts as
   * contested: nobody is chased for what may be contested.
   */
  DISPUTE_PART,
  /** The buyer waits for something from the seller. */
  HOLD,
  /** The buyer says that a payment is under way. */
  PROMISE,
  /** The invoice was cancelled. */
  VOID;

  /** Such as {@code dispute part}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
