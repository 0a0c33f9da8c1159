package io.dunning.bridges.document;

import io.dunning.money.Percentage;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.Skonto;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of payment terms in an electronic invoice (BT-20), line by line.
 *
 * <p>Three kinds of lines are understood: the Skonto lines of an XRechnung such as {@code
 * #SKONTO#TAGE=14#PROZENT=2.00#} (rule BR-DE-18), the trade's notation such as {@code 2/10 net 30},
 * and sentences with one reading only, alone or several in a line and in any order, such as {@code
 * Payment within 30 days} and {@code 14 Tage netto, 2% Skonto innerhalb 7 Tagen}. Every other line
 * is kept as it stands, and so is one of which a part is not understood; nothing is guessed.
 *
 * <p>A Skonto line of zero per cent grants no discount. It is read as the days within which the
 * whole is due; that is our reading, which the rule does not spell out.
 *
 * @param skonto the Skonto lines, those of zero per cent, too, in the order of the text
 * @param terms when the whole is due, without the discounts of the Skonto lines, but with those of
 *     other lines; empty if no line says so, or two say different things
 * @param discounts the discounts of lines that do not say when the whole is due, other than Skonto
 *     lines
 * @param other the lines that are not understood, in the order of the text
 */
public record TermsText(
    List<Skonto> skonto,
    Optional<PaymentTerms> terms,
    List<EarlyPaymentDiscount> discounts,
    List<String> other) {

  /**
   * What a text says.
   *
   * @param skonto the Skonto lines
   * @param terms when the whole is due
   * @param discounts discounts of other lines
   * @param other the lines that are not understood
   */
  public TermsText {
    skonto = List.copyOf(skonto);
    Objects.requireNonNull(terms, "terms");
    discounts = List.copyOf(discounts);
    other = List.copyOf(other);
  }

  /**
   * {@return what a text says}
   *
   * @param text the payment terms of an invoice, one or several lines
   */
  public static TermsText parse(String text) {
    Objects.requireNonNull(text, "text");
    List<Skonto> skonto = new ArrayList<>();
    List<EarlyPaymentDiscount> discounts = new ArrayList<>();
    List<String> other = new ArrayList<>();
    Optional<PaymentTerms> terms = agreed(text);
    for (String each : text.lines().toList()) {
      String line = each.strip();
      Optional<Skonto> discount = Skonto.parse(line);
      TermsPhrases.Said said = discount.isPresent() ? TermsPhrases.NOTHING : TermsPhrases.of(line);
      if (discount.isPresent()) {
        skonto.add(discount.get());
      } else if (said.terms().isPresent() && said.terms().equals(terms)) {
        // that is when the whole is due, however often the text says it
        continue;
      } else if (said.isUnderstood() && said.terms().isEmpty()) {
        discounts.addAll(said.discounts());
      } else if (!line.isEmpty()) {
        other.add(line);
      }
    }
    return new TermsText(skonto, terms.or(() -> whole(skonto)), discounts, other);
  }

  /** When the whole is due by all lines that say so; empty if they contradict each other. */
  private static Optional<PaymentTerms> agreed(String text) {
    List<PaymentTerms> all =
        text.lines()
            .map(String::strip)
            .filter(l -> Skonto.parse(l).isEmpty())
            .flatMap(l -> TermsPhrases.of(l).terms().stream())
            .distinct()
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** A line of zero per cent says within which days the whole is due. */
  private static Optional<PaymentTerms> whole(List<Skonto> lines) {
    List<Skonto> zero = lines.stream().filter(s -> s.rate().value().signum() == 0).toList();
    return zero.size() == 1 && zero.get(0).days() <= 3_660
        ? Optional.of(PaymentTerms.net(zero.get(0).days()))
        : Optional.empty();
  }

  /**
   * Writes the discounts of payment terms as Skonto lines, each with a line break behind it, as
   * rule BR-DE-18 asks. The due date itself belongs into BT-9. Days of grace are left out: the
   * customer is not told about them.
   *
   * @param terms the terms
   * @return the lines; empty text if there is no discount
   * @throws IllegalArgumentException if a line cannot express a discount: an amount, days that
   *     count from the end of a month, a share for part payments, a percentage with more than two
   *     decimals, more than 9,999 days, or terms that do not count from the invoice date; the
   *     message tells every such discount
   */
  public static String write(PaymentTerms terms) {
    Objects.requireNonNull(terms, "terms");
    List<EarlyPaymentDiscount> refused =
        terms.discounts().stream().filter(d -> !isSkonto(d)).toList();
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          "a Skonto line cannot express: "
              + refused.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    if (!terms.discounts().isEmpty() && !countsFromInvoice(terms)) {
      throw new IllegalArgumentException("terms do not count from the invoice date: " + terms);
    }
    return terms.discounts().stream()
        .map(d -> new Skonto(d.days(), d.rate().orElseThrow(), Optional.empty()) + "\n")
        .collect(Collectors.joining());
  }

  private static boolean isSkonto(EarlyPaymentDiscount discount) {
    Optional<Percentage> rate = discount.rate();
    return rate.isPresent()
        && rate.get().value().scale() <= 2
        && discount.counted() == EarlyPaymentDiscount.Counted.FROM_START
        && discount.onPartPayment() == EarlyPaymentDiscount.OnPartPayment.NOTHING
        && discount.days() <= 9_999;
  }

  /** Whether the day from which terms count is the invoice date, whatever that is. */
  private static boolean countsFromInvoice(PaymentTerms terms) {
    return !terms.toString().contains("ROG") && !terms.toString().contains("as of");
  }
}
