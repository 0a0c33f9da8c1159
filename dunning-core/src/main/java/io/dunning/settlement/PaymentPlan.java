package io.dunning.settlement;

import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;

/**
 * A proposal to pay a debt in instalments. The instalments add up to the amount plus the interest.
 * Immutable and thread-safe.
 *
 * @param on the day of the proposal
 * @param instalments the amounts to pay and their due dates
 * @param amount the amount owed on the day of the proposal
 * @param interest the interest that accrues during the plan; it is due with the last instalment
 * @param residue by how much the last instalment exceeds its share, because instalments are whole
 *     minor units
 */
public record PaymentPlan(
    LocalDate on, List<Instalment> instalments, Money amount, Money interest, Money residue)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a proposal.
   *
   * @param on the day of the proposal
   * @param instalments the amounts to pay and their due dates
   * @param amount the amount owed on the day of the proposal
   * @param interest the interest that accrues during the plan
   * @param residue by how much the last instalment exceeds its share
   */
  public PaymentPlan {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(interest, "interest");
    Objects.requireNonNull(residue, "residue");
    Objects.requireNonNull(instalments, "instalments");
    instalments = List.copyOf(instalments);
  }

  /**
   * Returns the day some periods later, or {@link LocalDate#MAX} if that is beyond the calendar.
   */
  static LocalDate later(LocalDate day, Period period, int times) {
    try {
      return day.plus(period.multipliedBy(times));
    } catch (DateTimeException e) {
      return LocalDate.MAX;
    }
  }

  /**
   * {@return the event to record once the customer agrees; what was paid after the day of the
   * proposal counts for the plan}
   *
   * @param day the day on which the customer agrees
   * @throws IllegalArgumentException if that is before the day of the proposal
   */
  public LedgerEvent agreed(LocalDate day) {
    return new AgreementEvent.PlanAgreed(day, instalments, false, on);
  }

  /**
   * Returns the plan as text, such as {@code 3 parts from 2026-07-01 to 2026-09-01: 33.33, 33.33,
   * 33.34 EUR}.
   */
  @Override
  public String toString() {
    if (instalments.isEmpty()) {
      return "nothing to pay in parts";
    }
    Instalment last = instalments.get(instalments.size() - 1);
    List<String> amounts =
        instalments.stream().map(i -> i.amount().amount().toPlainString()).toList();
    return instalments.size()
        + (instalments.size() == 1 ? " part on " : " parts from ")
        + instalments.get(0).due()
        + (instalments.size() == 1 ? "" : " to " + last.due())
        + ": "
        + String.join(", ", amounts)
        + " "
        + amount.currency()
        + (interest.isZero() ? "" : ", of it " + interest + " of interest")
        + (residue.isZero() ? "" : ", residue " + residue + " in the last");
  }
}
