package io.dunning.evaluation;

import io.dunning.money.Money;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Why something was decided, or why a step was left out, with the facts. A reason is one record of
 * one of six families. It prints as a sentence; its parts are data. Immutable and thread-safe.
 */
public sealed interface Reason extends Serializable
    permits DueReason, HoldReason, AmountReason, StepReason, ContactReason, LeftOutReason {

  /**
   * The rule that this reason is about.
   *
   * @return the rule that decided; for a step that was left out the rule that keeps it back, which
   *     is {@link Rule#CANDIDATE} if the step does not apply
   */
  Rule rule();

  /**
   * The step that this reason is about.
   *
   * @return the name of a step; empty if it is about the debt as a whole
   */
  default Optional<String> aboutStep() {
    return Optional.empty();
  }

  /**
   * The facts that it names.
   *
   * @return the parts of the record by name, in their order; what is absent is left out
   */
  default Map<String, Object> facts() {
    return Reasons.facts((Record) this);
  }

  /**
   * {@return the day on which this reason ends by itself, if nothing happens until then; empty if
   * no date ends it}
   */
  default Optional<LocalDate> endsOn() {
    return Optional.empty();
  }

  /**
   * {@return how much more would have to be overdue for this reason to end; empty if no amount ends
   * it}
   */
  default Optional<Money> missing() {
    return Optional.empty();
  }

  /**
   * {@return the visitor's answer, from its method for the family of this reason}
   *
   * @param visitor who answers for every family of reasons
   * @param <R> what the answer is
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * Answers for each family of reasons; a new family has to be answered, too. Where the language
   * checks that a {@code switch} over sealed types is complete, you do not need it.
   *
   * @param <R> what the answer is
   */
  interface Visitor<R> {
    /**
     * {@return the answer for a {@link DueReason}}
     *
     * @param reason the reason
     */
    R due(DueReason reason);

    /**
     * {@return the answer for a {@link HoldReason}}
     *
     * @param reason the reason
     */
    R hold(HoldReason reason);

    /**
     * {@return the answer for an {@link AmountReason}}
     *
     * @param reason the reason
     */
    R amount(AmountReason reason);

    /**
     * {@return the answer for a {@link StepReason}}
     *
     * @param reason the reason
     */
    R step(StepReason reason);

    /**
     * {@return the answer for a {@link ContactReason}}
     *
     * @param reason the reason
     */
    R contact(ContactReason reason);

    /**
     * {@return the answer for a {@link LeftOutReason}}
     *
     * @param reason the reason
     */
    R leftOut(LeftOutReason reason);
  }
}
