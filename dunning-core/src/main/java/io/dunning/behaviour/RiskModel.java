package io.dunning.behaviour;

import io.dunning.calendar.EpochDay;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.Function;

/**
 * Estimates how likely it is that an invoice, still unpaid a few days before its due date, will be
 * paid late. The text of a model must identify it, because it is part of a policy's fingerprint.
 */
public sealed interface RiskModel extends Serializable permits Scorecard, RiskModel.Described {

  /**
   * Returns the probability that the customer's next invoice will be paid late.
   *
   * @param profile how the customer has paid
   * @return 0 to 100 percent
   */
  Percentage probability(PaymentProfile profile);

  /**
   * Returns the first later day on which the probability may differ if nothing happens until then.
   *
   * @param profile how the customer has paid
   * @return an epoch day after that of the profile; {@link EpochDay#NEVER} if it stays the same
   */
  default long changesOnDay(PaymentProfile profile) {
    return profile.changesOnDay();
  }

  /**
   * {@return a model of your own}
   *
   * @param words the name of the model and its version; two models with the same words are equal
   * @param function a pure function from a profile to a probability
   * @throws IllegalArgumentException if there are no words
   */
  static RiskModel described(String words, Probability function) {
    if (Objects.requireNonNull(words, "words").isBlank()) {
      throw new IllegalArgumentException("a risk model needs words that identify it");
    }
    return new Described(words, Objects.requireNonNull(function, "function"));
  }

  /** A function from a profile to a probability of 0 to 100 percent. */
  @FunctionalInterface
  interface Probability extends Function<PaymentProfile, Percentage>, Serializable {}

  /**
   * A model of your own.
   *
   * @param words the name of the model and its version
   * @param function a pure function from a profile to a probability
   */
  record Described(String words, Probability function) implements RiskModel {
    private static final long serialVersionUID = 1L;

    @Override
    public Percentage probability(PaymentProfile profile) {
      return function.apply(profile);
    }

    /** Returns whether the other model has the same words, because functions cannot be compared. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Described that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
      return words.hashCode();
    }

    /** Returns the words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Returns the simplest model, a yardstick for all others: the next invoice will be late if the
   * one settled last was late.
   *
   * @return a model that gives 100 percent if the invoice settled last was late, 0 if it was on
   *     time, 50 if none was settled
   */
  static RiskModel lateLastTime() {
    return LATE_LAST_TIME;
  }

  /** The model that {@link #lateLastTime} returns. */
  RiskModel LATE_LAST_TIME =
      described(
          "late last time",
          p -> Percentage.percent(p.settled() == 0 ? "50" : p.wasLatestLate() ? "100" : "0"));
}
