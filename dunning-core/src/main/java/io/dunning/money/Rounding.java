package io.dunning.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How to round an exact result to minor units. There is no default; you always name one. */
public enum Rounding {
  /** To the nearest value; a half goes away from zero. This is the usual commercial rule. */
  HALF_UP(RoundingMode.HALF_UP),
  /** To the nearest value; a half goes to the even neighbour ("banker's rounding"). */
  HALF_EVEN(RoundingMode.HALF_EVEN),
  /** Away from zero: 0.121 becomes 0.13. */
  UP(RoundingMode.UP),
  /** Towards zero: 0.129 becomes 0.12. */
  DOWN(RoundingMode.DOWN);

  private final RoundingMode mode;

  Rounding(RoundingMode mode) {
    this.mode = mode;
  }

  /**
   * {@return a value rounded to exactly so many decimals}
   *
   * @param exact the exact value
   * @param decimals how many decimals to keep
   */
  public BigDecimal round(BigDecimal exact, int decimals) {
    return exact.setScale(decimals, mode);
  }
}
