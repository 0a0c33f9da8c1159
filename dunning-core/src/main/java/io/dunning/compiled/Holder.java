package io.dunning.compiled;

/** What holds a packed standing. */
public enum Holder {
  /** A hold that was recorded in the ledger. */
  RECORDED,
  /** A dispute. */
  DISPUTE,
  /** A promise to pay. */
  PROMISE
}
