package io.dunning.evaluation;

import io.dunning.ledger.Closure;
import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why there is nothing to do yet, or any more. Immutable and thread-safe. */
public sealed interface DueReason extends Reason {

  @Override
  default <R> R accept(Visitor<R> visitor) {
    return visitor.due(this);
  }

  /**
   * Nothing is owed: neither principal, nor fees, nor interest.
   *
   * @param how why nothing is owed
   * @param since the first day on which nothing was owed; empty if the invoices differ in that, or
   *     if nothing ever was
   */
  record Closed(Closure how, Optional<LocalDate> since) implements DueReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.CLOSED;
    }

    @Override
    public String toString() {
      return "nothing is owed: " + how + since.map(d -> " since " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * Nothing is owed any more, and the customer is to be thanked for the payment.
   *
   * @param paidOn the day of the payment that settled the debt
   * @param lastDay the last day for the thanks, included
   */
  record ThanksDue(LocalDate paidOn, LocalDate lastDay) implements DueReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.THANKS;
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(lastDay);
    }

    @Override
    public String toString() {
      return "settled by the payment of " + paidOn + ": thank the customer by " + lastDay;
    }
  }

  /**
   * Nothing more is asked for: what is left is within the tolerance of the policy.
   *
   * @param differences what is left, to be written off; an amount a currency
   * @param since the first day on which no more was left; empty if the invoices differ in that
   */
  record WithinTolerance(List<Money> differences, Optional<LocalDate> since) implements DueReason {
    private static final long serialVersionUID = 1L;

    /**
     * Nothing more is asked for: what is left is within the tolerance of the policy.
     *
     * @param differences what is left, to be written off; an amount a currency
     * @param since the first day on which no more was left; empty if the invoices differ in that
     */
    public WithinTolerance {
      differences = List.copyOf(differences);
    }

    @Override
    public Rule rule() {
      return Rule.CLOSED;
    }

    @Override
    public String toString() {
      String left = differences.stream().map(Money::toString).collect(Collectors.joining(" + "));
      return "settled within the tolerance"
          + since.map(d -> " since " + d).orElse("")
          + ": "
          + left
          + " is a difference to write off";
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The principal is settled; fees or interest stay owed, and nobody is reminded of them.
   *
   * @param charges what stays owed; an amount a currency
   * @param since the day since which the principal is settled
   */
  record ChargesOwed(List<Money> charges, Optional<LocalDate> since) implements DueReason {
    private static final long serialVersionUID = 1L;

    /**
     * The principal is settled; fees or interest stay owed, and nobody is reminded of them.
     *
     * @param charges what stays owed; an amount a currency
     * @param since the day since which the principal is settled
     */
    public ChargesOwed {
      charges = List.copyOf(charges);
    }

    @Override
    public Rule rule() {
      return Rule.CLOSED;
    }

    @Override
    public String toString() {
      String left = charges.stream().map(Money::toString).collect(Collectors.joining(" + "));
      return "the principal is settled"
          + since.map(d -> " since " + d).orElse("")
          + "; charges of "
          + left
          + " stay owed and are not chased";
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The invoice does not exist yet.
   *
   * @param issued the invoice date
   */
  record NotIssued(LocalDate issued) implements DueReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.NOT_ISSUED;
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Optional.of(issued);
    }

    @Override
    public String toString() {
      return "not issued before " + issued;
    }
  }

  /**
   * The due date has not passed.
   *
   * @param due the due date
   */
  record NotDue(LocalDate due) implements DueReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.NOT_DUE;
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(due);
    }

    @Override
    public String toString() {
      return "not overdue: due on " + due;
    }
  }

  /**
   * The due date has passed; the grace period has not.
   *
   * @param lastDay the last day, included
   */
  record InGrace(LocalDate lastDay) implements DueReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.IN_GRACE;
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(lastDay);
    }

    @Override
    public String toString() {
      return "in the grace period through " + lastDay;
    }
  }

  /**
   * Time was granted: steps count from a later day than the due date.
   *
   * @param until the day from which steps count
   */
  record Deferred(LocalDate until) implements DueReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.DEFERRED;
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(until);
    }

    @Override
    public String toString() {
      return "deferred to " + until;
    }
  }
}
