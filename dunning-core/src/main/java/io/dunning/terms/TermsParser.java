package io.dunning.terms;

import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.terms.EarlyPaymentDiscount.Counted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads payment terms: discounts, the rule of the due date, and additions. */
final class TermsParser {
  /** Where nothing else is said, the whole is due so many days after the last discount ends. */
  private static final int AFTER_DISCOUNT = 20;

  private static final Pattern DAY = Pattern.compile("\\d{1,2}");
  private static final Pattern DATE = Pattern.compile("[+-]?\\d{4,9}-\\d{2}-\\d{2}");

  private final TermWords words;
  private List<EarlyPaymentDiscount> discounts = List.of();
  private boolean anyExtra;

  TermsParser(String text) {
    words = new TermWords(text);
  }

  PaymentTerms parse() {
    DiscountParser first = new DiscountParser(words);
    discounts = first.all();
    anyExtra = first.anyExtra();
    PaymentTerms terms = rule();
    while (!words.isAtEnd()) {
      terms = further(terms);
    }
    for (EarlyPaymentDiscount each : discounts) {
      terms = terms.discount(each);
    }
    return terms;
  }

  private PaymentTerms rule() {
    if (words.take("due")) {
      words.expect("on");
      words.expect("receipt");
      return PaymentTerms.dueOnReceipt();
    }
    if (words.take("cia") || words.take("pia")) {
      return PaymentTerms.dueOnReceipt();
    }
    if (words.take("cod")) {
      return PaymentTerms.cashOnDelivery();
    }
    if (words.take("eom")) {
      return endOfMonth();
    }
    if (words.take("net")) {
      return net();
    }
    return isLeftOut() ? afterDiscount() : day();
  }

  /** Whether the terms say how the discount counts, and leave out when the whole is due. */
  private boolean isLeftOut() {
    if (discounts.isEmpty()) {
      return false;
    }
    boolean ends = words.isAtEnd() && (anyExtra || isOf(Counted.DAY_OF_NEXT_MONTH));
    return ends || words.is("rog") || words.is("as");
  }

  private boolean isOf(Counted counted) {
    return discounts.stream().allMatch(d -> d.counted() == counted);
  }

  private PaymentTerms afterDiscount() {
    int last = discounts.get(discounts.size() - 1).days();
    return isOf(Counted.DAY_OF_NEXT_MONTH)
        ? PaymentTerms.dayOfNextMonth(last).thenDays(AFTER_DISCOUNT)
        : PaymentTerms.net(last + AFTER_DISCOUNT);
  }

  private PaymentTerms endOfMonth() {
    if (words.take("next")) {
      return PaymentTerms.endOfNextMonth();
    }
    if (words.take("+")) {
      return PaymentTerms.endOfMonthThenDays(words.number());
    }
    return countsFromMonthEnd()
        ? PaymentTerms.endOfMonthThenDays(
            discounts.get(discounts.size() - 1).days() + AFTER_DISCOUNT)
        : PaymentTerms.endOfMonth();
  }

  /** Behind a discount in days, EOM means that the discount counts from the end of the month. */
  private boolean countsFromMonthEnd() {
    if (discounts.isEmpty() || !isOf(Counted.FROM_START)) {
      return false;
    }
    discounts = discounts.stream().map(EarlyPaymentDiscount::afterMonthEnd).toList();
    return true;
  }

  private PaymentTerms net() {
    if (words.take("eom")) {
      return PaymentTerms.endOfMonth();
    }
    if (words.isOrdinal()) {
      return dayOfMonth();
    }
    int count = words.number();
    if (words.take("prox") || words.take("mfi")) {
      return proximo(count);
    }
    if (words.take("months") || words.take("month")) {
      return words.take("sticky")
          ? PaymentTerms.netMonthsSticky(count)
          : PaymentTerms.netMonths(count);
    }
    if (words.take("weeks") || words.take("week")) {
      return PaymentTerms.netWeeks(count);
    }
    if (!words.take("days")) {
      words.take("day");
    }
    if (words.take("to")) {
      words.expect("eom");
      return PaymentTerms.netThenEndOfMonth(count);
    }
    if (words.take("eom")) {
      return countsFromMonthEnd()
          ? PaymentTerms.endOfMonthThenDays(count)
          : PaymentTerms.netThenEndOfMonth(count);
    }
    return PaymentTerms.net(count);
  }

