package io.dunning.terms;

import io.dunning.calendar.DateSpan;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.text.Excerpt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads payment terms word by word, and names the position of the first word it cannot read. */
final class TermsParser {
  /** The longest text; the trade's terms have about twenty characters. */
  static final int LONGEST = 10_000;

  private static final Pattern WORD = Pattern.compile("[^\\s,]+");
  private static final Pattern DISCOUNT =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(%|[a-z]{3})?/(eom\\+)?(\\d{1,4})(prox)?");

  private static final Pattern DAY = Pattern.compile("\\d{1,2}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private int at;

  TermsParser(String text) {
    this.text = Objects.requireNonNull(text, "text");
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "payment terms have more than " + LONGEST + " characters: " + Excerpt.of(text));
    }
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(lowerCase(m.group()));
      starts.add(m.start());
    }
  }

  /**
   * Turns A to Z into a to z, and leaves every other character as it is. {@link
   * String#toLowerCase()} turns some letters into two and then takes quadratic time.
   */
  private static String lowerCase(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
    }
    return lower.toString();
  }

  PaymentTerms parse() {
    List<Matcher> discounts = new ArrayList<>();
    for (Matcher m; at < words.size() && (m = DISCOUNT.matcher(words.get(at))).matches(); at++) {
      discounts.add(m);
    }
    PaymentTerms terms = rule();
    while (at < words.size()) {
      terms = further(terms);
    }
    for (Matcher m : discounts) {
      terms = terms.discount(discount(m));
    }
    return terms;
  }

  private static EarlyPaymentDiscount discount(Matcher m) {
    int days = Integer.parseInt(m.group(4));
    boolean share = m.group(2) == null || m.group(2).equals("%");
    EarlyPaymentDiscount plain =
        share
            ? EarlyPaymentDiscount.of(Percentage.percent(m.group(1)), days)
            : EarlyPaymentDiscount.of(
                Money.of(m.group(1), CurrencyUnit.of(m.group(2).toUpperCase(Locale.ROOT))), days);
    if (m.group(3) != null) {
      return plain.afterMonthEnd();
    }
    return m.group(5) != null ? plain.onDayOfNextMonth() : plain;
  }

  /** Reads one addition after the rule, such as {@code at most 60}. */
  private PaymentTerms further(PaymentTerms terms) {
    if (take("rog")) {
      return terms.fromReceiptOfGoods();
    }
    if (take("then")) {
      return moved(terms);
    }
    if (take("on")) {
      PaymentDays closed = terms.paymentDays();
      return terms.on(new PaymentDays(List.of(days()), closed.closed()));
    }
    if (take("not")) {
      expect("in");
      return terms.on(terms.paymentDays().closed(span()));
    }
    if (take("at")) {
      expect("most");
      return terms.atMost(number());
    }
    if (take("as")) {
      expect("of");
      return terms.asOf(date());
    }
    throw stopped("the end");
  }

  private PaymentTerms moved(PaymentTerms terms) {
    if (take("eom")) {
      return terms.thenEndOfMonth();
    }
    int count = number();
    if (take("prox")) {
      return terms.thenDayOfNextMonth(count);
    }
    if (take("month") || take("months")) {
      return terms.thenMonths(count);
    }
    if (take("day") || take("days")) {
      return terms.thenDays(count);
    }
    throw stopped("days, months or prox");
  }

  private Integer[] days() {
    String[] numbers = at < words.size() ? words.get(at).split("/", -1) : new String[0];
    boolean allDays = Arrays.stream(numbers).allMatch(n -> DAY.matcher(n).matches());
    if (numbers.length == 0 || !allDays) {
      throw stopped("days of the month such as 5/10/25");
    }
    at++;
    return Arrays.stream(numbers).map(Integer::valueOf).toArray(Integer[]::new);
  }

  private DateSpan span() {
    String[] ends = at < words.size() ? words.get(at).split("\\.\\.", -1) : new String[0];
    try {
      if (ends.length == 2) {
        DateSpan span = new DateSpan(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
        at++;
        return span;
      }
    } catch (DateTimeException e) {
      throw stopped("a period such as 2026-08-01..2026-08-31");
    }
    throw stopped("a period such as 2026-08-01..2026-08-31");
  }

  private LocalDate date() {
    if (at >= words.size() || !DATE.matcher(words.get(at)).matches()) {
      throw stopped("a date such as 2026-01-31");
    }
    try {
      return LocalDate.parse(words.get(at++));
    } catch (DateTimeException e) {
      at--;
      throw stopped("a date such as 2026-01-31");
    }
  }

  private PaymentTerms rule() {
    if (take("due")) {
      expect("on");
      expect("receipt");
      return PaymentTerms.dueOnReceipt();
    }
    if (take("eom")) {
      if (take("next")) {
        return PaymentTerms.endOfNextMonth();
      }
      return take("+") ? PaymentTerms.endOfMonthThenDays(number()) : PaymentTerms.endOfMonth();
    }
    if (take("cod")) {
      return PaymentTerms.cashOnDelivery();
    }
    if (take("net")) {
      if (take("eom")) {
        return PaymentTerms.endOfMonth();
      }
      int start = at;
      int count = number();
      return take("prox") || take("mfi") ? proximo(count) : net(count, start);
    }
    int start = at;
    int count = number();
    if (take("prox") || take("mfi")) {
      return proximo(count);
    }
    if (take("days") || take("day")) {
      return PaymentTerms.net(count);
    }
    at = Math.min(start + 1, words.size());
    throw stopped("prox or days");
  }

  private PaymentTerms net(int count, int start) {
    if (take("months") || take("month")) {
      return take("sticky") ? PaymentTerms.netMonthsSticky(count) : PaymentTerms.netMonths(count);
    }
    if (take("weeks") || take("week")) {
      return PaymentTerms.netWeeks(count);
    }
    if (!take("days")) {
      take("day");
    }
    return take("eom") ? PaymentTerms.netThenEndOfMonth(count) : PaymentTerms.net(count);
  }

  private PaymentTerms proximo(int day) {
    return take("cut-off")
        ? PaymentTerms.dayOfNextMonth(day, number())
        : PaymentTerms.dayOfNextMonth(day);
  }

  private boolean take(String word) {
    if (at < words.size() && words.get(at).equals(word)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!take(word)) {
      throw stopped(word);
    }
  }

  private int number() {
    if (at >= words.size() || !words.get(at).matches("\\d{1,5}(st|nd|rd|th)?")) {
      throw stopped("a number");
    }
    return Integer.parseInt(words.get(at++).replaceAll("\\D", ""));
  }

  private IllegalArgumentException stopped(String expected) {
    int position = at < words.size() ? starts.get(at) : text.length();
    String found = at < words.size() ? Excerpt.of(text.substring(position)) : "nothing more";
    return new IllegalArgumentException(
        "cannot read payment terms at position "
            + (position + 1)
            + ", expected "
            + expected
            + ": "
            + found
            + "\nMaybe: net 30, 2/10 net 30, net 30 EOM, 15 prox, due on receipt");
  }
}
