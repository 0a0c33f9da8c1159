package io.dunning.bridges.document;

import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When an electronic invoice falls due, and which discounts it grants.
 *
 * @param due the due date that the invoice states (BT-9)
 * @param text the payment terms as text (BT-20), as it stands
 * @param terms the payment terms as far as they are known: until the due date, or what the text
 *     says; with the discounts. Empty if neither says when the invoice falls due
 * @param discounts the discounts for early payment, the one with the fewest days first
 * @param instalments the parts in which the invoice falls due, earliest first; empty if it falls
 *     due as a whole
 */
public record AgreedTerms(
    Optional<LocalDate> due,
    Optional<String> text,
    Optional<PaymentTerms> terms,
    List<EarlyPaymentDiscount> discounts,
    List<Instalment> instalments) {

  /**
   * Payment terms.
   *
   * @param due the due date that the invoice states
   * @param text the payment terms as text
   * @param terms the payment terms as far as they are known
   * @param discounts the discounts for early payment
   * @param instalments the parts in which the invoice falls due
   */
  public AgreedTerms {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(terms, "terms");
    discounts = List.copyOf(discounts);
    instalments = List.copyOf(instalments);
  }
}
