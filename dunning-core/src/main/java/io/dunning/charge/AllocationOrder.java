package io.dunning.charge;

import io.dunning.grammar.Grammar;
import io.dunning.money.Money;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** What a payment pays first inside one debt. {@link DebtOrder} says which debt it pays. */
public enum AllocationOrder {
  /** Costs, then interest, then principal: German Civil Code 367(1), Korean Civil Act 479(1). */
  COSTS_INTEREST_PRINCIPAL(
      "costs, then interest, then principal",
      List.of(Claim.COSTS, Claim.INTEREST, Claim.PRINCIPAL)),
  /** Costs, then principal, then interest: consumer credit in Germany, Civil Code 497(3). */
  COSTS_PRINCIPAL_INTEREST(
      "costs, then principal, then interest",
      List.of(Claim.COSTS, Claim.PRINCIPAL, Claim.INTEREST)),
  /**
   * Interest, then principal, then costs: the "United States Rule" (Story v. Livingston, 38 U.S.
   * 359), by which unpaid interest is not added to principal. Our source for it is weak.
   */
  INTEREST_PRINCIPAL_COSTS(
      "interest, then principal, then costs",
      List.of(Claim.INTEREST, Claim.PRINCIPAL, Claim.COSTS)),
  /** Principal first, the default: an invoice is paid once its amount has come in. */
  PRINCIPAL_INTEREST_COSTS(
      "principal, then interest, then costs",
      List.of(Claim.PRINCIPAL, Claim.INTEREST, Claim.COSTS));

  private final String words;
  private final List<Claim> order;

  AllocationOrder(String words, List<Claim> order) {
    this.words = words;
    this.order = order;
  }

  /** Whether a payment pays the principal before any charge. */
  boolean isPrincipalFirst() {
    return order.get(0) == Claim.PRINCIPAL;
  }

  /** What is paid, first to last. */
  List<Claim> claims() {
    return order;
  }

  /**
   * A payment by what it pays. The parts add up to the payment.
   *
   * @param toCosts what pays fees and other costs
   * @param toInterest what pays interest
   * @param toPrincipal what pays the debt itself
   * @param unapplied what is left over
   */
  public record Split(Money toCosts, Money toInterest, Money toPrincipal, Money unapplied)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The parts of a payment.
     *
     * @param toCosts what pays fees and other costs
     * @param toInterest what pays interest
     * @param toPrincipal what pays the debt itself
     * @param unapplied what is left over
     */
    public Split {
      Objects.requireNonNull(toCosts, "toCosts");
      Objects.requireNonNull(toInterest, "toInterest");
      Objects.requireNonNull(toPrincipal, "toPrincipal");
      Objects.requireNonNull(unapplied, "unapplied");
    }
  }

  /**
   * Divides a payment among costs, interest and principal.
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
    payment.plus(costs).plus(interest).plus(principal);
    if (payment.isNegative()
        || costs.isNegative()
        || interest.isNegative()
        || principal.isNegative()) {
      throw new IllegalArgumentException("amount to allocate is negative");
    }
    Shares owed = new Shares(costs.minorUnits(), interest.minorUnits(), principal.minorUnits());
    Shares paid = Shares.NONE;
    long left = payment.minorUnits();
    for (Claim claim : order) {
      long part = Math.min(left, owed.of(claim));
      paid = paid.plus(claim, part);
      left -= part;
    }
    return new Split(
        Money.ofMinor(paid.costs(), payment.currency()),
        Money.ofMinor(paid.interest(), payment.currency()),
        Money.ofMinor(paid.principal(), payment.currency()),
        Money.ofMinor(left, payment.currency()));
  }

  /**
   * Reads an order in the words that it prints; capital letters do not matter.
   *
   * @param text such as {@code costs, then interest, then principal}
   * @return the order
   * @throws io.dunning.sentence.SentenceException if the text is no order of allocation
   */
  public static AllocationOrder parse(String text) {
    return Orders.ALL.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed, after the constants. */
  private static final class Orders {
    static final Grammar<AllocationOrder> ALL =
        Grammar.of("an order of allocation", List.of(values()));
  }

  /** Such as {@code costs, then interest, then principal}. */
  @Override
  public String toString() {
    return words;
  }
}
