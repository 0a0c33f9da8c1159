package io.dunning.charge;

import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.InterestPeriod.AfterGrace;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A rule for interest on late payments: the rate, the days that bear interest, how days are
 * counted, and how the sum is rounded.
 *
 * <p>Interest accrues exactly, span by span between changes of rate and balance, and is rounded
 * once. Defaults: simple interest, floating with the rate of each day, ACT/365F, from the day after
 * the due date through the day of payment, both included, rounded half up to minor units. A rate
 * below zero counts as zero, so that charges never shrink; the reference rate in it may be
 * negative.
 *
 * <p>Prints as {@code German base rate + 9%, ACT/365F}. This has no parse of its own, because a
 * part of it may be a table of rates: {@link #parseRate} reads the rate, and the other parts have
 * methods of their own. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class LateInterest implements Serializable {
  private static final long serialVersionUID = 1L;

  LateInterest() {}

  /** Which day's rate counts. */
  public enum RateMode {
    /** Each day bears its own rate. */
    FLOATING,
    /** The whole debt bears the rate of the first interest day. */
    FIXED_AT_START,
    /** Each compounding period bears the rate of its first day. */
    AT_EACH_REST
  }

  /** When interest is added to what bears interest. */
  public enum Compounding {
    /** Never: simple interest. */
    NONE,
    /** Every 30 days from the first interest day on. */
    EVERY_30_DAYS,
    /**
     * Every month from the first interest day on; a whole month is a twelfth of the yearly rate.
     */
    MONTHLY
  }

  abstract InterestRate rate();

  /**
   * {@return the reference rates under the margin; empty if the {@link #margin} is the whole rate}
   */
  public Optional<ReferenceRates> reference() {
    return rate().reference();
  }

  /** {@return how many times the reference rate counts, 1 or more} */
  public int multiple() {
    return rate().multiple();
  }

  /**
   * What is added to the reference rate, or the whole rate where there is none.
   *
   * @return percentage points a year, or for the days of {@link #perDays}
   */
  public Percentage margin() {
    return rate().margin();
  }

  /** {@return the highest rates; empty if the rate has no ceiling} */
  public Optional<ReferenceRates> ceiling() {
    return rate().ceiling();
  }

  /** {@return which day's rate counts; {@link RateMode#FLOATING} unless set} */
  @Value.Default
  public RateMode rateMode() {
    return RateMode.FLOATING;
  }

  /** {@return when interest bears interest; {@link Compounding#NONE} unless set} */
  @Value.Default
  public Compounding compounding() {
    return Compounding.NONE;
  }

  /** {@return how days become parts of a year; {@link DayCount#ACT_365F} unless set} */
  @Value.Default
  public DayCount dayCount() {
    return DayCount.ACT_365F;
  }

  /** {@return the days for which the rate is stated, 1 to 366; 0 if it is stated for a year} */
  @Value.Default
  public int perDays() {
    return 0;
  }

  /**
   * {@return the days that bear interest; from the day after the due date through the day of
   * payment unless set}
   */
  @Value.Default
  public InterestPeriod period() {
    return InterestPeriod.DEFAULT;
  }

  /** {@return how the sum is rounded to minor units; {@link Rounding#HALF_UP} unless set} */
  @Value.Default
  public Rounding rounding() {
    return Rounding.HALF_UP;
  }

  abstract List<Money> minimumList();

  /**
   * {@return the least amounts that are charged, by currency} Interest that comes to less is not
   * charged at all.
   */
  @Value.Lazy
  public SortedMap<CurrencyUnit, Money> minimums() {
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>();
    minimumList().forEach(m -> all.put(m.currency(), m));
    return Collections.unmodifiableSortedMap(all);
  }

  /** The rates, ready to be used. */
  @Value.Lazy
  RateTable table() {
    return RateTable.of(this);
  }

  /**
   * {@return interest at one rate}
   *
   * @param perYear the rate a year, not negative
   * @throws IllegalArgumentException if the rate is negative
   */
  public static LateInterest fixed(Percentage perYear) {
    Objects.requireNonNull(perYear, "perYear");
    if (perYear.value().signum() < 0) {
      throw new IllegalArgumentException("rate is negative: " + perYear);
    }
    return at(new ImmutableInterestRate.Builder().margin(perYear).build());
  }

  /**
   * {@return interest at the rates of a table, with a margin on top}
   *
   * @param reference the rates a year
   * @param margin what is added, in percentage points; may be zero
   */
  public static LateInterest floating(ReferenceRates reference, Percentage margin) {
    return at(new ImmutableInterestRate.Builder().reference(reference).margin(margin).build());
  }

  /**
   * Interest at a rate in words; all else is as by default. This is how {@link #rateWords} prints.
   *
   * @param rate such as {@code 9.5%}, {@code German base rate + 9%}, {@code 2 x Swiss rate - 1%, at
   *     most ceiling of 12%} or {@code 1% per 30 days}; the name of reference rates can stand in
   *     double quotes
   * @param own reference rates that go before those {@linkplain ReferenceRates#shipped of the
   *     library}, which are known by their names
   * @return the rule
   * @throws io.dunning.sentence.SentenceException if the text is no rate, or names rates that
   *     nobody knows
   */
  public static LateInterest parseRate(String rate, Collection<ReferenceRates> own) {
    return new RateReader(Objects.requireNonNull(rate, "rate"), Objects.requireNonNull(own, "own"))
        .rate();
  }

  /**
   * The rate in words.
   *
   * @return such as {@code German base rate + 9%} or {@code 1% per 30 days}
   */
  public String rateWords() {
    return rate() + (perDays() > 0 ? " per " + perDays() + " days" : "");
  }

  private static LateInterest at(InterestRate rate) {
    return new ImmutableLateInterest.Builder().rate(rate).build();
  }

  private ImmutableLateInterest.Builder with() {
    return new ImmutableLateInterest.Builder().from(this);
  }

  private LateInterest with(InterestPeriod days) {
    return with().period(days).build();
  }

  /** With the rates of another table. */
  LateInterest withRates(ReferenceRates rates) {
    return with().rate(rate().with().reference(rates).build()).build();
  }

  /**
   * {@return this rule with a multiple of the reference rate}
   *
   * @param factor how many times the reference rate, 1 or more
   * @throws IllegalArgumentException if the factor is less than 1, or if it is more than 1 and the
   *     rate has no reference rate to multiply
   */
  public LateInterest times(int factor) {
    if (factor < 1) {
      throw new IllegalArgumentException("multiple of a rate is less than 1: " + factor);
    }
    return with().rate(rate().with().multiple(factor).build()).build();
  }

  /** {@return this rule with the rate of the first interest day for the whole debt} */
  public LateInterest fixedAtStart() {
    return with().rateMode(RateMode.FIXED_AT_START).build();
  }

  /**
   * {@return this rule with interest that bears interest}
   *
   * @param rests when interest is added to what bears interest
   * @param mode which day's rate counts
   */
  public LateInterest compounding(Compounding rests, RateMode mode) {
    return with().compounding(rests).rateMode(mode).build();
  }

  /**
   * {@return this rule with another day count}
   *
   * @param convention how days become parts of a year
   */
  public LateInterest counting(DayCount convention) {
    return with().dayCount(convention).build();
  }

  /**
   * {@return this rule with a rate that is stated for a number of days instead of a year, such as 1
   * % for 30 days; shorter times count by their days}
   *
   * @param days the days, 1 to 366
   * @throws IllegalArgumentException if the days are out of range
   */
  public LateInterest per(int days) {
    if (days < 1 || days > 366) {
      throw new IllegalArgumentException("days of a rate are not between 1 and 366: " + days);
    }
    return with().perDays(days).build();
  }

  /**
   * {@return this rule with another first day, or without the day of payment}
   *
   * @param first the first day
   * @param payment whether the day of a payment counts
   */
  public LateInterest from(FirstDay first, PaymentDay payment) {
    return with(period().with().firstDay(first).paymentDay(payment).build());
  }

  /**
   * {@return this rule with days of grace after the due date, for which no interest is asked while
   * they run}
   *
   * @param days how many days
   * @param after whether they bear interest once they are over
   */
  public LateInterest grace(Days days, AfterGrace after) {
    return with(period().with().grace(days).afterGrace(after).build());
  }

  /**
   * {@return this rule with another rounding of the sum}
   *
   * @param rule how to round
   */
  public LateInterest rounded(Rounding rule) {
    return with().rounding(rule).build();
  }

  /**
   * {@return this rule with a ceiling on the rate}
   *
   * @param highest the highest rate a year
   */
  public LateInterest atMost(Percentage highest) {
    return atMost(
        ReferenceRates.named("ceiling of " + highest)
            .with(LocalDate.MIN, LocalDate.MAX, highest, "the contract"));
  }

  /**
   * {@return this rule with a ceiling on the rate that changes over time, such as a statutory one}
   *
   * @param highest the highest rates a year
   */
  public LateInterest atMost(ReferenceRates highest) {
    return with().rate(rate().with().ceiling(highest).build()).build();
  }

  /**
   * {@return this rule with an end: interest accrues for no longer than this time from the first
   * interest day on}
   *
   * @param time such as a year
   * @throws IllegalArgumentException if the time is negative or zero
   */
  public LateInterest forAtMost(Period time) {
    Objects.requireNonNull(time, "time");
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("time of interest is not above zero: " + time);
    }
    return with(period().with().limit(time).build());
  }

  /**
   * {@return this rule with a least amount: interest that comes to less is not charged at all}
   *
   * @param amount the least amount of its currency
   */
  public LateInterest atLeast(Money amount) {
    Objects.requireNonNull(amount, "amount");
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(minimums());
    all.put(amount.currency(), amount);
    return with().minimumList(all.values()).build();
  }

  /**
   * {@return the rate a year of a day, or for the days of {@link #per}: reference rate and margin,
   * within the ceiling; empty if a table has no rate for the day}
   *
   * @param day a day
   */
  public Optional<Percentage> rateOn(LocalDate day) {
    RateTable table = table();
    return Optional.ofNullable(table.percentageAt(table.find(day.toEpochDay())));
  }

  /**
   * {@return whether interest for a span is the sum of the interest for its parts; false if the
   * {@link DayCount} is not {@linkplain DayCount#isAdditive additive}} If it is not, interest may
   * shrink from one day to the next.
   */
  public boolean isAdditive() {
    return perDays() > 0 || dayCount().isAdditive();
  }

  /**
   * {@return the tables behind the rate: the reference rates and the ceiling, as far as there are
   * any}
   */
  public List<ReferenceRates> tables() {
    return rate().tables();
  }

  /**
   * Interest on a balance, where payments pay principal only: the fast way for many debts. For
   * compounding, days of grace and an end of interest use {@link ChargeRules#accrue}.
   *
   * @param principalMinor the balance from the due date on, in minor units, not negative
   * @param dueDay the due date, an epoch day
   * @param throughDay the last interest day, an epoch day, included
   * @param paymentDays the epoch days of payments, in order; those by the due date count from it
   * @param paymentsMinor their amounts in minor units, not negative
   * @param count how many payments there are
   * @return minor units, rounded once
   * @throws IllegalStateException if a rate is missing, or if this rule compounds, ends or has days
   *     of grace
   * @throws ArithmeticException if the sum does not fit
   */
  public long interestMinor(
      long principalMinor,
      long dueDay,
      long throughDay,
      long[] paymentDays,
      long[] paymentsMinor,
      int count) {
    return table().interest(principalMinor, dueDay, throughDay, paymentDays, paymentsMinor, count);
  }

  @Value.Check
  void check() {
    if (rateMode() == RateMode.AT_EACH_REST && compounding() == Compounding.NONE) {
      throw new IllegalArgumentException("rate is taken at each rest, but interest is simple");
    }
    if (multiple() > 1 && reference().isEmpty()) {
      throw new IllegalArgumentException(
          "there is no reference rate to multiply by " + multiple() + ": " + rateWords());
    }
    if (perDays() > 0 && compounding() == Compounding.MONTHLY) {
      throw new IllegalArgumentException("a rate for days cannot be compounded by months");
    }
    Objects.requireNonNull(rounding(), "rounding");
  }

  /** Units of {@link #unitsPerRate} between two epoch days, the second excluded. */
  long units(long start, long end) {
    return perDays() > 0 ? end - start : dayCount().units(start, end);
  }

  /** The units for which the rate is stated. */
  long unitsPerRate() {
    return perDays() > 0 ? perDays() : dayCount().unitsPerYear();
  }

  /** How the rate is stated: such as {@code ACT/365F} or {@code per 30 days}. */
  String basis() {
    return perDays() > 0 ? "per " + perDays() + " days" : dayCount().toString();
  }

  /** Such as {@code German base rate + 9%, ACT/365F}. */
  @Override
  public String toString() {
    return LateInterestText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableLateInterest.Builder().from(this).build());
  }
}
