package io.dunning.terms;

import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.terms.EarlyPaymentDiscount.OnPartPayment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Works out what a discount takes off. */
final class DiscountAmount {
  private DiscountAmount() {}

  /** Returns what the discount takes off an invoice that is paid in full and in time. */
  static Money on(EarlyPaymentDiscount discount, Money invoice) {
    if (discount.rate().isPresent()) {
      return discount.rate().get().of(invoice, Rounding.HALF_UP);
    }
    Money off = discount.amount().orElseThrow();
    if (!off.currency().equals(invoice.currency()) || !invoice.isPositive()) {
      return Money.zero(invoice.currency());
    }
    return off.compareTo(invoice) > 0 ? invoice : off;
  }

  /** Returns what a payment in time earns; zero if it earns nothing. */
  static Money earnedBy(EarlyPaymentDiscount discount, Money open, Money payment) {
    Money whole = on(discount, open);
    Money net = open.minus(whole);
    if (payment.compareTo(net) >= 0) {
      Money rest = open.minus(payment);
      return rest.isNegative()
          ? Money.zero(rest.currency())
          : rest.compareTo(whole) < 0 ? rest : whole;
    }
    if (discount.onPartPayment() == OnPartPayment.NOTHING || !net.isPositive()) {
      return Money.zero(open.currency());
    }
    BigDecimal share =
        new BigDecimal(
                BigInteger.valueOf(payment.minorUnits())
                    .multiply(BigInteger.valueOf(whole.minorUnits())))
            .divide(BigDecimal.valueOf(net.minorUnits()), 0, RoundingMode.HALF_UP);
    return Money.ofMinor(share.longValueExact(), open.currency());
  }

  /**
   * Whether a discount takes off less than another. A percentage and an amount cannot be compared
   * without an invoice; then this is true.
   */
  static boolean isLess(EarlyPaymentDiscount discount, EarlyPaymentDiscount other) {
    if (discount.rate().isPresent() && other.rate().isPresent()) {
      return discount.rate().get().compareTo(other.rate().get()) < 0;
    }
    if (discount.amount().isPresent() && other.amount().isPresent()) {
      return discount.amount().get().compareTo(other.amount().get()) < 0;
    }
    return true;
  }
}
