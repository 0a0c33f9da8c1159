package io.dunning.terms;

import io.dunning.calendar.BusinessDayConvention;
import io.dunning.text.ConstantWords;

/** Terms in the trade's notation, as {@link TermsParser} reads them. */
final class PaymentTermsText {
  private PaymentTermsText() {}

  /** Returns text such as {@code 2/10 net 30}. */
  static String of(PaymentTerms terms) {
    StringBuilder text = new StringBuilder();
    terms.discounts().forEach(d -> text.append(d).append(' '));
    text.append(rule(terms));
    terms.moves().forEach(m -> text.append(' ').append(m));
    text.append(terms.paymentDays().equals(PaymentDays.ANY) ? "" : " " + terms.paymentDays());
    terms.mostDays().ifPresent(d -> text.append(" at most ").append(d));
    if (terms.convention() != BusinessDayConvention.NO_ADJUST) {
      String words = ConstantWords.of(terms.convention());
      text.append(" adjusted ").append(words);
    }
    terms.postdated().ifPresent(d -> text.append(" as of ").append(d));
    return text.append(terms.fromGoods() ? " ROG" : "").toString();
  }

  /**
   * Behind discounts in days, EOM would count for all of them; "to EOM" counts for the due date.
   */
  private static String rule(PaymentTerms terms) {
    boolean ambiguous =
        terms.rule() instanceof DueRule.DaysThenMonthEnd
            && !terms.discounts().isEmpty()
            && terms.discounts().stream()
                .allMatch(d -> d.counted() == EarlyPaymentDiscount.Counted.FROM_START);
    if (!ambiguous) {
      return terms.rule().toString();
    }
    int days = ((DueRule.DaysThenMonthEnd) terms.rule()).days();
    return days == 0 ? "net EOM" : "net " + days + " to EOM";
  }
}
