/**
 * What a late payment costs: fees, interest, the law on late payment, caps, and what a payment pays
 * first.
 *
 * <p>Start with {@link io.dunning.charge.LateInterest} for interest by contract, or with {@link
 * io.dunning.charge.StatutoryInterest} for interest by law. Put it into {@link
 * io.dunning.charge.ChargeRules} together with fees, and ask the rules for the {@link
 * io.dunning.charge.AccruedCharges} of an invoice on a day: lines with days, base, rate and amount,
 * and sums that can be checked.
 *
 * <p>Rates and regimes that ship are data, each row with its source: {@link
 * io.dunning.charge.ReferenceRates}.
 */
package io.dunning.charge;
