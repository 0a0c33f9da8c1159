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
 * An offer to take less than is owed. The amount lies between the floor and the debt. Immutable and
 * thread-safe.
 *
 * @param on the day of the offer
 * @param owed what is owed: principal, fees, interest
 * @param amount what settles the debt
 * @param floor the least that is accepted
 * @param free below this amount a person has to approve
 * @param until the last day on which it can be accepted, included
 * @param instalments what is to be paid, and by when
 * @param approvalBy who has to approve the offer itself; empty if nobody has to
 */
public record SettlementQuote(
    LocalDate on,
    Owed owed,
    Money amount,
    Money floor,
    Money free,
    LocalDate until,
    List<Instalment> instalments,
    Optional<String> approvalBy)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What to answer to a counter-offer. */
  public enum Answer {
    /** Take it. */
    ACCEPT,
    /** Take it if a person approves. */
    ASK,
    /** Refuse, and name the floor. */
    REFUSE
  }

  /**
   * An offer.
   *
   * @param on the day of the offer
   * @param owed what is owed
   * @param amount what settles the debt
   * @param floor the least that is accepted
   * @param free below this amount a person has to approve
   * @param until the last day on which it can be accepted
   * @param instalments what is to be paid, and by when
   * @param approvalBy who has to approve the offer itself
   */
  public SettlementQuote {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(approvalBy, "approvalBy");
    instalments = List.copyOf(instalments);
    if (amount.compareTo(floor) < 0 || amount.compareTo(owed.total()) > 0) {
      throw new IllegalArgumentException(
          "offer is not between floor and debt: " + amount + " of " + owed.total());
    }
  }

  /**
   * What the customer saves.
   *
   * @return the debt less the amount
   */
  public Money saved() {
    return owed.total().minus(amount);
  }

  /**
   * How much of the fees and the interest is given up; they are given up first.
   *
   * @return at most what is owed of them
   */
  public Money chargesWaived() {
    Money charges = owed.fees().plus(owed.interest());
    return saved().compareTo(charges) < 0 ? saved() : charges;
  }

  /**
   * How much of the principal is given up.
   *
   * @return what is saved beyond the charges
   */
  public Money principalWaived() {
    return saved().minus(chargesWaived());
  }

  /**
   * What to answer to a counter-offer.
   *
   * @param offered what the customer offers to pay
   * @return the answer
   */
  public Answer answer(Money offered) {
    if (offered.compareTo(floor) < 0) {
      return Answer.REFUSE;
    }
    return offered.compareTo(free) < 0 ? Answer.ASK : Answer.ACCEPT;
  }

  /**
   * The event to record once the offer is made.
   *
   * @return the event
   */
  public AgreementEvent.SettlementOffered event() {
    return new AgreementEvent.SettlementOffered(on, amount, until);
  }

  /**
   * The event to record once the customer accepts.
   *
   * @param day the day on which it does
   * @return the event
   */
  public LedgerEvent accepted(LocalDate day) {
    return new AgreementEvent.PlanAgreed(day, instalments, true);
  }

  /** Such as {@code 14000.00 EUR settle 20000.00 EUR until 2026-07-14, 6000.00 EUR saved}. */
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
        + approvalBy.map(a -> ", once approved by " + a).orElse("");
  }

  private Object writeReplace() {
    return new Form(on, owed, amount, floor, free, until, instalments, approvalBy.orElse(null));
  }

  /** The serial form, without an optional. */
  private record Form(
      LocalDate on,
      Owed owed,
      Money amount,
      Money floor,
      Money free,
      LocalDate until,
      List<Instalment> instalments,
      String approvalBy)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new SettlementQuote(
          on, owed, amount, floor, free, until, instalments, Optional.ofNullable(approvalBy));
    }
  }
}
