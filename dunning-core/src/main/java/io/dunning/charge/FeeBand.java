package io.dunning.charge;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a {@link LateFee} charges on a base of at least a certain amount. Immutable and thread-safe.
 *
 * @param from the least base, included; its currency is that of the band
 * @param flat a flat amount; may be zero
 * @param share a share of the base; may be zero
 */
public record FeeBand(Money from, Money flat, Percentage share) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What is charged on a base of at least a certain amount.
   *
   * @param from the least base, included; its currency is that of the band
   * @param flat a flat amount; may be zero
   * @param share a share of the base; may be zero
   * @throws IllegalArgumentException if anything is negative
   * @throws io.dunning.money.CurrencyMismatchException if the currencies are unlike
   */
  public FeeBand {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(flat, "flat");
    Objects.requireNonNull(share, "share");
    from.plus(flat);
    if (from.isNegative() || flat.isNegative() || share.value().signum() < 0) {
      throw new IllegalArgumentException(
          "band is negative: from " + from + ", " + flat + ", " + share);
    }
  }

  Money of(Money base, Rounding rounding) {
    return flat.plus(share.of(base, rounding));
  }

  /** Such as {@code 5.00 EUR + 2% from 100.00 EUR}. */
  @Override
  public String toString() {
    return words(flat, share) + (from.isZero() ? "" : " from " + from);
  }

  private static String words(Money flat, Percentage share) {
    if (share.value().signum() == 0) {
      return flat.toString();
    }
    return flat.isZero() ? share.toString() : flat + " + " + share;
  }
}
