package io.dunning.evaluation;

import java.io.Serializable;
import java.util.Objects;

/**
 * Identifies a step that is to be taken, so that whoever carries it out can do so once: equal for
 * equal facts on every machine and every day on which the step stays due, different for the next
 * time the step is taken. Immutable and thread-safe.
 *
 * @param policy the name of the policy, which tells the policies of a set apart
 * @param customer the customer's id
 * @param unit what is decided about at once, as {@link Subject#unit} says
 * @param step the name of the step
 * @param occurrence which taking of the step it is, counted from 1 over all dunning cycles of the
 *     unit; takings that were withdrawn, or did not arrive, count; recorded on several invoices for
 *     the same day, a taking counts once
 */
public record StepKey(String policy, String customer, String unit, String step, int occurrence)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The identity of a step that is to be taken.
   *
   * @param policy the name of the policy
   * @param customer the customer's id
   * @param unit what is decided about at once
   * @param step the name of the step
   * @param occurrence which taking it is, counted from 1
   */
  public StepKey {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(step, "step");
    if (occurrence < 1) {
      throw new IllegalArgumentException("occurrences are counted from 1: " + occurrence);
    }
  }

  /**
   * The key as one text, to be used as an identifier: unequal keys have unequal texts.
   *
   * @return such as {@code standard/C-1/INV-7/first notice/1}; a slash or percent sign within a
   *     part is written as {@code %2F} or {@code %25}
   */
  @Override
  public String toString() {
    return String.join(
        "/", escaped(policy), escaped(customer), escaped(unit), escaped(step), "" + occurrence);
  }

  private static String escaped(String part) {
    return part.replace("%", "%25").replace("/", "%2F");
  }
}
