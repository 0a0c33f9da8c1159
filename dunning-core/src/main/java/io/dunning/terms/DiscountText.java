package io.dunning.terms;

import io.dunning.terms.EarlyPaymentDiscount.OnPartPayment;

/** A discount in the trade's notation, as {@link DiscountParser} reads it. */
final class DiscountText {
  private DiscountText() {}

  /** Returns text such as {@code 2/10 grace 3 pro rata}. */
  static String of(EarlyPaymentDiscount discount) {
    String off =
        discount
            .rate()
            .map(r -> r.value().toPlainString())
            .orElseGet(() -> discount.amount().orElseThrow().toString().replace(" ", ""));
    String last =
        switch (discount.counted()) {
          case FROM_START -> "/" + discount.days();
          case FROM_MONTH_END -> "/EOM+" + discount.days();
          case DAY_OF_NEXT_MONTH -> "/" + discount.days() + "prox";
        };
    return off
        + last
        + (discount.cutOff() == EarlyPaymentDiscount.NO_CUT_OFF
            ? ""
            : " cut-off " + discount.cutOff())
        + (discount.graceDays() == 0 ? "" : " grace " + discount.graceDays())
        + (discount.onPartPayment() == OnPartPayment.PRO_RATA ? " pro rata" : "");
  }
}
