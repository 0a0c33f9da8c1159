package io.dunning.charge;

import io.dunning.money.Money;
import java.io.Serializable;
import java.util.List;

/** What a payment pays first, inside one debt. Which debt it pays is {@link DebtOrder}'s. */
public enum AllocationOrder {
  /** Costs, then interest, then principal: German Civil Code 367(1), Korean Civil Act 479(1). */
  COSTS_INTEREST_PRINCIPAL("costs, then interest, then principal", List.of(0, 1, 2)),
  /** Costs, then principal, then interest: consumer credit in Germany, Civil Code 497(3). */
  COSTS_PRINCIPAL_INTEREST("costs, then principal, then interest", List.of(0, 2, 1)),
  /**
   * Interest, then principal, then costs: the "United States Rule" (Story v. Livingston, 38 U.S.
   * 359), by which unpaid interest is not added to principal. Our source for it is weak.
   */
  INTEREST_PRINCIPAL_COSTS("interest, then principal, then costs", List.of(1, 2, 0)),
  /** Principal first, as books do that keep charges beside their invoices. */
  PRINCIPAL_INTEREST_COSTS("principal, then interest, then costs", List.of(2, 1, 0));

  private final String words;
  private final List<Integer> order;

  AllocationOrder(String words, List<Integer> order) {
    this.words = words;
    this.order = order;
  }

  /** The places to pay, first to last: 0 costs, 1 interest, 2 principal. */
  List<Integer> places() {
    return order;
  }

  /**
   * A payment, taken apart. The parts add up to the payment.
   *
   * @param toCosts what pays fees and other costs
   * @param toInterest what pays interest
   * @param toPrincipal what pays the debt itself
   * @param unapplied what is left over
   */
  public record Split(Money toCosts, Money toInterest, Money toPrincipal, Money unapplied)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Takes a payment apart, to the cent.
   *
   * @param payment the payment, not negative
   * @param costs the costs that are owed
   * @param interest the interest that is owed
   * @param principal the principal that is owed
   * @return the parts
   * @throws io.dunning.money.CurrencyMismatchException if the currencies are unlike
   * @throws IllegalArgumentException if an amount is negative
   */
  public Split split(Money payment, Money costs, Money interest, Money principal) {
    long[] owed = {costs.minorUnits(), interest.minorUnits(), principal.minorUnits()};
    payment.plus(costs).plus(interest).plus(principal);
    if (payment.isNegative()
        || costs.isNegative()
        || interest.isNegative()
        || principal.isNegative()) {
      throw new IllegalArgumentException("amount to allocate is negative");
    }
    long[] paid = new long[3];
    long left = payment.minorUnits();
    for (int place : order) {
      paid[place] = Math.min(left, owed[place]);
      left -= paid[place];
    }
    return new Split(
        Money.ofMinor(paid[0], payment.currency()),
        Money.ofMinor(paid[1], payment.currency()),
        Money.ofMinor(paid[2], payment.currency()),
        Money.ofMinor(left, payment.currency()));
  }

  /** Such as {@code costs, then interest, then principal}. */
  @Override
  public String toString() {
    return words;
  }
}
