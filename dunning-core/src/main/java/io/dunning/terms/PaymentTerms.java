package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The terms of an invoice: when it falls due, and which discounts the customer can take for paying
 * early.
 *
 * <p>Where a term of the trade has two readings, each has its own factory: {@link
 * #netThenEndOfMonth} adds the days and then goes to the end of the month ({@code net 30 EOM});
 * {@link #endOfMonthThenDays} goes to the end of the month and then adds the days ({@code EOM +
 * 30}). One month after 31 January is the last day of February. A due date stays on a weekend or
 * holiday unless you call {@link #adjusted}.
 *
 * <p>Terms print in the trade's notation, such as {@code 2/10 net 30}, and parse what they print,
 * except for a discount of an amount in a currency with decimals of your own. Immutable and
 * thread-safe.
 */
@Value.Immutable
public abstract class PaymentTerms implements Serializable {
  private static final long serialVersionUID = 1L;

  PaymentTerms() {}

  abstract DueRule rule();

  abstract List<Move> moves();

  /** Whether the terms count from the receipt of the goods. */
  @Value.Default
  boolean fromGoods() {
    return false;
  }

  /** The date from which the terms count in place of the invoice date. */
  abstract Optional<LocalDate> postdated();

  /**
   * {@return the days on which the customer pays; {@link PaymentDays#ANY} by default} A due date
   * moves to the next of them.
   */
  @Value.Default
  public PaymentDays paymentDays() {
    return PaymentDays.ANY;
  }

  /**
   * {@return the longest time to pay that a law or a contract allows, in calendar days from the day
   * from which the terms count; empty for no limit}
   */
  public abstract OptionalInt mostDays();

  /**
   * {@return the discounts for early payment, the one with the fewest days first; empty if you
   * grant none}
   */
  public abstract List<EarlyPaymentDiscount> discounts();

  /**
   * {@return how a due date moves that is not a business day; {@link
   * BusinessDayConvention#NO_ADJUST} by default}
   */
  @Value.Default
  public BusinessDayConvention convention() {
    return BusinessDayConvention.NO_ADJUST;
  }

  /**
   * {@return terms under which an invoice is due a number of days after the invoice date}
   *
   * @param days calendar days, 0 to 3,660; the invoice date is day 0
   * @throws IllegalArgumentException if the days are out of range
   */
  public static PaymentTerms net(int days) {
    return of(new DueRule.Net(inRange("days", days, 0, 3_660)));
  }

  /**
   * {@return terms under which an invoice is due a number of weeks after the invoice date}
   *
   * @param weeks 1 to 520
   * @throws IllegalArgumentException if the weeks are out of range
   */
  public static PaymentTerms netWeeks(int weeks) {
    return of(new DueRule.NetWeeks(inRange("weeks", weeks, 1, 520)));
  }

  /**
   * {@return terms under which an invoice is due on the same day of a later month, or on the last
   * day if that month is shorter (German Civil Code, section 188(2) and (3))}
   *
   * @param months how many months later, 1 to 120
   * @throws IllegalArgumentException if the months are out of range
   */
  public static PaymentTerms netMonths(int months) {
    return of(new DueRule.NetMonths(inRange("months", months, 1, 120)));
  }

  /**
   * {@return terms like {@link #netMonths}, except that an invoice dated on the last day of a month
   * is due on the last day of a month (the end-of-month rule of the bond market)}
   *
   * @param months how many months later, 1 to 120
   * @throws IllegalArgumentException if the months are out of range
   */
  public static PaymentTerms netMonthsSticky(int months) {
    return of(new DueRule.NetMonthsSticky(inRange("months", months, 1, 120)));
  }

  /**
   * {@return terms under which an invoice is due on the day on which the customer receives the
   * goods}
   */
  public static PaymentTerms cashOnDelivery() {
    return net(0).fromReceiptOfGoods();
  }

  /**
   * {@return terms under which an invoice is due on the invoice date; they equal {@code net(0)}}
   */
  public static PaymentTerms dueOnReceipt() {
    return net(0);
  }

  /** {@return terms under which an invoice is due on the last day of its month} */
  public static PaymentTerms endOfMonth() {
    return of(new DueRule.DaysThenMonthEnd(0));
  }

  /** {@return terms under which an invoice is due on the last day of the next month} */
  public static PaymentTerms endOfNextMonth() {
    return of(new DueRule.EndOfNextMonth());
  }

  /**
   * {@return the terms {@code net 30 EOM}: add the days to the invoice date, then go to the end of
   * that month}
   *
   * @param days calendar days, 0 to 3,660
   * @throws IllegalArgumentException if the days are out of range
   */
  public static PaymentTerms netThenEndOfMonth(int days) {
    return of(new DueRule.DaysThenMonthEnd(inRange("days", days, 0, 3_660)));
  }

  /**
   * {@return the terms {@code EOM + 30}: go to the end of the invoice's month, then add the days}
   *
   * @param days calendar days, 1 to 3,660
   * @throws IllegalArgumentException if the days are out of range
   */
  public static PaymentTerms endOfMonthThenDays(int days) {
    return of(new DueRule.MonthEndThenDays(inRange("days", days, 1, 3_660)));
  }

  /**
   * {@return the terms {@code 15 prox} (proximo, also written {@code 15 MFI}): an invoice is due on
   * a fixed day of the next month, or on its last day if that month is shorter}
   *
   * @param day the day of the month, 1 to 31
   * @throws IllegalArgumentException if the day is out of range
   */
  public static PaymentTerms dayOfNextMonth(int day) {
    return of(
        new DueRule.DayOfNextMonth(
            inRange("day of month", day, 1, 31), DueRule.DayOfNextMonth.NO_CUT_OFF));
  }

  /**
   * {@return terms like {@link #dayOfNextMonth(int)}, except that an invoice dated on or after the
   * cut-off day is due one month later}
   *
   * @param day the day of the month, 1 to 31
   * @param cutOff the cut-off day of the month, 1 to 31
   * @throws IllegalArgumentException if a day is out of range
   */
  public static PaymentTerms dayOfNextMonth(int day, int cutOff) {
    return of(
        new DueRule.DayOfNextMonth(
            inRange("day of month", day, 1, 31), inRange("cut-off day", cutOff, 1, 31)));
  }

  /**
   * Reads terms in the trade's notation.
   *
   * <ul>
   *   <li>Due dates: {@code net 30} (also {@code n/30}, {@code n30}), {@code net 2 weeks}, {@code
   *       net 2 months}, {@code net 30 EOM}, {@code EOM}, {@code EOM + 30}, {@code EOM next},
   *       {@code 15 prox}, {@code 10 prox cut-off 25}, {@code due on receipt}, {@code COD}, {@code
   *       CIA} and {@code PIA} (paid in advance: due on the invoice date)
   *   <li>Discounts, before the due date: {@code 2/10} (also {@code 2% 10}), {@code 5.00EUR/10},
   *       {@code 2/EOM+10} (ten days after the end of the month), {@code 2/EOM+10 cut-off 26},
   *       {@code 2/10prox} (the 10th of the next month), {@code 1/10-60x} (ten and sixty extra
   *       days); each perhaps with {@code grace 3} and {@code pro rata} behind it
   *   <li>Additions, after the due date: {@code then 15 days}, {@code then EOM}, {@code then 10
   *       prox}, {@code on 5/10/25}, {@code not in 2026-08-01..2026-08-31}, {@code at most 60},
   *       {@code adjusted modified following}, {@code as of 2026-05-01}, {@code ROG}
   * </ul>
   *
   * <p>You can use capital or small letters, and commas between words. The trade reads some terms
   * as a whole, and so does this method:
   *
   * <ul>
   *   <li>Behind discounts in days, EOM counts for all: with {@code 2/10 net 30 EOM} both the ten
   *       days and the thirty days begin at the end of the month. {@code 2/10 net 30 to EOM} grants
   *       ten days from the invoice date, and is due at the end of the month in which the thirty
   *       days end.
   *   <li>{@code 2/10 EOM}, {@code 2/10 prox}, {@code 2/10-60x} and {@code 2/10 ROG} do not say
   *       when the whole is due: twenty days after the last discount ends.
   *   <li>{@code net 25th} is the 25th of the next month, and only stands behind a discount until a
   *       day of the next month, such as {@code 2% 10th prox}.
   * </ul>
   *
   * @param text the terms, at most 10,000 characters
   * @return the terms
   * @throws IllegalArgumentException if the text has another form, or a number is out of range; the
   *     message for an unknown word shows its position
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
          what + " must be between " + from + " and " + to + ": " + value);
    }
    return value;
  }

  /**
   * {@return these terms with another discount, which takes off a percentage}
   *
   * @param rate the percentage, more than 0 % and less than 100 %
   * @param days how many calendar days the customer can take it, 0 or more; the last day counts
   * @throws IllegalArgumentException if a later discount is not smaller than a sooner one
   */
  public PaymentTerms discount(Percentage rate, int days) {
    return discount(EarlyPaymentDiscount.of(rate, days));
  }

  /**
   * {@return these terms with another discount}
   *
   * @param discount the discount
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
   * {@return these terms with the due date moved on by a number of days}
   *
   * @param days calendar days, 1 to 3,660
   * @throws IllegalArgumentException if the days are out of range
   */
  public PaymentTerms thenDays(int days) {
    return then(new Move.Days(inRange("days", days, 1, 3_660)));
  }

  /**
   * {@return these terms with the due date moved on by a number of months}
   *
   * @param months 1 to 120
   * @throws IllegalArgumentException if the months are out of range
   */
  public PaymentTerms thenMonths(int months) {
    return then(new Move.Months(inRange("months", months, 1, 120)));
  }

  /** {@return these terms with the due date moved to the end of its month} */
  public PaymentTerms thenEndOfMonth() {
    return then(new Move.MonthEnd());
  }

  /**
   * {@return these terms with the due date moved to a day of the month after it}
   *
   * @param day the day of the month, 1 to 31
   * @throws IllegalArgumentException if the day is out of range
   */
  public PaymentTerms thenDayOfNextMonth(int day) {
    return then(new Move.DayOfNextMonth(inRange("day of month", day, 1, 31)));
  }

  /**
   * {@return these terms counted from the receipt of the goods ({@code ROG}) instead of the invoice
   * date}
   */
  public PaymentTerms fromReceiptOfGoods() {
    return new ImmutablePaymentTerms.Builder().from(this).fromGoods(true).build();
  }

  /**
   * {@return these terms counted from a fixed date ({@code AS OF}, season dating) instead of the
   * invoice date}
   *
   * @param date the date
   */
  public PaymentTerms asOf(LocalDate date) {
    return new ImmutablePaymentTerms.Builder().from(this).postdated(date).build();
  }

  /**
   * {@return these terms with due dates moved to the next day on which the customer pays}
   *
   * @param days the days on which the customer pays
   */
  public PaymentTerms on(PaymentDays days) {
    return new ImmutablePaymentTerms.Builder().from(this).paymentDays(days).build();
  }

  /**
   * {@return these terms with a longest time to pay} A due date beyond it moves back to the last
   * payment day within that time.
   *
   * @param days calendar days, 0 to 3,660, counted from the day from which the terms count
   * @throws IllegalArgumentException if the days are out of range
   */
  public PaymentTerms atMost(int days) {
    return new ImmutablePaymentTerms.Builder()
        .from(this)
        .mostDays(inRange("days", days, 0, 3_660))
        .build();
  }

  /**
   * {@return these terms with due dates moved to business days}
   *
   * @param convention how to move a due date that is not a business day
   */
  public PaymentTerms adjusted(BusinessDayConvention convention) {
    return new ImmutablePaymentTerms.Builder().from(this).convention(convention).build();
  }

  @Value.Check
  void check() {
    for (int i = 1; i < discounts().size(); i++) {
      EarlyPaymentDiscount sooner = discounts().get(i - 1);
      EarlyPaymentDiscount later = discounts().get(i);
      if (later.days() == sooner.days() || !DiscountAmount.isLess(later, sooner)) {
        throw new IllegalArgumentException(
            "a later discount is not smaller than a sooner one: " + sooner + ", " + later);
      }
    }
  }

  /**
   * {@return the due date of an invoice if every day is a business day}
   *
   * @param issued the invoice date
   * @throws DateTimeException if the due date lies after {@link LocalDate#MAX}, or there is no
   *     payment day within the longest time to pay
   * @throws IllegalArgumentException if the terms count from the receipt of the goods
   */
  public LocalDate dueDate(LocalDate issued) {
    return dueDate(issued, BusinessCalendar.everyDay());
  }

  /**
   * {@return the due date of an invoice, moved to a payment day and then by the {@link
   * #convention}}
   *
   * @param issued the invoice date
   * @param calendar tells which days are business days
   * @throws DateTimeException if the calendar does not cover every day that the convention looks
   *     at, the due date lies after {@link LocalDate#MAX}, or there is no payment day within the
   *     longest time to pay
   * @throws IllegalArgumentException if the terms count from the receipt of the goods
   */
  public LocalDate dueDate(LocalDate issued, BusinessCalendar calendar) {
    if (fromGoods()) {
      throw new IllegalArgumentException(
          "terms count from the receipt of the goods: "
              + this
              + "\nMaybe: give the day on which the customer received the goods");
    }
    return found(postdated().orElse(issued), calendar);
  }

  /**
   * Returns the due date of an invoice whose terms may count from the receipt of the goods.
   *
   * @param issued the invoice date
   * @param received the day on which the customer received the goods
   * @param calendar tells which days are business days
   * @return the due date, as {@link #dueDate(LocalDate, BusinessCalendar)}
   * @throws DateTimeException as {@link #dueDate(LocalDate, BusinessCalendar)}
   */
  public LocalDate dueDate(LocalDate issued, LocalDate received, BusinessCalendar calendar) {
    return found(start(issued, received), calendar);
  }

  /**
   * {@return the day from which the terms count: a fixed date, or the day that you give}
   *
   * @param issued the invoice date, or the day of receipt if the terms count from the receipt of
   *     the goods
   */
  public LocalDate startsOn(LocalDate issued) {
    return start(issued, issued);
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
   * {@return the due date; empty if no payment day lies within the longest time to pay}
   *
   * @param start the day from which the terms count, usually the invoice date
   * @param calendar tells which days are business days
   * @throws DateTimeException if the calendar does not cover every day that the convention looks
   *     at, or the due date lies after {@link LocalDate#MAX}
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
   * {@return the last day on which the customer can take the largest discount; it still counts;
   * empty if there is no discount}
   *
   * @param issued the invoice date, or the day of receipt if the terms count from the receipt of
   *     the goods
   */
  public Optional<LocalDate> lastDiscountDay(LocalDate issued) {
    LocalDate start = start(issued, issued);
    return discounts().stream().findFirst().map(d -> d.lastDay(start));
  }

  /**
   * {@return the amount that settles an invoice on a day: the invoice amount less the largest
   * discount that the customer can still take}
   *
   * @param amount the invoice amount
   * @param issued the invoice date, or the day of receipt if the terms count from the receipt of
   *     the goods
   * @param paidOn the day of the payment
   */
  public Money amountToSettle(Money amount, LocalDate issued, LocalDate paidOn) {
    return amount.minus(
        earned(issued, paidOn).map(d -> d.on(amount)).orElse(Money.zero(amount.currency())));
  }

  /**
   * {@return the largest discount that a payment on a day earns; empty if it is too late for all of
   * them, or there are none}
   *
   * @param issued the invoice date, or the day of receipt if the terms count from the receipt of
   *     the goods
   * @param paidOn the day of the payment
   */
  public Optional<EarlyPaymentDiscount> earned(LocalDate issued, LocalDate paidOn) {
    LocalDate start = start(issued, issued);
    return discounts().stream().filter(d -> d.isEarned(start, paidOn)).findFirst();
  }

  /** Returns text such as {@code 2/10 net 30}. */
  @Override
  public String toString() {
    return PaymentTermsText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutablePaymentTerms.Builder().from(this).build());
  }
}
