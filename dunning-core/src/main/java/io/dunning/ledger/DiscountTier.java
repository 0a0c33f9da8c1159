package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.EarlyPaymentDiscount.OnPartPayment;
import io.dunning.terms.PaymentTerms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One discount of an invoice, with its days as epoch days.
 *
 * @param discount the discount
 * @param lastDay the last day that the customer is told
 * @param lastAccepted the last day on which a payment earns it, grace included
 */
record DiscountTier(EarlyPaymentDiscount discount, long lastDay, long lastAccepted) {

  /** The discounts of terms that count from a day, the one with the fewest days first. */
  static List<DiscountTier> of(PaymentTerms terms, LocalDate issued) {
    LocalDate start = terms.startsOn(issued);
    return terms.discounts().stream().map(d -> of(d, start)).toList();
  }

  private static DiscountTier of(EarlyPaymentDiscount discount, LocalDate start) {
    long last = lastDay(discount, start);
    return new DiscountTier(discount, last, Math.min(last + discount.graceDays(), EpochDay.LAST));
  }

  /** A discount of which the last day lies beyond the calendar never ends. */
  private static long lastDay(EarlyPaymentDiscount discount, LocalDate start) {
    try {
      return discount.lastDay(start).toEpochDay();
    } catch (DateTimeException e) {
      return EpochDay.LAST;
    }
  }

  /** The whole discount on a claim, in minor units. */
  long on(long claim, CurrencyUnit unit) {
    return discount.on(Money.ofMinor(claim, unit)).minorUnits();
  }

  /**
   * What the payments of a day earn beyond what was taken before.
   *
   * @param claim the invoice amount less credits
   * @param paid what was paid before
   * @param taken the discount that was taken before
   * @param now what is paid on the day
   */
  long earned(long claim, long paid, long taken, long now, CurrencyUnit unit) {
    long whole = on(claim, unit);
    long sum = Math.addExact(paid, now);
    long inFull = sum >= claim - whole ? Math.min(claim - sum, whole) - taken : 0;
    return Math.max(Math.max(inFull, 0), share(claim - paid - taken, taken, now, unit));
  }

  /** What a part payment earns. */
  private long share(long open, long taken, long now, CurrencyUnit unit) {
    if (discount.onPartPayment() == OnPartPayment.NOTHING || open <= 0 || now <= 0) {
      return 0;
    }
    return left(taken)
        .map(d -> d.earnedBy(Money.ofMinor(open, unit), Money.ofMinor(now, unit)).minorUnits())
        .orElse(0L);
  }

  /** The discount on what is still open; a fixed amount is less what was taken of it. */
  private Optional<EarlyPaymentDiscount> left(long taken) {
    if (taken == 0 || discount.rate().isPresent()) {
      return Optional.of(discount);
    }
    Money amount = discount.amount().orElseThrow();
    Money rest = amount.minus(Money.ofMinor(taken, amount.currency()));
    return rest.isPositive()
        ? Optional.of(EarlyPaymentDiscount.of(rest, discount.days()).proRata())
        : Optional.empty();
  }

  /** What a payment of all the rest would earn. */
  long offered(long claim, long paid, long taken, CurrencyUnit unit) {
    long open = claim - paid - taken;
    long whole =
        discount.onPartPayment() == OnPartPayment.PRO_RATA && discount.rate().isPresent()
            ? on(open, unit)
            : on(claim, unit) - taken;
    return Math.max(0, Math.min(whole, open));
  }
}
