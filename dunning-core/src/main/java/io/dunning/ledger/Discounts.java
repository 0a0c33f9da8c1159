package io.dunning.ledger;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * The discounts for early payment of an invoice at the end of a day: what was taken, what the
 * customer can still take, and what came too late. Immutable and thread-safe.
 *
 * @param taken the discounts that were taken, less those taken back
 * @param offered the largest discount that the customer can still take; empty if nothing is open,
 *     or the last day has passed
 * @param missed the discount that the customer took off too late; empty if nothing is open, or the
 *     payments do not reach the amount less a discount
 */
public record Discounts(Money taken, Optional<Offered> offered, Optional<Missed> missed)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Discounts.
   *
   * @param taken the discounts that were taken, less those taken back
   * @param offered the largest discount that the customer can still take
   * @param missed the discount that the customer took off too late
   */
  public Discounts {
    Objects.requireNonNull(taken, "taken");
    Objects.requireNonNull(offered, "offered");
    Objects.requireNonNull(missed, "missed");
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }

  /**
   * A discount that the customer can still take.
   *
   * @param discount the amount off
   * @param toPay what settles the invoice by then: the open amount less the discount
   * @param until the last day, included; days of grace are not told to the customer
   */
  public record Offered(Money discount, Money toPay, LocalDate until) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * An offered discount.
     *
     * @param discount the amount off
     * @param toPay what settles the invoice by then: the open amount less the discount
     * @param until the last day, included; days of grace are not told to the customer
     */
    public Offered {
      Objects.requireNonNull(discount, "discount");
      Objects.requireNonNull(toPay, "toPay");
      Objects.requireNonNull(until, "until");
    }

    /** Such as {@code 20.00 EUR until 2026-03-10, if 980.00 EUR are paid}. */
    @Override
    public String toString() {
      return discount + " until " + until + ", if " + toPay + " are paid";
    }
  }

  /**
   * A discount that the customer took off too late, so that it is still owed.
   *
   * @param discount the amount that is owed for that reason
   * @param lastDay the last day of the discount, without days of grace
   * @param paidOn the day on which the payments reached the amount less the discount
   */
  public record Missed(Money discount, LocalDate lastDay, LocalDate paidOn)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A missed discount.
     *
     * @param discount the amount that is owed for that reason
     * @param lastDay the last day of the discount, without days of grace
     * @param paidOn the day on which the payments reached the amount less the discount
     */
    public Missed {
      Objects.requireNonNull(discount, "discount");
      Objects.requireNonNull(lastDay, "lastDay");
      Objects.requireNonNull(paidOn, "paidOn");
    }

    /**
     * How late the payment was.
     *
     * @return calendar days after the last day of the discount, 1 or more
     */
    public long daysLate() {
      return ChronoUnit.DAYS.between(lastDay, paidOn);
    }

    /** Such as {@code 20.00 EUR not earned: paid on 2026-03-14, 4 days after the last day}. */
    @Override
    public String toString() {
      return discount
          + " not earned: paid on "
          + paidOn
          + ", "
          + daysLate()
          + (daysLate() == 1 ? " day" : " days")
          + " after the last day";
    }
  }
}
