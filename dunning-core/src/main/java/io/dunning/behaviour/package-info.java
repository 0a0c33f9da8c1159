/**
 * How a customer pays: facts from the payment history, a risk band, and the probability of a late
 * payment.
 *
 * <p>Start with {@link io.dunning.behaviour.PaymentProfile}. It contains only what was known at the
 * end of a day, so you can check an old decision without hindsight. {@link
 * io.dunning.behaviour.RiskBand} describes the customer in one word. A {@link
 * io.dunning.behaviour.RiskModel} turns a profile into the probability that an unpaid invoice will
 * be late; {@link io.dunning.behaviour.Scorecard} is a model whose points you can read. {@link
 * io.dunning.behaviour.RiskReport} tells you how well a model would have predicted the past.
 */
package io.dunning.behaviour;
