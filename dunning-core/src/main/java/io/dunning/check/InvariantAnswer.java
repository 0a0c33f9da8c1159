package io.dunning.check;

import io.dunning.policy.Invariant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a policy keeps an invariant, as far as it was explored.
 *
 * @param invariant what was asked
 * @param verdict the answer
 * @param why what happened, or why the answer is unknown; empty if the invariant holds
 * @param example the shortest story in which it is violated; empty unless it is
 */
public record InvariantAnswer(
    Invariant invariant, Verdict verdict, String why, Optional<World> example) {

  /** The answer. */
  public enum Verdict {
    /** No explored world violates it, and all worlds within the bound were explored. */
    HOLDS,
    /** A world violates it. */
    VIOLATED,
    /** No explored world violates it, but the budget ended, or a condition cannot be explored. */
    INCONCLUSIVE;

    /** Such as {@code holds}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An answer.
   *
   * @param invariant what was asked
   * @param verdict the answer
   * @param why what happened, or why the answer is unknown
   * @param example the shortest story in which it is violated
   */
  public InvariantAnswer {
    Objects.requireNonNull(invariant, "invariant");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(example, "example");
  }

  /** Such as {@code holds: never call while disputed}; an example follows below. */
  @Override
  public String toString() {
    String line = verdict + ": " + invariant + (why.isEmpty() ? "" : ": " + why);
    return example.map(w -> line + "\n" + w.toString().indent(4).stripTrailing()).orElse(line);
  }
}
