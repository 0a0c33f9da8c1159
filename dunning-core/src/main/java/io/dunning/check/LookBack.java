package io.dunning.check;

/**
 * How far back findings and invariants look at what happened.
 *
 * @param paymentDays for how many days a payment matters
 * @param contactDays for how many days contacts are counted; 0 if nothing counts them
 */
record LookBack(int paymentDays, int contactDays) {
  /** Nothing looks back. */
  static final LookBack NONE = new LookBack(0, 0);
}
