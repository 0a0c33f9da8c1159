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
 * A proposal to pay in parts. The parts add up to the amount and the interest. Immutable and
 * thread-safe.
 *
 * @param on the day of the proposal
 * @param instalments what is to be paid, and by when
 * @param amount what is owed now
 * @param interest what accrues during the plan and is owed with the last part
 * @param residue how much more the last part is than its share, because parts are whole minor units
 */
public record PaymentPlan(
    LocalDate on, List<Instalment> instalments, Money amount, Money interest, Money residue)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A proposal.
   *
   * @param on the day of the proposal
   * @param instalments what is to be paid, and by when
   * @param amount what is owed now
   * @param interest what accrues during the plan
   * @param residue how much more the last part is than its share
   */
  public PaymentPlan {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(interest, "interest");
    Objects.requireNonNull(residue, "residue");
    instalments = List.copyOf(instalments);
  }

  /** So many periods later, but not beyond the last day there is. */
  static LocalDate later(LocalDate day, Period period, int times) {
    try {
      return day.plus(period.multipliedBy(times));
    } catch (DateTimeException e) {
      return LocalDate.MAX;
    }
  }

  /**
   * The event to record once the customer agrees.
   *
   * @param day the day on which it does
   * @return the event
   */
  public LedgerEvent agreed(LocalDate day) {
    return new AgreementEvent.PlanAgreed(day, instalments);
  }

  /** Such as {@code 3 parts from 2026-07-01 to 2026-09-01: 33.33, 33.33, 33.34 EUR}. */
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
