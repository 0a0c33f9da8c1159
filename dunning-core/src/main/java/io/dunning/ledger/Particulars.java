package io.dunning.ledger;

import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What some invoices know beyond amount and dates. Immutable.
 *
 * @param terms the payment terms; null if only the due date is known
 * @param from the day from which the terms count, usually the invoice date; null without terms
 * @param bookedOn the day on which the invoice was booked; null if it is the invoice date
 * @param tiers the discounts of the terms
 */
record Particulars(
    PaymentTerms terms, LocalDate from, LocalDate bookedOn, List<DiscountTier> tiers) {
  static final Particulars NONE = new Particulars(null, null, null, List.of());

  Particulars onTerms(PaymentTerms newTerms, LocalDate newFrom) {
    Objects.requireNonNull(newTerms, "terms");
    Objects.requireNonNull(newFrom, "countedFrom");
    return new Particulars(newTerms, newFrom, bookedOn, DiscountTier.of(newTerms, newFrom));
  }

  Particulars bookedOn(LocalDate day) {
    return new Particulars(terms, from, day, tiers);
  }
}
