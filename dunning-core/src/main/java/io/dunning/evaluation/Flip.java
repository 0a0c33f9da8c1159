package io.dunning.evaluation;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The smallest change of one fact that would make a decision another one. Prints as a sentence.
 * Immutable and thread-safe.
 *
 * @param on the day on which it changes by itself; empty if an amount changes it
 * @param more how much more would have to be owed, negative for less; empty if a day changes it
 * @param verdict what it would be
 * @param step the step in question then; empty if none is
 */
public record Flip(
    Optional<LocalDate> on, Optional<Money> more, Verdict verdict, Optional<String> step)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A change.
   *
   * @param on the day on which it changes by itself; empty if an amount changes it
   * @param more how much more would have to be owed, negative for less; empty if a day changes it
   * @param verdict what it would be
   * @param step the step in question then; empty if none is
   */
  public Flip {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(more, "more");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(step, "step");
  }

  /** Such as {@code would be first notice from 2026-02-28}. */
  @Override
  public String toString() {
    String what =
        switch (verdict) {
          case ACT -> step.orElseThrow();
          case AWAIT_APPROVAL -> step.orElseThrow() + ", once approved";
          default -> verdict + step.map(s -> " for " + s).orElse("");
        };
    String where =
        on.map(d -> " from " + d)
            .orElseGet(
                () -> {
                  Money amount = more.orElseThrow();
                  return amount.isNegative()
                      ? " if " + amount.unaryMinus() + " less were open"
                      : " if " + amount + " more were open";
                });
    return "would be " + what + where;
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
