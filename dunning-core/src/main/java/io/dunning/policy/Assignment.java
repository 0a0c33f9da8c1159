package io.dunning.policy;

import io.dunning.action.Performer;
import io.dunning.grammar.Tokens;
import java.io.Serializable;
import java.util.Objects;

/**
 * Who carries out a step, and for which customers and debts. Immutable and thread-safe.
 *
 * @param performer who carries out the step
 * @param condition when; {@link Condition#always} if in any case
 */
public record Assignment(Performer performer, Condition condition) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An assignment.
   *
   * @param performer who carries out the step
   * @param condition when
   */
  public Assignment {
    Objects.requireNonNull(performer, "performer");
    Objects.requireNonNull(condition, "condition");
  }

  /**
   * Reads an assignment in the words in which it prints: {@code agency Kern for 18% if balance at
   * least 5000.00 EUR}. A performer without {@code if} carries out the step in any case.
   *
   * @param text the assignment in words
   * @return the assignment
   * @throws io.dunning.sentence.SentenceException if the text is no {@linkplain Performer#parse
   *     performer}, or no {@linkplain Condition#parse condition} follows {@code if}
   */
  public static Assignment parse(String text) {
    Tokens tokens = Tokens.of(Objects.requireNonNull(text, "text"));
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, "if")) {
        Performer performer = Performer.parse(text.substring(0, tokens.start(i)));
        return new Assignment(performer, ConditionGrammar.parse(tokens, i + 1));
      }
    }
    return new Assignment(Performer.parse(text), Condition.always());
  }

  boolean isUnconditional() {
    return condition.equals(Condition.always());
  }

  /** Such as {@code agency Kern for 18% if balance at least 5000.00 EUR}. */
  @Override
  public String toString() {
    return performer + (isUnconditional() ? "" : " if " + condition);
  }
}
