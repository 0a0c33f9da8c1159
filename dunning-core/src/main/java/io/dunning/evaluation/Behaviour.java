package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.Scorecard.Score;
import io.dunning.money.Percentage;
import java.io.Serializable;

/**
 * How the customer has paid, and what the risk model of the policy makes of it.
 *
 * @param profile the profile
 * @param risk the probability of paying late
 * @param score how a scorecard came to it; null if the risk model is not a scorecard
 */
record Behaviour(PaymentProfile profile, Percentage risk, Score score) implements Serializable {
  private static final long serialVersionUID = 1L;
}
