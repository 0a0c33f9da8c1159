/**
 * Ways to end a debt that the customer does not simply pay: a settlement for less, a payment plan,
 * or the route that is expected to bring the most.
 *
 * <p>Start with one of three rules. A {@link io.dunning.settlement.SettlementRule} makes a {@link
 * io.dunning.settlement.SettlementQuote}. A {@link io.dunning.settlement.PlanRule} proposes a
 * {@link io.dunning.settlement.PaymentPlan}. An {@link io.dunning.settlement.EndgameRule} ranks
 * each {@link io.dunning.settlement.Route} by its {@link io.dunning.settlement.RecoveryEstimate}.
 * Money that was already spent on a debt never counts.
 */
package io.dunning.settlement;
