package io.dunning.policy;

import io.dunning.grammar.Sentence;

/**
 * A condition that is one sentence, without others in it. The families are sorted by what they ask
 * about; each lists the forms of its sentences, so that {@link ConditionGrammar} reads them.
 *
 * <p>The names of these classes are part of every stored fingerprint; never rename one.
 */
sealed interface Leaf extends Question
    permits Constant,
        DebtCondition,
        DisputeCondition,
        AgreementCondition,
        CustomerCondition,
        PaymentCondition,
        StepCondition,
        CorrespondenceCondition,
        ArrivalCondition,
        CollectionCondition,
        LimitationCondition,
        CreditCondition,
        Described {

  /** The sentence: its form, and the values in it. */
  Sentence phrase();

  /**
   * Writes this condition so that no other condition is written alike. A kind of condition has one
   * sentence, so that the kind, the user's words and the sentence tell each condition from others.
   * Whether names stand in quotes does not matter.
   */
  @Override
  default void write(CanonicalForm form) {
    Sentence words = phrase();
    form.text(getClass().getSimpleName()).texts(words.names()).text(words.plain());
  }
}
