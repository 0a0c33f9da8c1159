package io.dunning.policy;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * How the ladder goes on once a promise or a payment plan was broken. Prints in words: {@code
 * resumes at final demand}. Immutable and thread-safe.
 *
 * @param withoutDistance whether the next step need not keep its distance from a contact made
 *     before the breach
 * @param step the step at which the ladder goes on; empty if where it was
 */
public record Resumption(boolean withoutDistance, Optional<String> step) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * How the ladder goes on.
   *
   * @param withoutDistance whether the next step need not keep its distance from a contact made
   *     before the breach
   * @param step the step at which the ladder goes on; empty if where it was
   */
  public Resumption {
    Objects.requireNonNull(step, "step");
  }

  /**
   * Where it was, as if nothing had been promised.
   *
   * @return the resumption
   */
  public static Resumption whereItWas() {
    return new Resumption(false, Optional.empty());
  }

  /**
   * Where it was, without the distance from a contact made before the breach.
   *
   * @return the resumption
   */
  public static Resumption atOnce() {
    return new Resumption(true, Optional.empty());
  }

  /**
   * At a step, from the day after the breach on, whatever its trigger; milder steps are passed
   * over. A debt that has been taken further goes on from there.
   *
   * @param step the name of a step
   * @return the resumption
   */
  public static Resumption at(String step) {
    return new Resumption(false, Optional.of(step));
  }

  /** Such as {@code resumes at final demand}. */
  @Override
  public String toString() {
    return "resumes "
        + (withoutDistance ? "at once" : step.map(s -> "at " + s).orElse("where it was"));
  }

  private Object writeReplace() {
    return new Form(withoutDistance, step.orElse(null));
  }

  /** The serial form, without an optional. */
  private record Form(boolean withoutDistance, String step) implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new Resumption(withoutDistance, Optional.ofNullable(step));
    }
  }
}
