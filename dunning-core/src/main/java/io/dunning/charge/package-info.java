/**
 * What a late payment costs: fees, interest, statutory regimes, caps, and what a payment pays
 * first.
 *
 * <p>Start with {@link io.dunning.charge.LateInterest} (by contract) or {@link
 * io.dunning.charge.StatutoryInterest} (by law), put them with fees into {@link
 * io.dunning.charge.ChargeRules}, and ask those for {@link io.dunning.charge.AccruedCharges} of an
 * invoice on a day: every line with its days, base, rate and amount, and sums that prove.
 *
 * <p>Rates and regimes are data with their source: {@link io.dunning.charge.ReferenceRates}.
 */
package io.dunning.charge;
