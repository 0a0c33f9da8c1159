package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import java.util.List;

/**
 * What all conditions have in common beyond what users see: how a condition is written into the
 * fingerprint of its policy. The families are sorted by what they ask about.
 */
sealed interface Question extends Condition
    permits Constant,
        Combined,
        Not,
        DebtCondition,
        DisputeCondition,
        AgreementCondition,
        CustomerCondition,
        PaymentCondition,
        StepCondition,
        CorrespondenceCondition,
        Described,
        Watched {

  /** The words of the user's own in the sentence, in its order; no other part of it is free. */
  default List<String> names() {
    return List.of();
  }

  /**
   * Writes this condition so that no other condition is written alike. A kind of condition has one
   * sentence, so that the kind, the user's words and the sentence tell each condition from others.
   */
  default void write(CanonicalForm form) {
    form.text(getClass().getSimpleName()).texts(names()).text(toString());
  }

  /** Writes any condition. */
  static void write(CanonicalForm form, Condition condition) {
    ((Question) condition).write(form);
  }

  /** The day after the last day on which something holds; never if it holds for ever. */
  static long dayAfter(long lastDay) {
    return lastDay == EpochDay.NEVER ? lastDay : lastDay + 1;
  }
}
