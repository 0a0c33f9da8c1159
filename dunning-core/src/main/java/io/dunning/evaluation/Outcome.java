package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.policy.Condition;
import java.util.Objects;

/**
 * What a review date is about: two decisions are the same if their outcomes are equal.
 *
 * @param verdict what is to be done, in one word
 * @param rule the rule that decided
 * @param step the place of the step in question; -1 if none is
 * @param heldBy the part of the policy's condition, or the restriction, that holds the debt; null
 *     if nothing does, and for a hold in the ledger
 * @param channel how the step reaches the customer; null unless it is to be taken, and does
 * @param addressee the person whom the step addresses; null unless it is to be taken, and addresses
 *     somebody in particular
 * @param tone how the step speaks; null unless it is to be taken, and says so
 * @param performer who performs the step; null unless it is to be taken
 */
record Outcome(
    Verdict verdict,
    Rule rule,
    int step,
    Condition heldBy,
    Channel channel,
    ContactPerson addressee,
    Tone tone,
    Performer performer) {

  /** Compares field by field, since each decision is compared with those of later days. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Outcome that
        && verdict == that.verdict
        && rule == that.rule
        && step == that.step
        && channel == that.channel
        && tone == that.tone
        && Objects.equals(heldBy, that.heldBy)
        && Objects.equals(addressee, that.addressee)
        && Objects.equals(performer, that.performer);
  }

  @Override
  public int hashCode() {
    return Objects.hash(verdict, rule, step, heldBy, channel, addressee, tone, performer);
  }

  /** A verdict about no step in particular. */
  static Outcome of(Verdict verdict, Rule rule) {
    return new Outcome(verdict, rule, -1, null, null, null, null, null);
  }

  /** A step has to wait. */
  static Outcome waiting(Rule rule, int step) {
    return new Outcome(Verdict.WAIT, rule, step, null, null, null, null, null);
  }

  /** Everything is held by a part of the policy's condition, or a restriction. */
  static Outcome held(Condition by) {
    return new Outcome(Verdict.HOLD, Rule.HELD, -1, by, null, null, null, null);
  }

  /** A step that could be taken is held, because of money that may be under way. */
  static Outcome held(Rule rule, int step) {
    return new Outcome(Verdict.HOLD, rule, step, null, null, null, null, null);
  }

  /** Whether a step that could be taken is held, and not the debt as a whole. */
  boolean holdsStep() {
    return verdict == Verdict.HOLD && step >= 0;
  }

  /** Whether a step is to be taken, now or once a person approved it. */
  boolean takesStep() {
    return verdict == Verdict.ACT || verdict == Verdict.AWAIT_APPROVAL;
  }
}
