package io.dunning.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How an exact result becomes a whole number of minor units. There is no default: it is named. */
public enum Rounding {
  /** To the nearest, ties away from zero: the commercial rule. */
  HALF_UP(RoundingMode.HALF_UP),
  /** To the nearest, ties to the even neighbour. */
  HALF_EVEN(RoundingMode.HALF_EVEN),
  /** Away from zero. */
  UP(RoundingMode.UP),
  /** Towards zero. */
  DOWN(RoundingMode.DOWN);

  private final RoundingMode mode;

  Rounding(RoundingMode mode) {
    this.mode = mode;
  }

  /**
   * Rounds to a number of decimals.
   *
   * @param exact the exact value
   * @param decimals how many decimals to keep
   * @return the rounded value, with exactly that scale
   */
  public BigDecimal round(BigDecimal exact, int decimals) {
    return exact.setScale(decimals, mode);
  }
}
