package io.dunning.charge;

/** What a payment can pay inside one debt. */
enum Claim {
  COSTS,
  INTEREST,
  PRINCIPAL
}
