package io.dunning.charge;

import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an invoice has cost by the end of a day, line by line, and what is owed of it.
 *
 * <p>The sums can be checked: the lines less what payments paid of them are the {@link #fees} and
 * {@link #interest} that are owed. What was {@linkplain #assessed assessed} and what is left {@link
 * #toAssess to assess} make up what accrued. Immutable and thread-safe.
 */
public final class AccruedCharges implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Invoice invoice;
  private final LocalDate asOf;
  private final List<ChargeLine> lines;
  private final List<Allocated> allocations;
  private final Owed owed;
  private final Money overdue;
  private final Money assessedInterest;
  private final Money assessedFees;
  private final String missing;

  AccruedCharges(
      Invoice invoice,
      LocalDate asOf,
      List<ChargeLine> lines,
      List<Allocated> allocations,
      Owed owed,
      Money overdue,
      Money assessedInterest,
      Money assessedFees,
      String missing) {
    this.invoice = invoice;
    this.asOf = asOf;
    this.lines = List.copyOf(lines);
    this.allocations = List.copyOf(allocations);
    this.owed = owed;
    this.overdue = overdue;
    this.assessedInterest = assessedInterest;
    this.assessedFees = assessedFees;
    this.missing = missing;
  }

  /**
   * Charges that were found before, such as ones that were stored.
   *
   * @param invoice the invoice
   * @param asOf the day, included
   * @param lines what was charged, and what was given up, by day
   * @param allocations what each payment, credit, discount and refund did, by day
   * @param owed what is owed, by kind
   * @param overdue what of the principal fell due before the day
   * @param assessedInterest interest that must not be assessed again
   * @param assessedFees fees that must not be assessed again
   * @param missing which rate is not known; empty if all is known
   * @return charges that are equal to the ones of which these are the parts
   * @throws io.dunning.money.CurrencyMismatchException if an amount is in another currency than the
   *     invoice
   */
  public static AccruedCharges of(
      Invoice invoice,
      LocalDate asOf,
      List<ChargeLine> lines,
      List<Allocated> allocations,
      Owed owed,
      Money overdue,
      Money assessedInterest,
      Money assessedFees,
      Optional<String> missing) {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(allocations, "allocations");
    Objects.requireNonNull(owed, "owed");
    Objects.requireNonNull(overdue, "overdue");
    Objects.requireNonNull(assessedInterest, "assessedInterest");
    Objects.requireNonNull(assessedFees, "assessedFees");
    Objects.requireNonNull(missing, "missing");
    // only amounts of one currency compare
    Money amount = invoice.amount();
    List.of(owed.total(), overdue, assessedInterest, assessedFees).forEach(amount::compareTo);
    lines.forEach(l -> amount.compareTo(l.amount()));
    return new AccruedCharges(
        invoice,
        asOf,
        lines,
        allocations,
        owed,
        overdue,
        assessedInterest,
        assessedFees,
        missing.orElse(""));
  }

  /**
   * What is owed, by kind.
   *
   * @param principal what is owed of the invoice itself
   * @param fees fees and other costs
   * @param interest interest
   */
  public record Owed(Money principal, Money fees, Money interest) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What is owed.
     *
     * @param principal what is owed of the invoice itself
     * @param fees fees and other costs
     * @param interest interest
     * @throws io.dunning.money.CurrencyMismatchException if the amounts are not of one currency
     */
    public Owed {
      Objects.requireNonNull(principal, "principal");
      Objects.requireNonNull(fees, "fees");
      Objects.requireNonNull(interest, "interest");
      // only amounts of one currency compare
      principal.compareTo(fees);
      principal.compareTo(interest);
    }

    /**
     * All of it.
     *
     * @return the sum
     */
    public Money total() {
      return principal.plus(fees).plus(interest);
    }

    /**
     * {@return what this and another debt owe together, by kind}
     *
     * @param other what another debt owes, in the same currency
     */
    public Owed plus(Owed other) {
      Objects.requireNonNull(other, "other");
      return new Owed(
          principal.plus(other.principal), fees.plus(other.fees), interest.plus(other.interest));
    }

    /** Such as {@code 100.00 EUR, fees 5.00 EUR, interest 0.76 EUR: 105.76 EUR}. */
    @Override
    public String toString() {
      return principal + ", fees " + fees + ", interest " + interest + ": " + total();
    }
  }

  /**
   * What a payment, a credit or a discount for early payment paid.
   *
   * @param date the day of the payment
   * @param what {@code payment}, {@code credit}, {@code discount}, {@code refund} or {@code charges
   *     paid}; the parts of a refund are negative, and so is the principal of charges paid
   * @param split what it paid
   */
  public record Allocated(LocalDate date, String what, AllocationOrder.Split split)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What was allocated.
     *
     * @param date the day of the payment
     * @param what {@code payment}, {@code credit}, {@code discount}, {@code refund} or {@code
     *     charges paid}; the parts of a refund are negative, and so is the principal of charges
     *     paid
     * @param split what it paid
     */
    public Allocated {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(split, "split");
    }

    /** Such as {@code 2026-07-10 payment 300.00 EUR: costs 40.00, interest 11.32, ...}. */
    @Override
    public String toString() {
      Money whole = split.toCosts().plus(split.toInterest()).plus(split.toPrincipal());
      String parts =
          "costs "
              + split.toCosts().amount().toPlainString()
              + ", interest "
              + split.toInterest().amount().toPlainString()
              + ", principal "
              + split.toPrincipal().amount().toPlainString();
      String rest =
          split.unapplied().isZero()
              ? ""
              : ", unapplied " + split.unapplied().amount().toPlainString();
      return date + " " + what + " " + whole.plus(split.unapplied()) + ": " + parts + rest;
    }
  }

  /** {@return the invoice} */
  public Invoice invoice() {
    return invoice;
  }

  /** {@return the day, included} */
  public LocalDate asOf() {
    return asOf;
  }

  /** {@return what was charged and what was given up, line by line, by day} */
  public List<ChargeLine> lines() {
    return lines;
  }

  /**
   * {@return what each payment, credit, discount and refund did: one entry for each, by day; none
   * for payments that bounced, nor for discounts that were taken back}
   */
  public List<Allocated> allocations() {
    return allocations;
  }

  /** {@return what is owed, by kind} */
  public Owed owed() {
    return owed;
  }

  /** {@return what is owed of the invoice itself, never negative} */
  public Money principal() {
    return owed.principal();
  }

  /** {@return what of the {@link #principal} fell due before the day, never negative} */
  public Money overdue() {
    return overdue;
  }

  /** {@return the fees that are owed, never negative} */
  public Money fees() {
    return owed.fees();
  }

  /** {@return the interest that is owed, never negative} */
  public Money interest() {
    return owed.interest();
  }

  /** {@return all that is owed: principal, fees and interest} */
  public Money total() {
    return owed.total();
  }

  /**
   * {@return the interest that accrued, paid or not, less what was given up or is beyond a cap;
   * never negative}
   */
  public Money accruedInterest() {
    return sum(ChargeLine.Kind::isInterest);
  }

  /**
   * {@return the fees that arose, paid or not, less what was given up or is beyond a cap; never
   * negative}
   */
  public Money accruedFees() {
    return sum(k -> !k.isInterest());
  }

  private Money sum(Predicate<ChargeLine.Kind> kinds) {
    Money sum = Money.zero(owed.principal().currency());
    for (ChargeLine line : lines) {
      sum = kinds.test(line.kind()) ? sum.plus(line.amount()) : sum;
    }
    return sum;
  }

  /**
   * {@return the interest and fees that must not be assessed again, because the customer was told
   * already, or paid, or need not pay any more}
   */
  public Money assessed() {
    return assessedInterest.plus(assessedFees);
  }

  /**
   * The interest in what is {@link #assessed}.
   *
   * @return interest that must not be assessed again
   */
  public Money assessedInterest() {
    return assessedInterest;
  }

  /**
   * The fees in what is {@link #assessed}.
   *
   * @return fees that must not be assessed again
   */
  public Money assessedFees() {
    return assessedFees;
  }

  /**
   * {@return the interest that accrued and was not assessed yet, so that it can be assessed now;
   * never negative}
   */
  public Money interestToAssess() {
    return beyond(sum(k -> k.isInterest() && !k.isWaived()), assessedInterest);
  }

  /**
   * {@return the fees that arose by themselves and were not assessed yet, never negative; those of
   * steps are assessed with their step}
   */
  public Money feesToAssess() {
    return beyond(sum(k -> !k.isInterest() && !k.isWaived()), assessedFees);
  }

  /** {@return fees and interest to assess} */
  public Money toAssess() {
    return interestToAssess().plus(feesToAssess());
  }

  private static Money beyond(Money all, Money part) {
    Money rest = all.minus(part);
    return rest.isNegative() ? Money.zero(rest.currency()) : rest;
  }

  /**
   * Says which rate is not known. Interest then ends on the day before.
   *
   * @return such as {@code no German base rate is known for 2027-01-01}; empty if all is known
   */
  public Optional<String> missing() {
    return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
  }

  /** {@return a statement that can be followed with pencil and paper, each line with a break} */
  public String statement() {
    return new StatementText(this).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccruedCharges that
        && invoice.equals(that.invoice)
        && asOf.equals(that.asOf)
        && lines.equals(that.lines)
        && allocations.equals(that.allocations)
        && owed.equals(that.owed)
        && overdue.equals(that.overdue)
        && assessedInterest.equals(that.assessedInterest)
        && assessedFees.equals(that.assessedFees)
        && missing.equals(that.missing);
  }

  @Override
  public int hashCode() {
    return Objects.hash(invoice, asOf, lines, owed);
  }

  /** Such as {@code INV-7: 100.00 EUR, fees 5.00 EUR, interest 0.76 EUR: 105.76 EUR}. */
  @Override
  public String toString() {
    return invoice.number() + ": " + owed;
  }
}
