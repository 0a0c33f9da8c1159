/**
 * Payment terms: when an invoice falls due, and what the customer saves by paying early.
 *
 * <p>{@link io.dunning.terms.PaymentTerms} are the terms of the trade, such as {@code net 30},
 * {@code 2/10 net 30} or {@code 15 prox}. They print, they parse what they print, and they tell you
 * the due date of an invoice. {@link io.dunning.terms.EarlyPaymentDiscount} is what you take off an
 * invoice that is paid early, and {@link io.dunning.terms.Skonto} reads such discounts from German
 * electronic invoices. {@link io.dunning.terms.PaymentDays} are the days on which a customer pays.
 *
 * <p>{@link io.dunning.terms.PaymentSchedule} divides an invoice into parts with terms of their
 * own; an {@link io.dunning.terms.Instalment} is one such part with its amount and due date. {@link
 * io.dunning.terms.GracePeriod} is the time after the due date in which you do not chase the
 * customer yet.
 */
package io.dunning.terms;
