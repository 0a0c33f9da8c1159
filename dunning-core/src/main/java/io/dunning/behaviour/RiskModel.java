package io.dunning.behaviour;

import io.dunning.calendar.EpochDay;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Estimates how likely it is that an invoice, still unpaid a few days before its due date, will be
 * paid late. The text of a model must identify it, because it is part of a policy's fingerprint.
 */
public sealed interface RiskModel extends Serializable permits Scorecard, RiskModel.Described {

  /**
   * {@return the probability that the customer's next invoice will be paid late, 0 to 100 percent}
   *
   * @param profile how the customer has paid
   */
  Percentage probability(PaymentProfile profile);

  /**
   * {@return the first later day on which the probability may differ if nothing happens until then:
   * an epoch day after that of the profile; {@link EpochDay#NEVER} if it stays the same}
   *
   * @param profile how the customer has paid
   */
  default long changesOnDay(PaymentProfile profile) {
    return profile.changesOnDay();
  }

  /**
   * {@return whether nobody can foresee when the probability changes; true for a model of your own
   * that does not say what it reads} A debt about which such a model is asked is looked at again
   * the next day, and the explanation says so.
   */
  default boolean dailyReview() {
    return false;
  }

  /**
   * What a model of your own reads of a profile. It tells when the probability may differ, so that
   * a debt need not be looked at every day. No value covers {@link PaymentProfile#asOf}: a model
   * that reads the day itself can only be asked again the next day.
   */
  enum Reads {
    /** Facts about settled and written-off invoices only. */
    SETTLED_INVOICES,
    /** Facts about all invoices and about promises. */
    INVOICES_AND_PROMISES,
    /** How many contacts there were, and how many of them were answered. */
    CONTACTS;

    private long changesOnDay(PaymentProfile profile) {
      return switch (this) {
        case SETTLED_INVOICES -> profile.settledChangesOnDay();
        case INVOICES_AND_PROMISES -> profile.changesOnDay();
        case CONTACTS -> profile.contactsChangeOnDay();
      };
    }
  }

  /**
   * {@return a model of your own that may read anything} As nobody can foresee when its answer
   * changes, a debt about which it is asked is looked at again the next day. Say what it
   * {@linkplain #described(String, Probability, Reads...) reads} to avoid that.
   *
   * @param words the name of the model and its version; two models with the same words are equal
   * @param function a pure function from a profile to a probability
   * @throws IllegalArgumentException if there are no words
   */
  static RiskModel described(String words, Probability function) {
    return new Described(words, function, Set.of());
  }

  /**
   * {@return a model of your own that reads some facts of a profile and nothing else}
   *
   * @param words the name of the model and its version; two models with the same words are equal
   * @param function a pure function from a profile to a probability
   * @param reads every kind of fact that the function reads; if it reads another, review dates can
   *     be too late
   * @throws IllegalArgumentException if there are no words
   */
  static RiskModel described(String words, Probability function, Reads... reads) {
    Objects.requireNonNull(reads, "reads");
    return new Described(words, function, Set.copyOf(List.of(reads)));
  }

  /** A function from a profile to a probability of 0 to 100 percent. */
  @FunctionalInterface
  interface Probability extends Function<PaymentProfile, Percentage>, Serializable {}

  /**
   * A model of your own.
   *
   * @param words the name of the model and its version
   * @param function a pure function from a profile to a probability
   * @param reads what it reads of a profile; empty if it may read anything
   */
  record Described(String words, Probability function, Set<Reads> reads) implements RiskModel {
    private static final long serialVersionUID = 1L;

    /**
     * A model of your own.
     *
     * @param words the name of the model and its version
     * @param function a pure function from a profile to a probability
     * @param reads what it reads of a profile; empty if it may read anything
     * @throws IllegalArgumentException if there are no words
     */
    public Described {
      Objects.requireNonNull(reads, "reads");
      if (Objects.requireNonNull(words, "words").isBlank()) {
        throw new IllegalArgumentException("a risk model needs words that identify it");
      }
      Objects.requireNonNull(function, "function");
      reads = Collections.unmodifiableSet(new TreeSet<>(reads));
    }

    @Override
    public Percentage probability(PaymentProfile profile) {
      return function.apply(profile);
    }

    @Override
    public boolean dailyReview() {
      return reads.isEmpty();
    }

    @Override
    public long changesOnDay(PaymentProfile profile) {
      long on = reads.isEmpty() ? profile.asOf().toEpochDay() + 1 : EpochDay.NEVER;
      for (Reads each : reads) {
        on = Math.min(on, each.changesOnDay(profile));
      }
      return on;
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
          p -> Percentage.percent(p.settled() == 0 ? "50" : p.wasLatestLate() ? "100" : "0"),
          Reads.SETTLED_INVOICES);
}
