package io.dunning.policy;

import io.dunning.action.Performer;
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

  boolean isUnconditional() {
    return condition.equals(Condition.always());
  }

  /** Such as {@code agency Kern for 18% if balance at least 5000.00 EUR}. */
  @Override
  public String toString() {
    return performer + (isUnconditional() ? "" : " if " + condition);
  }
}
