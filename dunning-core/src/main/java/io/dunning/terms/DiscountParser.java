package io.dunning.terms;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the discounts at the beginning of payment terms. */
final class DiscountParser {
  private static final String OFF = "(\\d{1,19}(?:\\.\\d{1,100})?)";

  /** Such as {@code 2/10}, {@code 5.00eur/10}, {@code 2/eom+10}, {@code 2/10prox}. */
  private static final Pattern ONE_WORD =
      Pattern.compile(OFF + "(%|[a-z]{3})?/(eom\\+)?(\\d{1,10})(prox)?");

  /** Such as {@code 1/10-60x}: ten days, and sixty more. */
  private static final Pattern EXTRA = Pattern.compile(OFF + "%?/(\\d{1,4})-(\\d{1,4})(x|ex)?");

  /** The percentage of {@code 2% 10}. */
  private static final Pattern PERCENT = Pattern.compile(OFF + "%");

  private final TermWords words;
  private boolean anyExtra;

  /** Reads a text that is a discount and nothing else. */
  static EarlyPaymentDiscount parse(String text) {
    TermWords words = new TermWords(text);
    EarlyPaymentDiscount discount = new DiscountParser(words).one();
    if (!words.isAtEnd()) {
      throw words.stopped("the end");
    }
    return discount;
  }

  DiscountParser(TermWords words) {
    this.words = words;
  }

  /** The discounts up to the first word that belongs to none. */
  List<EarlyPaymentDiscount> all() {
    List<EarlyPaymentDiscount> discounts = new ArrayList<>();
    while (isNext()) {
      discounts.add(one());
    }
    return discounts;
  }

  /** Whether a discount has extra days. */
  boolean anyExtra() {
    return anyExtra;
  }

  private boolean isNext() {
    return ONE_WORD.matcher(words.next()).matches()
        || EXTRA.matcher(words.next()).matches()
        || PERCENT.matcher(words.next()).matches();
  }

  /** One discount, with what is said of it behind its days. */
  EarlyPaymentDiscount one() {
    EarlyPaymentDiscount discount = days();
    if (words.take("cut-off")) {
      if (discount.counted() != EarlyPaymentDiscount.Counted.FROM_MONTH_END) {
        words.back();
        throw words.stopped("a discount such as 2/EOM+10 before it");
      }
      discount = discount.afterMonthEnd(words.day());
    }
    if (words.take("grace")) {
      discount = discount.grace(words.number());
    }
    if (words.take("pro")) {
      words.expect("rata");
      discount = discount.proRata();
    }
    return discount;
  }

  private EarlyPaymentDiscount days() {
    Matcher extra = EXTRA.matcher(words.next());
    if (extra.matches()) {
      return extra(extra);
    }
    if (PERCENT.matcher(words.next()).matches()) {
      return percentAndDays();
    }
    Matcher m = ONE_WORD.matcher(words.next());
    if (!m.matches()) {
      throw words.stopped("a discount such as 2/10");
    }
    if (Long.parseLong(m.group(4)) > Integer.MAX_VALUE) {
      throw words.stopped("a discount such as 2/10");
    }
    words.skip();
    EarlyPaymentDiscount plain = plain(m);
    if (m.group(3) != null) {
      return plain.afterMonthEnd();
    }
    return m.group(5) != null || m.group(4).length() < 3 && isProximo()
        ? plain.onDayOfNextMonth()
        : plain;
  }

  private boolean isProximo() {
    return words.take("prox") || words.take("proximo");
  }

  private static EarlyPaymentDiscount plain(Matcher m) {
    int days = Integer.parseInt(m.group(4));
    boolean share = m.group(2) == null || m.group(2).equals("%");
    return share
        ? EarlyPaymentDiscount.of(Percentage.percent(m.group(1)), days)
        : EarlyPaymentDiscount.of(
            Money.of(m.group(1), CurrencyUnit.of(m.group(2).toUpperCase(Locale.ROOT))), days);
  }

  /** The days and the extra days together; a mark says that they are extra. */
  private EarlyPaymentDiscount extra(Matcher m) {
    words.skip();
    boolean marked = words.take("extra") || words.take("ex") || words.take("x");
    if (m.group(4) == null && !marked) {
      throw words.stopped("extra");
    }
    anyExtra = true;
    int days = Integer.parseInt(m.group(2)) + Integer.parseInt(m.group(3));
    return EarlyPaymentDiscount.of(Percentage.percent(m.group(1)), days);
  }

  /** {@code 2% 10}, {@code 2% 10 days} or {@code 2% 10th prox}. */
  private EarlyPaymentDiscount percentAndDays() {
    String percent = words.next();
    words.skip();
    boolean ordinal = words.isOrdinal();
    EarlyPaymentDiscount plain = EarlyPaymentDiscount.of(Percentage.parse(percent), words.day());
    if (isProximo()) {
      return plain.onDayOfNextMonth();
    }
    if (ordinal) {
      throw words.stopped("prox");
    }
    if (!words.take("days")) {
      words.take("day");
    }
    return plain;
  }
}
