package io.dunning.terms;

import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads payment terms, word by word, and says where it stopped understanding. */
final class TermsParser {
  private static final Pattern WORD = Pattern.compile("[^\\s,]+");
  private static final Pattern DISCOUNT =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%?/(\\d{1,4})");

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private int at;

  TermsParser(String text) {
    this.text = Objects.requireNonNull(text, "text");
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(m.group().toLowerCase(Locale.ROOT));
      starts.add(m.start());
    }
  }

  PaymentTerms parse() {
    List<Matcher> discounts = new ArrayList<>();
    for (Matcher m; at < words.size() && (m = DISCOUNT.matcher(words.get(at))).matches(); at++) {
      discounts.add(m);
    }
    PaymentTerms terms = rule();
    if (at < words.size()) {
      throw stopped("the end");
    }
    for (Matcher m : discounts) {
      BigDecimal rate = new BigDecimal(m.group(1));
      terms =
          terms.discount(Percentage.percent(rate.toPlainString()), Integer.parseInt(m.group(2)));
    }
    return terms;
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
      return PaymentTerms.netMonths(count);
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
    String found = at < words.size() ? text.substring(position) : "nothing more";
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
