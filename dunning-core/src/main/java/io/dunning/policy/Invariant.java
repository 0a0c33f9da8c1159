package io.dunning.policy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.util.Objects;

/**
 * A promise of the author of a policy, to which a check of the policy ({@code
 * io.dunning.check.PolicyCheck}) holds it. Prints as a sentence, such as {@code never call while
 * disputed}, and {@link #parse} reads it. Immutable and thread-safe.
 *
 * <p>An invariant decides nothing: it is no rule of the policy and no part of its fingerprint.
 */
public sealed interface Invariant extends Serializable {
  /**
   * Reads a sentence as invariants print it, such as {@code never refer to agency before "final
   * demand" was delivered} or {@code at most 3 letters in 30 days}.
   *
   * @param text the sentence; capital letters do not matter, and names stand in double quotes or
   *     without
   * @return the invariant
   * @throws io.dunning.sentence.SentenceException if the text is no invariant
   */
  static Invariant parse(String text) {
    return InvariantGrammar.INVARIANTS.parse(Objects.requireNonNull(text, "text"));
  }

  /** During what something must not be done. */
  enum During {
    /** All that is open of the invoice is disputed. */
    DISPUTED("disputed"),
    /** A part of the invoice is disputed, or all of it. */
    PARTLY_DISPUTED("partly disputed"),
    /** A promise to pay the invoice runs. */
    PROMISED("promised"),
    /** A payment plan is agreed and not broken. */
    IN_PLAN("in a payment plan"),
    /** An offer to settle stands. */
    OFFERED("an offer to settle stands"),
    /** A restriction is in force. */
    RESTRICTED("restricted");

    private final String words;

    During(String words) {
      this.words = words;
    }

    /** Such as {@code in a payment plan}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Nothing of a kind is done while something runs.
   *
   * @param action what must not be done; a message counts by whatever channel it goes
   * @param during while what
   * @return the invariant
   */
  static Invariant never(DunningAction action, During during) {
    return new NeverWhile(action, during);
  }

  /**
   * Nothing of a kind is done before a step was taken, for each invoice that it is done about.
   *
   * @param action what must not be done
   * @param step the name of the step that comes first
   * @return the invariant
   */
  static Invariant neverBefore(DunningAction action, String step) {
    return new NeverBefore(action, step, false);
  }

  /**
   * Nothing of a kind is done before the message of a step was delivered: the step was taken, and
   * its message did not come back by then, for each invoice that it is done about.
   *
   * @param action what must not be done
   * @param step the name of the step whose message comes first
   * @return the invariant
   */
  static Invariant neverBeforeDelivered(DunningAction action, String step) {
    return new NeverBefore(action, step, true);
  }

  /**
   * So many contacts by a channel at most in so many days, by steps of the policy about one
   * account.
   *
   * @param most how many, 0 or more
   * @param channel the channel
   * @param days in how many successive days, 1 or more
   * @return the invariant
   */
  static Invariant atMost(int most, Channel channel, int days) {
    return new AtMost(most, channel, days);
  }

  /**
   * The fees and interest assessed on an invoice never exceed a share of its amount.
   *
   * @param share the share of the amount that was billed
   * @return the invariant
   */
  static Invariant chargesAtMost(Percentage share) {
    return new ChargesAtMost(share);
  }

  /**
   * The customer is not contacted within some days after a payment.
   *
   * @param days how many days, the day of the payment not counted, 0 or more
   * @return the invariant
   */
  static Invariant noContactAfterPayment(int days) {
    return new NoContactAfterPayment(days);
  }

  /**
   * An action while something runs.
   *
   * @param action stands for all actions of its kind: messages of any channel and number, and any
   *     task
   * @param during while what
   */
  record NeverWhile(DunningAction action, During during) implements Invariant {
    private static final long serialVersionUID = 1L;

    /**
     * An action while something runs.
     *
     * @param action what must not be done
     * @param during while what
     */
    public NeverWhile {
      action = InvariantGrammar.standsFor(Objects.requireNonNull(action, "action"));
      Objects.requireNonNull(during, "during");
    }

    @Override
    public String toString() {
      return InvariantGrammar.words(this);
    }
  }

  /**
   * An action before a step.
   *
   * @param action stands for all actions of its kind: messages of any channel and number, and any
   *     task
   * @param step the name of the step that comes first
   * @param delivered whether its message must not have come back
   */
  record NeverBefore(DunningAction action, String step, boolean delivered) implements Invariant {
    private static final long serialVersionUID = 1L;

    /**
     * An action before a step.
     *
     * @param action what must not be done
     * @param step the name of the step that comes first
     * @param delivered whether its message must not have come back
     */
    public NeverBefore {
      action = InvariantGrammar.standsFor(Objects.requireNonNull(action, "action"));
      Objects.requireNonNull(step, "step");
    }

    @Override
    public String toString() {
      return InvariantGrammar.words(this);
    }
  }

  /**
   * A number of contacts in some days.
   *
   * @param most how many
   * @param channel the channel
   * @param days in how many days
   */
  record AtMost(int most, Channel channel, int days) implements Invariant {
    private static final long serialVersionUID = 1L;

    /**
     * A number of contacts in some days.
     *
     * @param most how many, 0 or more
     * @param channel the channel
     * @param days in how many days, 1 or more
     * @throws IllegalArgumentException if a number is too small
     */
    public AtMost {
      Objects.requireNonNull(channel, "channel");
      if (most < 0 || days < 1) {
        throw new IllegalArgumentException(
            "at most " + most + " in " + days + " days: a number is too small");
      }
    }

    @Override
    public String toString() {
      return InvariantGrammar.words(this);
    }
  }

  /**
   * The most that is charged.
   *
   * @param share the share of the amount that was billed
   */
  record ChargesAtMost(Percentage share) implements Invariant {
    private static final long serialVersionUID = 1L;

    /**
     * The most that is charged.
     *
     * @param share the share of the amount that was billed
     */
    public ChargesAtMost {
      Objects.requireNonNull(share, "share");
    }

    @Override
    public String toString() {
      return InvariantGrammar.words(this);
    }
  }

  /**
   * A rest after a payment.
   *
   * @param days how many days
   */
  record NoContactAfterPayment(int days) implements Invariant {
    private static final long serialVersionUID = 1L;

    /**
     * A rest after a payment.
     *
     * @param days how many days, 0 or more
     * @throws IllegalArgumentException if the number is negative
     */
    public NoContactAfterPayment {
      if (days < 0) {
        throw new IllegalArgumentException("number of days is negative: " + days);
      }
    }

    @Override
    public String toString() {
      return InvariantGrammar.words(this);
    }
  }
}
