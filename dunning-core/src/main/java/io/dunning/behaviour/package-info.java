/**
 * What the payment history of a customer says: facts, a band, a probability.
 *
 * <p>Start with {@link io.dunning.behaviour.PaymentProfile}: only what was known at the end of a
 * day, so that an old decision can be checked without hindsight. {@link
 * io.dunning.behaviour.RiskBand} puts a customer into words; a {@link
 * io.dunning.behaviour.RiskModel} turns a profile into the probability that an unpaid invoice will
 * be late, and {@link io.dunning.behaviour.Scorecard} is one whose points can be read. {@link
 * io.dunning.behaviour.RiskReport} says how well a model would have done.
 */
package io.dunning.behaviour;
