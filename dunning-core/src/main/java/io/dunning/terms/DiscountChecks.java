package io.dunning.terms;

import io.dunning.terms.EarlyPaymentDiscount.Counted;
import java.math.BigDecimal;

/** Refuses a discount that cannot be. */
final class DiscountChecks {
  private DiscountChecks() {}

  /** Throws {@link IllegalArgumentException} if a part of the discount is out of range. */
  static void check(EarlyPaymentDiscount discount) {
    if (discount.rate().isPresent() == discount.amount().isPresent()) {
      throw new IllegalArgumentException(
          "discount needs either a percentage or an amount, and not both");
    }
    boolean rateFits =
        discount
            .rate()
            .map(r -> r.value().signum() > 0 && r.value().compareTo(BigDecimal.valueOf(100)) < 0)
            .orElse(true);
    if (!rateFits) {
      throw new IllegalArgumentException(
          "discount is not between 0% and 100%: " + discount.rate().get());
    }
    if (discount.amount().map(a -> !a.isPositive()).orElse(false)) {
      throw new IllegalArgumentException(
          "discount is not more than zero: " + discount.amount().get());
    }
    if (discount.days() < 0 || discount.graceDays() < 0) {
      throw new IllegalArgumentException(
          "discount days are negative: " + Math.min(discount.days(), discount.graceDays()));
    }
    if (discount.counted() == Counted.DAY_OF_NEXT_MONTH
        && (discount.days() < 1 || discount.days() > 31)) {
      throw new IllegalArgumentException(
          "day of month is not between 1 and 31: " + discount.days());
    }
  }
}
