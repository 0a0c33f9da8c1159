package io.dunning.terms;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A reward for paying soon: {@code 2/10} is two per cent off when paid within ten days, the tenth
 * day included. Days count from the day from which the terms count, usually the invoice date,
 * unless {@link #afterMonthEnd()} or {@link #onDayOfNextMonth} says otherwise. Immutable and
 * thread-safe.
 */
@Value.Immutable
public abstract class EarlyPaymentDiscount implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int NO_CUT_OFF = 32;

  EarlyPaymentDiscount() {}

  /** What the days count from. */
  public enum Counted {
    /** The day from which the terms count. */
    FROM_START,
    /** The end of the month of that day. */
    FROM_MONTH_END,
    /** They are a day of the month after that day. */
    DAY_OF_NEXT_MONTH
  }

  /** What a part payment within the time earns. */
  public enum OnPartPayment {
    /** Nothing: only full payment earns the discount. */
    NOTHING,
    /** Its share of the discount. */
    PRO_RATA
  }

  /**
   * The share taken off.
   *
   * @return more than 0 and less than 100 per cent; empty if an {@link #amount} is taken off
   */
  public abstract Optional<Percentage> rate();

  /**
   * The amount taken off.
   *
   * @return more than nothing; empty if a {@link #rate} is taken off
   */
  public abstract Optional<Money> amount();

  /**
   * How many calendar days the discount can be taken; or the day of the next month.
   *
   * @return 0 or more
   */
  public abstract int days();

  /**
   * What the days count from.
   *
   * @return {@link Counted#FROM_START} unless set
   */
  @Value.Default
  public Counted counted() {
    return Counted.FROM_START;
  }

  /** The first day of a month that counts as the next month. */
  @Value.Default
  int cutOff() {
    return NO_CUT_OFF;
  }

  /**
   * How many days later a payment still earns the discount, without being told.
   *
   * @return 0 unless set
   */
  @Value.Default
  public int graceDays() {
    return 0;
  }

  /**
   * What a part payment within the time earns.
   *
   * @return {@link OnPartPayment#NOTHING} unless set
   */
  @Value.Default
  public OnPartPayment onPartPayment() {
    return OnPartPayment.NOTHING;
  }

  /**
   * A share off.
   *
   * @param rate the share, more than 0 and less than 100 per cent
   * @param days how many calendar days it can be taken, 0 or more; the last one is included
   * @return the discount
   * @throws IllegalArgumentException if the rate or the days are out of range
   */
  public static EarlyPaymentDiscount of(Percentage rate, int days) {
    return new ImmutableEarlyPaymentDiscount.Builder().rate(rate).days(days).build();
  }

  /**
   * An amount off.
   *
   * @param amount the amount, more than nothing
   * @param days how many calendar days it can be taken, 0 or more; the last one is included
   * @return the discount
   * @throws IllegalArgumentException if the amount or the days are out of range
   */
  public static EarlyPaymentDiscount of(Money amount, int days) {
    return new ImmutableEarlyPaymentDiscount.Builder().amount(amount).days(days).build();
  }

  private ImmutableEarlyPaymentDiscount.Builder with() {
    return new ImmutableEarlyPaymentDiscount.Builder().from(this);
  }

  /**
   * This discount, its days counted from the end of the invoice's month; the textbooks' reading of
   * {@code 2/10 EOM}.
   *
   * @return the discount
   */
  public EarlyPaymentDiscount afterMonthEnd() {
    return with().counted(Counted.FROM_MONTH_END).build();
  }

  /**
   * As {@link #afterMonthEnd()}, invoices from a day of the month on counting as the next month's,
   * as the custom of the 26th has it.
   *
   * @param cutOff the first day of the month that counts as the next, 1 to 31
   * @return the discount
   * @throws IllegalArgumentException if the day is out of range
   */
  public EarlyPaymentDiscount afterMonthEnd(int cutOff) {
    if (cutOff < 1 || cutOff > 31) {
      throw new IllegalArgumentException("cut-off day is not between 1 and 31: " + cutOff);
    }
    return with().counted(Counted.FROM_MONTH_END).cutOff(cutOff).build();
  }

  /**
   * This discount until a day of the next month, which its days then name: {@code 2/10 prox}.
   *
   * @return the discount
   */
  public EarlyPaymentDiscount onDayOfNextMonth() {
    return with().counted(Counted.DAY_OF_NEXT_MONTH).build();
  }

  /**
   * This discount, still earned a few days later.
   *
   * @param days calendar days, 0 or more
   * @return the discount
   */
  public EarlyPaymentDiscount grace(int days) {
    return with().graceDays(days).build();
  }

  /**
   * This discount, earned by part payments by their share.
   *
   * @return the discount
   */
  public EarlyPaymentDiscount proRata() {
    return with().onPartPayment(OnPartPayment.PRO_RATA).build();
  }

  @Value.Check
  void check() {
    if (rate().isPresent() == amount().isPresent()) {
      throw new IllegalArgumentException("discount is not either a share or an amount");
    }
    boolean rateFits =
        rate()
            .map(r -> r.value().signum() > 0 && r.value().compareTo(BigDecimal.valueOf(100)) < 0)
            .orElse(true);
    if (!rateFits) {
      throw new IllegalArgumentException("discount is not between 0% and 100%: " + rate().get());
    }
    if (amount().map(a -> !a.isPositive()).orElse(false)) {
      throw new IllegalArgumentException("discount is not more than nothing: " + amount().get());
    }
    if (days() < 0 || graceDays() < 0) {
      throw new IllegalArgumentException(
          "discount days are negative: " + Math.min(days(), graceDays()));
    }
    if (counted() == Counted.DAY_OF_NEXT_MONTH && (days() < 1 || days() > 31)) {
      throw new IllegalArgumentException("day of month is not between 1 and 31: " + days());
    }
  }

  /**
   * The last day on which the discount can be taken, as the customer is told.
   *
   * @param start the day from which the terms count, usually the invoice date
   * @return the day, included, without grace
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
   * Whether a payment on a day earns the discount.
   *
   * @param start the day from which the terms count
   * @param paidOn the day of the payment
   * @return true through the last day and the days of grace
   */
  public boolean isEarned(LocalDate start, LocalDate paidOn) {
    return !paidOn.isAfter(lastDay(start).plusDays(graceDays()));
  }

  /**
   * What is taken off an invoice that is paid in full in time.
   *
   * @param invoice the invoice amount, or what of it a discount is granted on
   * @return the discount, rounded half up; an amount is not taken off another currency, nor more of
   *     it than there is
   */
  public Money on(Money invoice) {
    if (rate().isPresent()) {
      return rate().get().of(invoice, Rounding.HALF_UP);
    }
    Money off = amount().orElseThrow();
    if (!off.currency().equals(invoice.currency()) || !invoice.isPositive()) {
      return Money.zero(invoice.currency());
    }
    return off.compareTo(invoice) > 0 ? invoice : off;
  }

  /**
   * The discount that a payment within the time earns: the whole if it pays all that is open less
   * the discount; else its share if part payments earn one, so that payment and discount together
   * keep to the terms.
   *
   * @param open what is open
   * @param payment the payment, not negative
   * @return the discount; zero if none is earned
   */
  public Money earnedBy(Money open, Money payment) {
    Money whole = on(open);
    Money net = open.minus(whole);
    if (payment.compareTo(net) >= 0) {
      Money rest = open.minus(payment);
      return rest.isNegative()
          ? Money.zero(rest.currency())
          : rest.compareTo(whole) < 0 ? rest : whole;
    }
    if (onPartPayment() == OnPartPayment.NOTHING || !net.isPositive()) {
      return Money.zero(open.currency());
    }
    BigDecimal share =
        new BigDecimal(
                BigInteger.valueOf(payment.minorUnits())
                    .multiply(BigInteger.valueOf(whole.minorUnits())))
            .divide(BigDecimal.valueOf(net.minorUnits()), 0, RoundingMode.HALF_UP);
    return Money.ofMinor(share.longValueExact(), open.currency());
  }

  /**
   * What it costs a year not to take the discount, at simple interest: the discount against what is
   * paid instead, for the days in between. The textbook formula: d / (1 - d) x year / days.
   *
   * @param daysLater how many days later the full amount is paid, 1 or more
   * @param daysPerYear 360 or 365
   * @return the rate a year, rounded half up to four decimals; empty if an amount is taken off
   * @throws IllegalArgumentException if the days are less than 1
   */
  public Optional<Percentage> costPerYear(int daysLater, int daysPerYear) {
    requireDays(daysLater);
    return rate()
        .map(
            r ->
                Percentage.percent(
                    r.value()
                        .multiply(BigDecimal.valueOf(100L * daysPerYear))
                        .divide(
                            BigDecimal.valueOf(100)
                                .subtract(r.value())
                                .multiply(BigDecimal.valueOf(daysLater)),
                            4,
                            RoundingMode.HALF_UP)
                        .toPlainString()));
  }

  /**
   * As {@link #costPerYear}, with the gain invested again and again: (1 + d / (1 - d)) ^ (year /
   * days) - 1. Computed in floating point, as the root is not a decimal number.
   *
   * @param daysLater how many days later the full amount is paid, 1 or more
   * @param daysPerYear 360 or 365
   * @return the effective rate a year, to four decimals; empty if an amount is taken off
   * @throws IllegalArgumentException if the days are less than 1
   */
  public Optional<Percentage> effectiveCostPerYear(int daysLater, int daysPerYear) {
    requireDays(daysLater);
    return rate()
        .map(
            r -> {
              double d = r.value().doubleValue() / 100;
              double rate = Math.pow(1 + d / (1 - d), (double) daysPerYear / daysLater) - 1;
              return Percentage.percent(
                  BigDecimal.valueOf(rate * 100).setScale(4, RoundingMode.HALF_UP).toPlainString());
            });
  }

  private static void requireDays(int daysLater) {
    if (daysLater < 1) {
      throw new IllegalArgumentException("days later are less than 1: " + daysLater);
    }
  }

  /** Such as {@code 2/10}, {@code 2/EOM+10}, {@code 2/10prox} or {@code 5.00EUR/10}. */
  @Override
  public String toString() {
    String off =
        rate()
            .map(r -> r.value().toPlainString())
            .orElseGet(() -> amount().orElseThrow().toString().replace(" ", ""));
    return off
        + switch (counted()) {
          case FROM_START -> "/" + days();
          case FROM_MONTH_END -> "/EOM+" + days();
          case DAY_OF_NEXT_MONTH -> "/" + days() + "prox";
        };
  }
}
