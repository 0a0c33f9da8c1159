package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

  abstract List<Move> moves();

  /** Counted from the receipt of the goods. */
  @Value.Default
  boolean fromGoods() {
    return false;
  }

  /** Counted from this date, whenever the invoice was written. */
  abstract Optional<LocalDate> postdated();

  /**
   * The days on which the customer pays; a due date is moved to the next of them.
   *
   * @return {@link PaymentDays#ANY} unless set
   */
  @Value.Default
  public PaymentDays paymentDays() {
    return PaymentDays.ANY;
  }

  /**
   * The longest time that the law or a contract allows.
   *
   * @return calendar days from the day from which the terms count; empty if there is no limit
   */
  public abstract OptionalInt mostDays();

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
   * As {@link #netMonths}, and from the last day of a month to the last day of a month (the
   * end-of-month rule of the bond market).
   *
   * @param months 1 to 120
   * @return the terms
   */
  public static PaymentTerms netMonthsSticky(int months) {
    return of(new DueRule.NetMonthsSticky(inRange("months", months, 1, 120)));
  }

  /**
   * Due on delivery: on the day on which the goods are received.
   *
   * @return the terms
   */
  public static PaymentTerms cashOnDelivery() {
    return net(0).fromReceiptOfGoods();
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
   * prox}, {@code 10 prox cut-off 25}, {@code due on receipt}, {@code COD}; a discount until a day
   * counted from the month's end is {@code 2/EOM+10}, until a day of the next month {@code
   * 2/10prox}; behind the rule {@code then 15 days}, {@code then EOM}, {@code then 10 prox}, {@code
   * on 5/10/25}, {@code at most 60}, {@code as of 2026-05-01}, {@code ROG}. Capital letters do not
   * matter. {@code 2/10 EOM} is read as it stands: a discount for ten days, due at the end of the
   * month.
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
    return discount(EarlyPaymentDiscount.of(rate, days));
  }

  /**
   * These terms with a further discount.
   *
   * @param discount the discount
   * @return the terms
   * @throws IllegalArgumentException if a later discount is not smaller than a sooner one
   */
  public PaymentTerms discount(EarlyPaymentDiscount discount) {
    List<EarlyPaymentDiscount> all = new ArrayList<>(discounts());
    all.add(discount);
    all.sort((a, b) -> Integer.compare(a.days(), b.days()));
    return new ImmutablePaymentTerms.Builder().from(this).discounts(all).build();
  }

  private PaymentTerms then(Move move) {
    return new ImmutablePaymentTerms.Builder().from(this).addMoves(move).build();
  }

  /**
   * These terms, so many days later.
   *
   * @param days 1 to 3,660
   * @return the terms
   */
  public PaymentTerms thenDays(int days) {
    return then(new Move.Days(inRange("days", days, 1, 3_660)));
  }

  /**
   * These terms, so many months later.
   *
   * @param months 1 to 120
   * @return the terms
   */
  public PaymentTerms thenMonths(int months) {
    return then(new Move.Months(inRange("months", months, 1, 120)));
  }

  /**
   * These terms, at the end of the month then reached.
   *
   * @return the terms
   */
  public PaymentTerms thenEndOfMonth() {
    return then(new Move.MonthEnd());
  }

  /**
   * These terms, on a day of the month after the one then reached.
   *
   * @param day the day of the month, 1 to 31
   * @return the terms
   */
  public PaymentTerms thenDayOfNextMonth(int day) {
    return then(new Move.DayOfNextMonth(inRange("day of month", day, 1, 31)));
  }

  /**
   * These terms, counted from the receipt of the goods: {@code ROG}.
   *
   * @return the terms
   */
  public PaymentTerms fromReceiptOfGoods() {
    return new ImmutablePaymentTerms.Builder().from(this).fromGoods(true).build();
  }

  /**
   * These terms, counted from a later date than the invoice's: {@code AS OF}, season dating.
   *
   * @param date the date
   * @return the terms
   */
  public PaymentTerms asOf(LocalDate date) {
    return new ImmutablePaymentTerms.Builder().from(this).postdated(date).build();
  }

  /**
   * These terms, due dates moved to days on which the customer pays.
   *
   * @param days the days
   * @return the terms
   */
  public PaymentTerms on(PaymentDays days) {
    return new ImmutablePaymentTerms.Builder().from(this).paymentDays(days).build();
  }

  /**
   * These terms within a longest time: a due date beyond it is brought forward, to the last payment
   * day within it.
   *
   * @param days calendar days from the day from which the terms count, 0 or more
   * @return the terms
   */
  public PaymentTerms atMost(int days) {
    return new ImmutablePaymentTerms.Builder()
        .from(this)
        .mostDays(inRange("days", days, 0, 3_660))
        .build();
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
      if (later.days() == sooner.days() || !isLess(later, sooner)) {
        throw new IllegalArgumentException(
            "a later discount is not smaller than a sooner one: " + sooner + ", " + later);
      }
    }
  }

  private static boolean isLess(EarlyPaymentDiscount later, EarlyPaymentDiscount sooner) {
    if (later.rate().isPresent() && sooner.rate().isPresent()) {
      return later.rate().get().compareTo(sooner.rate().get()) < 0;
    }
    if (later.amount().isPresent() && sooner.amount().isPresent()) {
      return later.amount().get().compareTo(sooner.amount().get()) < 0;
    }
    // a share and an amount cannot be compared without an invoice
    return true;
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
   * @return the due date, on a payment day, moved by the {@link #convention}
   * @throws DateTimeException if the calendar does not cover a day that has to be looked at, the
   *     date lies behind {@link LocalDate#MAX}, or there is no payment day within the longest time
   * @throws IllegalArgumentException if the terms count from the receipt of the goods
   */
  public LocalDate dueDate(LocalDate issued, BusinessCalendar calendar) {
    if (fromGoods()) {
      throw new IllegalArgumentException("terms count from the receipt of the goods: " + this);
    }
    return found(postdated().orElse(issued), calendar);
  }

  /**
   * The due date of an invoice whose goods were received on a day, from which the terms may count.
   *
   * @param issued the invoice date
   * @param received the day on which the goods were received
   * @param calendar says which days are business days
   * @return the due date, as {@link #dueDate(LocalDate, BusinessCalendar)}
   * @throws DateTimeException as {@link #dueDate(LocalDate, BusinessCalendar)}
   */
  public LocalDate dueDate(LocalDate issued, LocalDate received, BusinessCalendar calendar) {
    return found(start(issued, received), calendar);
  }

  private LocalDate found(LocalDate start, BusinessCalendar calendar) {
    return findDueDate(start, calendar)
        .orElseThrow(
            () ->
                new DateTimeException(
                    "no payment day within " + mostDays().orElse(0) + " days of " + start));
  }

  /** The day from which the terms count. */
  private LocalDate start(LocalDate issued, LocalDate received) {
    return fromGoods() ? received : postdated().orElse(issued);
  }

  /**
   * The due date, if there is one.
   *
   * @param start the day from which the terms count
   * @param calendar says which days are business days
   * @return the due date; empty if no payment day lies within the longest time
   * @throws DateTimeException if the calendar does not cover a day that has to be looked at, or the
   *     date lies behind {@link LocalDate#MAX}
   */
  public Optional<LocalDate> findDueDate(LocalDate start, BusinessCalendar calendar) {
    LocalDate due = rule().due(start);
    for (Move move : moves()) {
      due = move.from(due);
    }
    if (mostDays().isEmpty()) {
      return paymentDays().onOrAfter(due).map(d -> calendar.adjust(d, convention()));
    }
    DateSpan allowed = new DateSpan(start, start.plusDays(mostDays().getAsInt()));
    return paymentDays()
        .within(due, allowed)
        .map(d -> calendar.adjust(d, convention()))
        .map(d -> allowed.contains(d) ? d : calendar.adjust(allowed.lastInclusive(), PRECEDING));
  }

  private static final BusinessDayConvention PRECEDING = BusinessDayConvention.PRECEDING;

  /**
   * The last day of the largest discount.
   *
   * @param issued the invoice date, or the receipt of the goods where the terms count from it
   * @return the day, included; empty if there is no discount
   */
  public Optional<LocalDate> lastDiscountDay(LocalDate issued) {
    LocalDate start = start(issued, issued);
    return discounts().stream().findFirst().map(d -> d.lastDay(start));
  }

  /**
   * What settles an invoice on a day: its amount, less the largest discount that is still earned.
   *
   * @param amount the invoice amount
   * @param issued the invoice date, or the receipt of the goods where the terms count from it
   * @param paidOn the day of the payment
   * @return the amount
   */
  public Money amountToSettle(Money amount, LocalDate issued, LocalDate paidOn) {
    return amount.minus(
        earned(issued, paidOn).map(d -> d.on(amount)).orElse(Money.zero(amount.currency())));
  }

  /**
   * The discount that a payment on a day earns.
   *
   * @param issued the invoice date, or the receipt of the goods where the terms count from it
   * @param paidOn the day of the payment
   * @return the largest discount whose time is not over; empty if none is left
   */
  public Optional<EarlyPaymentDiscount> earned(LocalDate issued, LocalDate paidOn) {
    LocalDate start = start(issued, issued);
    return discounts().stream().filter(d -> d.isEarned(start, paidOn)).findFirst();
  }

  /** Such as {@code 2/10 net 30}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    discounts().forEach(d -> text.append(d).append(' '));
    text.append(rule());
    moves().forEach(m -> text.append(' ').append(m));
    text.append(paymentDays().equals(PaymentDays.ANY) ? "" : " " + paymentDays());
    mostDays().ifPresent(d -> text.append(" at most ").append(d));
    postdated().ifPresent(d -> text.append(" as of ").append(d));
    return text.append(fromGoods() ? " ROG" : "").toString();
  }
}
