package io.dunning.charge;

/**
 * An amount by what it pays, in minor units. Shares are negative where money was paid back.
 *
 * @param costs what pays fees and other costs
 * @param interest what pays interest
 * @param principal what pays the debt itself
 */
record Shares(long costs, long interest, long principal) {
  static final Shares NONE = new Shares(0, 0, 0);

  long of(Claim claim) {
    return switch (claim) {
      case COSTS -> costs;
      case INTEREST -> interest;
      case PRINCIPAL -> principal;
    };
  }

  Shares plus(Claim claim, long amount) {
    if (amount == 0) {
      return this;
    }
    return switch (claim) {
      case COSTS -> new Shares(costs + amount, interest, principal);
      case INTEREST -> new Shares(costs, interest + amount, principal);
      case PRINCIPAL -> new Shares(costs, interest, principal + amount);
    };
  }

  Shares minus(Claim claim, long amount) {
    return plus(claim, -amount);
  }

  Shares negated() {
    return new Shares(-costs, -interest, -principal);
  }

  /** What pays fees and interest. */
  long charges() {
    return costs + interest;
  }

  long sum() {
    return costs + interest + principal;
  }
}
