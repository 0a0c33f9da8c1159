package io.dunning.evaluation;

import io.dunning.ledger.Discounts;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An amount that matters: it decided (credits, a minimum), or it stands beside the decision (a part
 * that does not count, a discount). Immutable and thread-safe.
 */
public sealed interface AmountReason extends Reason {

  @Override
  default <R> R accept(Visitor<R> visitor) {
    return visitor.amount(this);
  }

  /**
   * Credits of the account cover what is overdue.
   *
   * @param overdue what is overdue, in the first currency
   * @param credit what stands against it
   */
  record CoveredByCredits(Money overdue, Money credit) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.COVERED;
    }

    @Override
    public Optional<Money> missing() {
      return Optional.of(credit.minus(overdue).plus(Money.ofMinor(1, credit.currency())));
    }

    @Override
    public String toString() {
      return overdue + " overdue is covered by credits of " + credit;
    }
  }

  /**
   * Too little is overdue for the policy to do anything.
   *
   * @param overdue what is overdue
   * @param minimum what would have to be overdue
   */
  record BelowMinimum(Money overdue, Money minimum) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.BELOW_MINIMUM;
    }

    @Override
    public Optional<Money> missing() {
      return Optional.of(minimum.minus(overdue));
    }

    @Override
    public String toString() {
      return overdue + " is " + minimum.minus(overdue) + " below the minimum of " + minimum;
    }
  }

  /**
   * Too little is overdue for a step; the ladder waits with it.
   *
   * @param step the name of the step
   * @param overdue what is overdue
   * @param minimum what would have to be overdue
   */
  record StepBelowMinimum(String step, Money overdue, Money minimum) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.STEP_BELOW_MINIMUM;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public Optional<Money> missing() {
      return Optional.of(minimum.minus(overdue));
    }

    @Override
    public String toString() {
      return step
          + ": "
          + overdue
          + " is "
          + minimum.minus(overdue)
          + " below its minimum of "
          + minimum;
    }
  }

  /**
   * A part of the debt is contested and left out.
   *
   * @param disputed the part
   * @param why why, in the user's words
   * @param since the day of the dispute
   */
  record PartlyDisputed(Money disputed, String why, LocalDate since) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.HELD;
    }

    @Override
    public String toString() {
      return disputed
          + " disputed since "
          + since
          + (why.isBlank() ? "" : " (" + why + ")")
          + " is left out";
    }
  }

  /**
   * The customer can still take a discount for early payment.
   *
   * @param invoice the invoice number
   * @param discount the amount off
   * @param toPay what settles the invoice by then
   * @param until the last day, included
   */
  record DiscountOffered(String invoice, Money discount, Money toPay, LocalDate until)
      implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.CLOSED;
    }

    @Override
    public String toString() {
      return "discount of "
          + discount
          + " on "
          + invoice
          + " until "
          + until
          + ", if "
          + toPay
          + " are paid";
    }
  }

  /**
   * The customer took off a discount that the payment came too late to earn; it is still owed.
   *
   * @param invoice the invoice number
   * @param discount the amount that is owed for that reason
   * @param lastDay the last day of the discount
   * @param paidOn the day on which the payments reached the amount less the discount
   */
  record DiscountMissed(String invoice, Money discount, LocalDate lastDay, LocalDate paidOn)
      implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.CLOSED;
    }

    @Override
    public String toString() {
      return "discount on " + invoice + ": " + new Discounts.Missed(discount, lastDay, paidOn);
    }
  }

  /**
   * The customer took a discount for early payment, so that nothing is owed.
   *
   * @param invoice the invoice number
   * @param discount the amount off
   */
  record DiscountTaken(String invoice, Money discount) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.CLOSED;
    }

    @Override
    public String toString() {
      return "discount of " + discount + " on " + invoice + " taken";
    }
  }

  /**
   * The customer won a dispute over a part of the debt, which is left out until it is credited.
   *
   * @param amount what is to be credited
   * @param why why the debt was contested, in the user's words
   * @param wonOn the day on which the dispute ended
   */
  record CreditNoteOwed(Money amount, String why, LocalDate wonOn) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.HELD;
    }

    @Override
    public String toString() {
      return amount
          + " is left out: the customer won the dispute"
          + (why.isBlank() ? "" : " (" + why + ")")
          + " on "
          + wonOn
          + ", and a credit note is owed";
    }
  }

  /**
   * A part of the debt is promised and left out.
   *
   * @param promised the part that is not paid yet
   * @param until the last day on which the payment is in time
   */
  record PartlyPromised(Money promised, LocalDate until) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.HELD;
    }

    @Override
    public String toString() {
      return promised + " promised by " + until + " is left out";
    }
  }

  /**
   * A receipt that is not booked may pay a part of the debt, which is not asked for.
   *
   * @param amount the part that it may pay
   * @param from who sent it; empty text if that is not known
   * @param on the day on which it was proposed
   */
  record PartlyReceived(Money amount, String from, LocalDate on) implements AmountReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.RECEIPT_PROPOSED;
    }

    @Override
    public String toString() {
      return amount + " is left out: " + HoldReason.ReceiptProposed.words(from, on);
    }
  }
}