  /** {@code net 25th} is a day of a month only behind a discount that ends on one. */
  private PaymentTerms dayOfMonth() {
    int day = words.day();
    boolean said = words.take("prox") || words.take("mfi");
    if (!said && (discounts.isEmpty() || !isOf(Counted.DAY_OF_NEXT_MONTH))) {
      throw words.stopped("prox behind a day of the month");
    }
    return proximo(day);
  }

  /** A rule that begins with a number. */
  private PaymentTerms day() {
    boolean ordinal = words.isOrdinal();
    int count = words.day();
    if (words.take("prox") || words.take("mfi")) {
      return proximo(count);
    }
    if (!ordinal && (words.take("days") || words.take("day"))) {
      return PaymentTerms.net(count);
    }
    throw words.stopped(ordinal ? "prox" : "prox or days");
  }

  private PaymentTerms proximo(int day) {
    return words.take("cut-off")
        ? PaymentTerms.dayOfNextMonth(day, words.day())
        : PaymentTerms.dayOfNextMonth(day);
  }

  /** Reads one addition after the rule, such as {@code at most 60}. */
  private PaymentTerms further(PaymentTerms terms) {
    if (words.take("rog")) {
      return terms.fromReceiptOfGoods();
    }
    if (words.take("then")) {
      return moved(terms);
    }
    if (words.take("on")) {
      PaymentDays closed = terms.paymentDays();
      return terms.on(new PaymentDays(List.of(days()), closed.closed()));
    }
    if (words.take("not")) {
      words.expect("in");
      return terms.on(terms.paymentDays().closed(span()));
    }
    if (words.take("at")) {
      words.expect("most");
      return terms.atMost(words.number());
    }
    if (words.take("adjusted")) {
      return terms.adjusted(convention());
    }
    if (words.take("as")) {
      words.expect("of");
      return terms.asOf(date());
    }
    throw words.stopped("the end");
  }

  private PaymentTerms moved(PaymentTerms terms) {
    if (words.take("eom")) {
      return terms.thenEndOfMonth();
    }
    boolean ordinal = words.isOrdinal();
    int count = words.day();
    if (words.take("prox")) {
      return terms.thenDayOfNextMonth(count);
    }
    if (!ordinal && (words.take("month") || words.take("months"))) {
      return terms.thenMonths(count);
    }
    if (!ordinal && (words.take("day") || words.take("days"))) {
      return terms.thenDays(count);
    }
    throw words.stopped(ordinal ? "prox" : "days, months or prox");
  }

  private Integer[] days() {
    String[] numbers = words.next().split("/", -1);
    if (!Arrays.stream(numbers).allMatch(n -> DAY.matcher(n).matches())) {
      throw words.stopped("days of the month such as 5/10/25");
    }
    words.skip();
    return Arrays.stream(numbers).map(Integer::valueOf).toArray(Integer[]::new);
  }

  private DateSpan span() {
    String[] ends = words.next().split("\\.\\.", -1);
    try {
      if (ends.length == 2) {
        DateSpan span = new DateSpan(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
        words.skip();
        return span;
      }
    } catch (DateTimeException e) {
      throw words.stopped("a period such as 2026-08-01..2026-08-31");
    }
    throw words.stopped("a period such as 2026-08-01..2026-08-31");
  }

  private BusinessDayConvention convention() {
    boolean modified = words.take("modified");
    if (words.take("following")) {
      return modified ? BusinessDayConvention.MODIFIED_FOLLOWING : BusinessDayConvention.FOLLOWING;
    }
    if (words.take("preceding")) {
      return modified ? BusinessDayConvention.MODIFIED_PRECEDING : BusinessDayConvention.PRECEDING;
    }
    if (!modified && words.take("nearest")) {
      return BusinessDayConvention.NEAREST;
    }
    throw words.stopped(
        modified ? "following or preceding" : "following, preceding, modified or nearest");
  }

  private LocalDate date() {
    if (!DATE.matcher(words.next()).matches()) {
      throw words.stopped("a date such as 2026-01-31");
    }
    try {
      LocalDate date = LocalDate.parse(words.next());
      words.skip();
      return date;
    } catch (DateTimeException e) {
      throw words.stopped("a date such as 2026-01-31");
    }
  }
}
