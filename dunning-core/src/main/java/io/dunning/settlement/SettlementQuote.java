package io.dunning.settlement;

import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An offer to settle a debt for less than is owed. The amount is at least the floor and at most the
 * debt. Immutable and thread-safe.
 *
 * @param on the day of the offer
 * @param owed what is owed: principal, fees and interest
 * @param amount the amount that settles the debt
 * @param floor the lowest counter-offer that is not refused
 * @param approvalBelow a counter-offer below this amount needs a person's approval
 * @param until the last day on which the offer can be accepted, included
 * @param instalments the amounts to pay and their due dates
 * @param approvalBy who has to approve this offer before it is made; empty if nobody has to
 * @param alternatives other ways to accept the offer: over a longer time, for more
 */
public record SettlementQuote(
    LocalDate on,
    Owed owed,
    Money amount,
    Money floor,
    Money approvalBelow,
    LocalDate until,
    List<Instalment> instalments,
    Optional<String> approvalBy,
    List<Alternative> alternatives)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Another way to accept the offer.
   *
   * @param amount what settles the debt this way
   * @param instalments the amounts to pay and their due dates
   */
  public record Alternative(Money amount, List<Instalment> instalments) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A way to accept the offer.
     *
     * @param amount what settles the debt this way
     * @param instalments the amounts to pay and their due dates
     */
    public Alternative {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(instalments, "instalments");
      instalments = List.copyOf(instalments);
    }

    /** Returns the way as text, such as {@code 750.00 EUR in 3 instalments}. */
    @Override
    public String toString() {
      return amount + (instalments.size() > 1 ? " in " + instalments.size() + " instalments" : "");
    }
  }

  /** The answer to a counter-offer. */
  public enum Answer {
    /** Accept it. */
    ACCEPT,
    /** Accept it once a person has approved. */
    ASK,
    /** Refuse it and name the floor. */
    REFUSE
  }

  /**
   * Creates an offer.
   *
   * @param on the day of the offer
   * @param owed what is owed
   * @param amount the amount that settles the debt
   * @param floor the lowest counter-offer that is not refused
   * @param approvalBelow a counter-offer below this amount needs a person's approval
   * @param until the last day on which the offer can be accepted, included
   * @param instalments the amounts to pay and their due dates
   * @param approvalBy who has to approve this offer before it is made; empty if nobody has to
   * @param alternatives other ways to accept the offer, none below its amount
   */
  public SettlementQuote {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(approvalBy, "approvalBy");
    Objects.requireNonNull(owed, "owed");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(floor, "floor");
    Objects.requireNonNull(approvalBelow, "approvalBelow");
    Objects.requireNonNull(instalments, "instalments");
    Objects.requireNonNull(alternatives, "alternatives");
    instalments = List.copyOf(instalments);
    alternatives = List.copyOf(alternatives);
    if (amount.compareTo(floor) < 0 || amount.compareTo(owed.total()) > 0) {
      throw new IllegalArgumentException(
          "offer is not between the floor of "
              + floor
              + " and the debt of "
              + owed.total()
              + ": "
              + amount);
    }
    for (Alternative each : alternatives) {
      if (each.amount().compareTo(amount) < 0 || each.amount().compareTo(owed.total()) > 0) {
        throw new IllegalArgumentException(
            "alternative is not between the offer of "
                + amount
                + " and the debt of "
                + owed.total()
                + ": "
                + each);
      }
    }
  }

  /**
   * One offer for several debts of an account, made on one day by one rule: its sums are the sums
   * of theirs. Record it, once made or accepted, on the account.
   *
   * @param quotes the offers, in one currency, at least one
   * @return the offer; without alternatives unless every offer has the same number of them
   * @throws IllegalArgumentException if there is no offer, or they differ in day, validity or
   *     approval
   * @throws io.dunning.money.CurrencyMismatchException if they are in several currencies
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static SettlementQuote together(List<SettlementQuote> quotes) {
    Objects.requireNonNull(quotes, "quotes");
    return quotes.stream()
        .reduce(QuoteSum::of)
        .orElseThrow(() -> new IllegalArgumentException("there is no offer to put together"));
  }

  /** {@return what the customer saves: the debt less the amount} */
  public Money saved() {
    return owed.total().minus(amount);
  }

  /**
   * {@return how much of the fees and the interest is given up; they are given up before the
   * principal}
   */
  public Money chargesWaived() {
    Money charges = owed.fees().plus(owed.interest());
    return saved().compareTo(charges) < 0 ? saved() : charges;
  }

  /** {@return how much of the principal is given up} */
  public Money principalWaived() {
    return saved().minus(chargesWaived());
  }

  /**
   * {@return the answer to a counter-offer}
   *
   * @param offered the amount that the customer offers to pay
   */
  public Answer answer(Money offered) {
    if (offered.compareTo(floor) < 0) {
      return Answer.REFUSE;
    }
    return offered.compareTo(approvalBelow) < 0 ? Answer.ASK : Answer.ACCEPT;
  }

  /** {@return the event to record once the offer is made} */
  public AgreementEvent.SettlementOffered event() {
    return new AgreementEvent.SettlementOffered(on, amount, until);
  }

  /**
   * {@return the event to record once the customer accepts; what was paid after the day of the
   * offer counts}
   *
   * @param day the day on which the customer accepts, not before that of the offer
   */
  public LedgerEvent accepted(LocalDate day) {
    return new AgreementEvent.PlanAgreed(day, instalments, true, on);
  }

  /**
   * {@return the event to record once the customer accepts another way; what was paid after the day
   * of the offer counts}
   *
   * @param day the day on which the customer accepts, not before that of the offer
   * @param way one of the {@link #alternatives}
   * @throws IllegalArgumentException if it is none of them
   */
  public LedgerEvent accepted(LocalDate day, Alternative way) {
    if (!alternatives.contains(way)) {
      throw new IllegalArgumentException("not a way to accept this offer: " + way);
    }
    return new AgreementEvent.PlanAgreed(day, way.instalments(), true, on);
  }

  /**
   * Returns the offer as text, such as {@code 14000.00 EUR settle 20000.00 EUR until 2026-07-14,
   * 6000.00 EUR saved}.
   */
  @Override
  public String toString() {
    String waived =
        chargesWaived().isZero() || principalWaived().isZero()
            ? ""
            : " (" + chargesWaived() + " of charges, " + principalWaived() + " of principal)";
    return amount
        + " settle "
        + owed.total()
        + " until "
        + until
        + ", "
        + saved()
        + " saved"
        + waived
        + (instalments.size() > 1 ? ", in " + instalments.size() + " instalments" : "")
        + String.join("", alternatives.stream().map(a -> ", or " + a).toList())
        + approvalBy.map(a -> ", once approved by " + a).orElse("");
  }

  private Object writeReplace() {
    return new Form(
        on,
        owed,
        amount,
        floor,
        approvalBelow,
        until,
        instalments,
        approvalBy.orElse(null),
        alternatives);
  }

  /** The serialized form, with null in place of an empty optional. */
  private record Form(
      LocalDate on,
      Owed owed,
      Money amount,
      Money floor,
      Money approvalBelow,
      LocalDate until,
      List<Instalment> instalments,
      String approvalBy,
      List<Alternative> alternatives)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new SettlementQuote(
          on,
          owed,
          amount,
          floor,
          approvalBelow,
          until,
          instalments,
          Optional.ofNullable(approvalBy),
          alternatives);
    }
  }
}
