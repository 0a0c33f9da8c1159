/**
 * When an invoice falls due. {@link io.dunning.terms.PaymentTerms} names the trade's terms ({@code
 * net 30}, {@code 2/10 net 30}, {@code 15 prox}), prints and parses them, and answers due dates;
 * {@link io.dunning.terms.EarlyPaymentDiscount} is a reward for paying sooner; {@link
 * io.dunning.terms.Instalment} a part of an invoice with a due date of its own; {@link
 * io.dunning.terms.GracePeriod} the days after the due date on which nothing happens yet.
 */
package io.dunning.terms;
