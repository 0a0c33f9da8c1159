package io.dunning.bridges.document;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates, amounts and numbers as XML Schema writes them, and notes what is none. */
final class Values {
  /** No exponent, as in XML Schema; no more digits than any amount needs. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T[0-9:.]{5,20})?(Z|[+-]\\d{2}:\\d{2})?");
  private static final Pattern TIME = Pattern.compile("\\d{14}");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final Findings findings;

  Values(Findings findings) {
    this.findings = findings;
  }

  /** A date such as 2026-03-01; of a time, the day in its own time zone. */
  Optional<LocalDate> date(XmlNode node) {
    Matcher matcher = DATE.matcher(node.text());
    if (matcher.matches()) {
      try {
        return Optional.of(LocalDate.parse(matcher.group(1)));
      } catch (DateTimeException e) {
        return none(node, "date does not exist");
      }
    }
    return none(node, "date is not written as 2026-03-01");
  }

  /** A date of UN/CEFACT: an element with a format, 102 in invoices and 204 with the time. */
  Optional<LocalDate> compactDate(XmlNode node) {
    String format = node.attribute("format").orElse("102");
    if (!format.equals("102") && !format.equals("204")) {
      return none(node, "date has format " + format + ", not 102 (20260301)");
    }
    boolean withTime = format.equals("204") && TIME.matcher(node.text()).matches();
    try {
      return Optional.of(
          LocalDate.parse(withTime ? node.text().substring(0, 8) : node.text(), COMPACT));
    } catch (DateTimeException e) {
      return none(node, "date is not written as 20260301, or does not exist");
    }
  }

  Optional<BigDecimal> decimal(XmlNode node, String what) {
    if (DECIMAL.matcher(node.text()).matches()) {
      return Optional.of(new BigDecimal(node.text()));
    }
    return none(node, what + " is not a decimal number");
  }

  Optional<Percentage> percentage(XmlNode node) {
    return decimal(node, "percentage").map(d -> Percentage.percent(d.toPlainString()));
  }

  /** A count, such as of days. */
  Optional<Integer> count(XmlNode node, String what) {
    Optional<BigDecimal> number = decimal(node, what);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    String whole = number.get().stripTrailingZeros().toPlainString();
    return WHOLE.matcher(whole).matches()
        ? Optional.of(Integer.valueOf(whole))
        : none(node, what + " is not a whole number from 0 to 999999");
  }

  /** A currency by its code. */
  Optional<CurrencyUnit> currency(XmlNode node, String code) {
    try {
      return Optional.of(CurrencyUnit.of(code));
    } catch (IllegalArgumentException e) {
      findings.problem(node.place, "no such currency", code);
      return Optional.empty();
    }
  }

  /** An amount; zeros behind the decimals of the currency do not matter. */
  Optional<Money> money(XmlNode node, CurrencyUnit currency) {
    return decimal(node, "amount").flatMap(number -> money(node, number, currency));
  }

  private Optional<Money> money(XmlNode node, BigDecimal number, CurrencyUnit currency) {
    try {
      Money amount = Money.of(number, currency);
      return amount.minorUnits() == Long.MIN_VALUE
          ? none(node, "amount is too large for " + currency)
          : Optional.of(amount);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int colon = message.lastIndexOf(": ");
      return none(node, colon < 0 ? message : message.substring(0, colon));
    }
  }

  private <T> Optional<T> none(XmlNode node, String what) {
    findings.problem(node.place, what, node.text());
    return Optional.empty();
  }
}
