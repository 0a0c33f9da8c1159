package io.dunning.terms;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A discount for early payment: {@code 2/10} takes two per cent off if the customer pays within ten
 * days. The tenth day still counts.
 *
 * <p>The days count from the same day as the payment terms, which is usually the invoice date.
 * {@link #afterMonthEnd()} and {@link #onDayOfNextMonth} change that. A discount parses what it
 * prints, except for an amount in a currency with decimals of your own. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class EarlyPaymentDiscount implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A day of the month that no month has. */
  static final int NO_CUT_OFF = 32;

  EarlyPaymentDiscount() {}

  /** How {@link #days} leads to the last day of the discount. */
  public enum Counted {
    /** The days count from the day from which the terms count. */
    FROM_START,
    /** The days count from the end of the month of that day. */
    FROM_MONTH_END,
    /** The number of days is a day of the next month instead: 10 is the 10th. */
    DAY_OF_NEXT_MONTH
  }

  /** What a part payment earns if it arrives in time. */
  public enum OnPartPayment {
    /** A part payment earns nothing; only full payment earns the discount. */
    NOTHING,
    /** A part payment earns its share of the discount. */
    PRO_RATA
  }

  /**
   * {@return the percentage that the discount takes off, more than 0 % and less than 100 %; empty
   * if the discount is an {@link #amount}}
   */
  public abstract Optional<Percentage> rate();

  /**
   * {@return the fixed amount that the discount takes off, more than zero; empty if the discount is
   * a {@link #rate}}
   */
  public abstract Optional<Money> amount();

  /**
   * {@return how many calendar days the customer can take the discount, 0 or more} With {@link
   * Counted#DAY_OF_NEXT_MONTH} it is the day of the next month instead.
   */
  public abstract int days();

  /**
   * {@return how the days lead to the last day of the discount; {@link Counted#FROM_START} by
   * default}
   */
  @Value.Default
  public Counted counted() {
    return Counted.FROM_START;
  }

  /** The day of the month from which on an invoice belongs to the next month. */
  @Value.Default
  int cutOff() {
    return NO_CUT_OFF;
  }

  /**
   * {@return for how many calendar days after the last day you still accept the discount, 0 by
   * default} You do not tell the customer about them.
   */
  @Value.Default
  public int graceDays() {
    return 0;
  }

  /**
   * {@return what a part payment earns if it arrives in time; {@link OnPartPayment#NOTHING} by
   * default}
   */
  @Value.Default
  public OnPartPayment onPartPayment() {
    return OnPartPayment.NOTHING;
  }

  /**
   * {@return a discount that takes off a percentage}
   *
   * @param rate the percentage, more than 0 % and less than 100 %
   * @param days how many calendar days the customer can take it, 0 or more; the last day counts
   * @throws IllegalArgumentException if the rate or the days are out of range
   */
  public static EarlyPaymentDiscount of(Percentage rate, int days) {
    return new ImmutableEarlyPaymentDiscount.Builder().rate(rate).days(days).build();
  }

  /**
   * {@return a discount that takes off a fixed amount}
   *
   * @param amount the amount, more than zero
   * @param days how many calendar days the customer can take it, 0 or more; the last day counts
   * @throws IllegalArgumentException if the amount or the days are out of range
   */
  public static EarlyPaymentDiscount of(Money amount, int days) {
    return new ImmutableEarlyPaymentDiscount.Builder().amount(amount).days(days).build();
  }

  /**
   * Reads a discount in the trade's notation.
   *
   * @param text such as {@code 2/10}, {@code 2% 10}, {@code 5.00EUR/10}, {@code 2/EOM+10 cut-off
   *     26}, {@code 2/10prox} or {@code 2/10 grace 3 pro rata}
   * @return the discount
   * @throws IllegalArgumentException if the text has another form, or a number is out of range
   */
  public static EarlyPaymentDiscount parse(String text) {
    return DiscountParser.parse(text);
  }

  private ImmutableEarlyPaymentDiscount.Builder with() {
    return new ImmutableEarlyPaymentDiscount.Builder().from(this);
  }

  /**
   * {@return this discount with its days counted from the end of the invoice's month} That is how
   * textbooks read {@code 2/10 EOM}.
   */
  public EarlyPaymentDiscount afterMonthEnd() {
    return with().counted(Counted.FROM_MONTH_END).cutOff(NO_CUT_OFF).build();
  }

  /**
   * {@return this discount with its days counted from the end of a month} Invoices dated on or
   * after the cut-off day belong to the next month; by custom that day is often the 26th.
   *
   * @param cutOff the cut-off day of the month, 1 to 31
   * @throws IllegalArgumentException if the day is not between 1 and 31
   */
  public EarlyPaymentDiscount afterMonthEnd(int cutOff) {
    if (cutOff < 1 || cutOff > 31) {
      throw new IllegalArgumentException("cut-off day is not between 1 and 31: " + cutOff);
    }
    return with().counted(Counted.FROM_MONTH_END).cutOff(cutOff).build();
  }

  /**
   * {@return this discount with its number of days taken as a day of the next month: {@code 2/10
   * prox} lasts until the 10th of the next month}
   *
   * @throws IllegalArgumentException if the number of days is not between 1 and 31
   */
  public EarlyPaymentDiscount onDayOfNextMonth() {
    return with().counted(Counted.DAY_OF_NEXT_MONTH).cutOff(NO_CUT_OFF).build();
  }

  /**
   * {@return this discount with days of grace: you still accept it when a payment is a few days
   * late}
   *
   * @param days calendar days, 0 or more
   * @throws IllegalArgumentException if the days are negative
   */
  public EarlyPaymentDiscount grace(int days) {
    return with().graceDays(days).build();
  }

  /** {@return this discount with part payments earning their share of it} */
  public EarlyPaymentDiscount proRata() {
    return with().onPartPayment(OnPartPayment.PRO_RATA).build();
  }

  @Value.Check
  void check() {
    DiscountChecks.check(this);
  }

  /**
   * {@return the last day on which the customer can take the discount, without days of grace; it
   * still counts}
   *
   * @param start the day from which the terms count, usually the invoice date
   */
  public LocalDate lastDay(LocalDate start) {
    boolean next = start.getDayOfMonth() >= cutOff();
    LocalDate from = next ? start.withDayOfMonth(1).plusMonths(1) : start;
    LocalDate month = start.withDayOfMonth(1).plusMonths(1);
    return switch (counted()) {
      case FROM_START -> start.plusDays(days());
      case FROM_MONTH_END -> from.with(TemporalAdjusters.lastDayOfMonth()).plusDays(days());
      case DAY_OF_NEXT_MONTH -> month.withDayOfMonth(Math.min(days(), month.lengthOfMonth()));
    };
  }

  /**
   * {@return whether a payment on a day earns the discount: it does through the last day of the
   * discount and its days of grace}
   *
   * @param start the day from which the terms count, usually the invoice date
   * @param paidOn the day of the payment
   */
  public boolean isEarned(LocalDate start, LocalDate paidOn) {
    return !paidOn.isAfter(lastDay(start).plusDays(graceDays()));
  }

  /**
   * Returns the amount that the discount takes off an invoice that is paid in full and in time.
   *
   * @param invoice the invoice amount, or the part of it on which you grant the discount
   * @return the amount off. A percentage is rounded half up. A fixed amount is never more than the
   *     invoice amount, and zero for an invoice in another currency
   */
  public Money on(Money invoice) {
    return DiscountAmount.on(this, invoice);
  }

  /**
   * {@return the amount of discount that a payment earns if it arrives in time; zero if the payment
   * earns none}
   *
   * <p>A payment that covers the open amount less the discount earns the whole discount. A smaller
   * payment earns its share with {@link OnPartPayment#PRO_RATA}, and otherwise nothing. With 2 %
   * and {@code PRO_RATA}, a payment of 490.00 out of 1,000.00 earns 10.00, so that 500.00 are
   * settled.
   *
   * @param open the open amount of the invoice
   * @param payment the payment, not negative
   */
  public Money earnedBy(Money open, Money payment) {
    return DiscountAmount.earnedBy(this, open, payment);
  }

  /**
   * {@return the yearly rate that it costs a customer not to take the discount, at simple interest,
   * rounded half up to four decimals; empty if the discount is an amount}
   *
   * <p>The textbook formula is d / (1 - d) x year / days, where d is the discount. A customer who
   * pays {@code 2/10 net 30} on day 30 pays 36.7347 % for 20 days of credit, in a year of 360 days.
   *
   * @param daysLater how many days after the discount ends the full amount is paid, 1 or more
   * @param daysPerYear 360 or 365
   * @throws IllegalArgumentException if the days are less than 1
   */
  public Optional<Percentage> costPerYear(int daysLater, int daysPerYear) {
    return DiscountCost.over(daysLater, daysPerYear).simple(rate());
  }

  /**
   * {@return the effective yearly rate that it costs a customer not to take the discount, at
   * compound interest, rounded half up to four decimals; empty if the discount is an amount}
   *
   * <p>The formula is (1 + d / (1 - d)) ^ (year / days) - 1, where d is the discount. It is
   * computed in floating point, because a root has no exact decimal value.
   *
   * @param daysLater how many days after the discount ends the full amount is paid, 1 or more
   * @param daysPerYear 360 or 365
   * @throws IllegalArgumentException if the days are less than 1, or the rate has more than 100
   *     digits
   */
  public Optional<Percentage> effectiveCostPerYear(int daysLater, int daysPerYear) {
    return DiscountCost.over(daysLater, daysPerYear).compounded(rate());
  }

  /**
   * Returns {@code 2/10}, {@code 2/EOM+10}, {@code 2/10prox} or {@code 5.00EUR/10}; a cut-off day,
   * days of grace and part payments follow, such as {@code 2/10 grace 3 pro rata}.
   */
  @Override
  public String toString() {
    return DiscountText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableEarlyPaymentDiscount.Builder().from(this).build());
  }
}
