package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When an invoice falls due, and what is taken off for paying sooner.
 *
 * <p>Words of the trade that have two readings are two constructions here: {@code net 30 EOM} adds
 * the days and then rolls to the end of the month ({@link #netThenEndOfMonth}); {@code EOM + 30}
 * rolls first and then adds ({@link #endOfMonthThenDays}). Month arithmetic clamps: 31 January plus
 * a month is the last of February. Due dates are not moved off non-business days unless {@link
 * #adjusted} says so.
 *
 * <p>Prints in the trade's notation and parses what it prints: {@code 2/10 net 30}. Immutable and
 * thread-safe.
 */
@Value.Immutable
public abstract class PaymentTerms implements Serializable {
  private static final long serialVersionUID = 1L;

  PaymentTerms() {}

  abstract DueRule rule();

  /**
   * The discounts for early payment, soonest first.
   *
   * @return the discounts, empty if none is granted
   */
  public abstract List<EarlyPaymentDiscount> discounts();

  /**
   * How a due date on a non-business day is moved.
   *
   * @return the convention, {@link BusinessDayConvention#NO_ADJUST} unless set
   */
  @Value.Default
  public BusinessDayConvention convention() {
    return BusinessDayConvention.NO_ADJUST;
  }

  /**
   * Due so many calendar days after the invoice date.
   *
   * @param days 0 to 3,660; the invoice date is day 0
   * @return the terms
   */
  public static PaymentTerms net(int days) {
    return of(new DueRule.Net(inRange("days", days, 0, 3_660)));
  }

  /**
   * Due so many weeks after the invoice date.
   *
   * @param weeks 1 to 520
   * @return the terms
   */
  public static PaymentTerms netWeeks(int weeks) {
    return of(new DueRule.NetWeeks(inRange("weeks", weeks, 1, 520)));
  }

  /**
   * Due on the same day number so many months later, or on the last day of a shorter month (German
   * Civil Code, section 188(2) and (3)).
   *
   * @param months 1 to 120
   * @return the terms
   */
  public static PaymentTerms netMonths(int months) {
    return of(new DueRule.NetMonths(inRange("months", months, 1, 120)));
  }

  /**
   * Due on the invoice date.
   *
   * @return the terms, the same as {@code net(0)}
   */
  public static PaymentTerms dueOnReceipt() {
    return net(0);
  }

  /**
   * Due at the end of the invoice's month.
   *
   * @return the terms
   */
  public static PaymentTerms endOfMonth() {
    return of(new DueRule.DaysThenMonthEnd(0));
  }

  /**
   * Due at the end of the month after the invoice's.
   *
   * @return the terms
   */
  public static PaymentTerms endOfNextMonth() {
    return of(new DueRule.EndOfNextMonth());
  }

  /**
   * {@code net 30 EOM}: days first, then the end of that month.
   *
   * @param days 0 to 3,660
   * @return the terms
   */
  public static PaymentTerms netThenEndOfMonth(int days) {
    return of(new DueRule.DaysThenMonthEnd(inRange("days", days, 0, 3_660)));
  }

  /**
   * {@code EOM + 30}: the end of the invoice's month first, then days.
   *
   * @param days 1 to 3,660
   * @return the terms
   */
  public static PaymentTerms endOfMonthThenDays(int days) {
    return of(new DueRule.MonthEndThenDays(inRange("days", days, 1, 3_660)));
  }

  /**
   * {@code 15 prox} (proximo; also {@code 15 MFI}): a fixed day of the month after the invoice's,
   * or its last day if it is shorter.
   *
   * @param day the day of the month, 1 to 31
   * @return the terms
   */
  public static PaymentTerms dayOfNextMonth(int day) {
    return of(
        new DueRule.DayOfNextMonth(
            inRange("day of month", day, 1, 31), DueRule.DayOfNextMonth.NO_CUT_OFF));
  }

  /**
   * As {@link #dayOfNextMonth(int)}, one month later for invoices dated on or after a cut-off day.
   *
   * @param day the day of the month, 1 to 31
   * @param cutOff the first day of the month that counts as the next, 1 to 31
   * @return the terms
   */
  public static PaymentTerms dayOfNextMonth(int day, int cutOff) {
    return of(
        new DueRule.DayOfNextMonth(
            inRange("day of month", day, 1, 31), inRange("cut-off day", cutOff, 1, 31)));
  }

  /**
   * Reads the trade's notation: {@code net 30}, {@code 2/10 net 30}, {@code 1/10, net 60}, {@code
   * net 30 EOM}, {@code EOM}, {@code EOM + 30}, {@code EOM next}, {@code net 2 months}, {@code 15
   * prox}, {@code 10 prox cut-off 25}, {@code due on receipt}; capital letters do not matter.
   *
   * @param text the terms
   * @return the terms
   * @throws IllegalArgumentException if the text is anything else; the message points at the place
   */
  public static PaymentTerms parse(String text) {
    return new TermsParser(text).parse();
  }

  static PaymentTerms of(DueRule rule) {
    return new ImmutablePaymentTerms.Builder().rule(rule).build();
  }

  private static int inRange(String what, int value, int from, int to) {
    if (value < from || value > to) {
      throw new IllegalArgumentException(
          what + " are not between " + from + " and " + to + ": " + value);
    }
    return value;
  }

  /**
   * These terms with a further discount.
   *
   * @param rate the share taken off
   * @param days within so many calendar days of the invoice date, the last one included
   * @return the terms
   * @throws IllegalArgumentException if a later discount is not smaller than a sooner one
   */
  public PaymentTerms discount(Percentage rate, int days) {
    List<EarlyPaymentDiscount> all = new ArrayList<>(discounts());
    all.add(new EarlyPaymentDiscount(rate, days));
    all.sort((a, b) -> Integer.compare(a.days(), b.days()));
    return new ImmutablePaymentTerms.Builder().from(this).discounts(all).build();
  }

  /**
   * These terms with due dates moved off non-business days.
   *
   * @param convention how to move them
   * @return the terms
   */
  public PaymentTerms adjusted(BusinessDayConvention convention) {
    return new ImmutablePaymentTerms.Builder().from(this).convention(convention).build();
  }

  @Value.Check
  void check() {
    for (int i = 1; i < discounts().size(); i++) {
      EarlyPaymentDiscount sooner = discounts().get(i - 1);
      EarlyPaymentDiscount later = discounts().get(i);
      if (later.days() == sooner.days() || later.rate().compareTo(sooner.rate()) >= 0) {
        throw new IllegalArgumentException(
            "a later discount is not smaller than a sooner one: " + sooner + ", " + later);
      }
    }
  }

  /**
   * The due date of an invoice, with every day a business day.
   *
   * @param issued the invoice date
   * @return the due date
   * @throws DateTimeException if the date lies behind {@link LocalDate#MAX}
   */
  public LocalDate dueDate(LocalDate issued) {
    return dueDate(issued, BusinessCalendar.everyDay());
  }

  /**
   * The due date of an invoice.
   *
   * @param issued the invoice date
   * @param calendar says which days are business days
   * @return the due date, moved by the {@link #convention}
   * @throws DateTimeException if the calendar does not cover a day that has to be looked at, or the
   *     date lies behind {@link LocalDate#MAX}
   */
  public LocalDate dueDate(LocalDate issued, BusinessCalendar calendar) {
    return calendar.adjust(rule().due(issued), convention());
  }

  /**
   * The last day of the largest discount.
   *
   * @param issued the invoice date
   * @return the day, included; empty if there is no discount
   */
  public Optional<LocalDate> lastDiscountDay(LocalDate issued) {
    return discounts().stream().findFirst().map(d -> d.lastDay(issued));
  }

  /** Such as {@code 2/10 net 30}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    discounts().forEach(d -> text.append(d).append(' '));
    return text.append(rule()).toString();
  }
}
