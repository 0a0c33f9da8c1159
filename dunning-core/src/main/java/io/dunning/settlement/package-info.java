/**
 * The end of a debt that is not simply paid: an offer to take less, a plan to pay in parts, or the
 * route that is worth most.
 *
 * <p>Start with {@link io.dunning.settlement.SettlementRule}, which gives a {@link
 * io.dunning.settlement.SettlementQuote}, with {@link io.dunning.settlement.PlanRule}, which
 * proposes a {@link io.dunning.settlement.PaymentPlan}, and with {@link
 * io.dunning.settlement.EndgameRule}, which ranks each {@link io.dunning.settlement.Route} by its
 * {@link io.dunning.settlement.RecoveryEstimate}. What was spent on a debt before never counts.
 */
package io.dunning.settlement;
