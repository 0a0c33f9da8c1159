package io.dunning.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Identifies a step that is to be taken, so that whoever carries it out can do so once: equal for
 * equal facts on every machine and every day on which the step stays due, different for the next
 * time the step is taken. Immutable and thread-safe.
 *
 * @param customer the customer's id
 * @param unit what is decided about at once, as {@link Subject#unit} says
 * @param cycle the day from which the ladder counts in the present dunning cycle
 * @param step the name of the step
 * @param occurrence the how-manieth taking of the step it is, from 1; takings that were withdrawn,
 *     or did not arrive, count
 */
public record StepKey(String customer, String unit, LocalDate cycle, String step, int occurrence)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The identity of a step that is to be taken.
   *
   * @param customer the customer's id
   * @param unit what is decided about at once
   * @param cycle the day from which the ladder counts
   * @param step the name of the step
   * @param occurrence the how-manieth taking it is, from 1
   */
  public StepKey {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(cycle, "cycle");
    Objects.requireNonNull(step, "step");
    if (occurrence < 1) {
      throw new IllegalArgumentException("occurrences are counted from 1: " + occurrence);
    }
  }

  /**
   * The key as one text, to be used as an identifier: unequal keys have unequal texts.
   *
   * @return such as {@code C-1/INV-7/2026-02-14/first notice/1}; a slash or percent sign within a
   *     part is written as {@code %2F} or {@code %25}
   */
  @Override
  public String toString() {
    return String.join(
        "/", escaped(customer), escaped(unit), cycle.toString(), escaped(step), "" + occurrence);
  }

  private static String escaped(String part) {
    return part.replace("%", "%25").replace("/", "%2F");
  }
}
