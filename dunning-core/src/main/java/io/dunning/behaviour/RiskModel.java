package io.dunning.behaviour;

import io.dunning.money.Percentage;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.Function;

/**
 * A function from a profile to the probability that an invoice not paid a few days before its due
 * date will be late. Prints in words that tell it from others; they are part of a policy's
 * fingerprint.
 */
public sealed interface RiskModel extends Serializable permits Scorecard, RiskModel.Described {

  /**
   * The probability.
   *
   * @param profile how the customer has paid
   * @return 0 to 100 percent
   */
  Percentage probability(PaymentProfile profile);

  /**
   * The first later day on which the probability may differ, if nothing happens until then.
   *
   * @param profile how the customer has paid
   * @return an epoch day after that of the profile; {@link Long#MAX_VALUE} if it stays as it is
   */
  default long changesOnDay(PaymentProfile profile) {
    return profile.changesOnDay();
  }

  /**
   * A model of the user's own.
   *
   * @param words what it is, and its version
   * @param function the function; must be pure
   * @return the model
   */
  static RiskModel described(String words, Probability function) {
    if (Objects.requireNonNull(words, "words").isBlank()) {
      throw new IllegalArgumentException("risk model has no words");
    }
    return new Described(words, Objects.requireNonNull(function, "function"));
  }

  /** A function of the user's own. */
  @FunctionalInterface
  interface Probability extends Function<PaymentProfile, Percentage>, Serializable {}

  /**
   * A model of the user's own.
   *
   * @param words what it is
   * @param function the function
   */
  record Described(String words, Probability function) implements RiskModel {
    private static final long serialVersionUID = 1L;

    @Override
    public Percentage probability(PaymentProfile profile) {
      return function.apply(profile);
    }

    /** Equal by its words: functions cannot be compared. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Described that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
      return words.hashCode();
    }

    /** The words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * The rival of every model: late if the latest settled invoice was.
   *
   * @return 100 percent if it was late, 0 if it was not, 50 if there is none
   */
  static RiskModel lateLastTime() {
    return LATE_LAST_TIME;
  }

  /** See {@link #lateLastTime}. */
  RiskModel LATE_LAST_TIME =
      described(
          "late last time",
          p -> Percentage.percent(p.settled() == 0 ? "50" : p.wasLatestLate() ? "100" : "0"));
}
