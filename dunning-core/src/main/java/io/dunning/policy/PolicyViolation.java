package io.dunning.policy;

import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * One way in which a policy contradicts itself: where, what was found and what to do about it. Show
 * {@link #toString} to a person, or put the problem beside the field that the {@link #attribute}
 * names.
 *
 * @param step the step of the ladder that it is about; empty if it is about the policy as a whole
 * @param attribute the accessor whose value is wrong, with its type, such as {@code
 *     EscalationStep.trigger} or {@code OutreachRules.minimumDaysBetweenContacts}
 * @param problem what is wrong and what was found, such as {@code has no action}
 * @param advice what to do, such as {@code say what to do}; empty if that is plain
 * @param unknownStep the name that was given for a step of the ladder, or for an earlier step, and
 *     is none; empty if something else is wrong
 */
public record PolicyViolation(
    Optional<Step> step,
    String attribute,
    String problem,
    Optional<String> advice,
    Optional<String> unknownStep)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Which step of a ladder.
   *
   * @param number its place in the ladder, 1 for the first step
   * @param name its name; blank if it has none
   */
  public record Step(int number, String name) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Which step of a ladder.
     *
     * @param number its place in the ladder, 1 for the first step
     * @param name its name; blank if it has none
     */
    public Step {
      Objects.requireNonNull(name, "name");
    }

    /** Such as {@code step "first notice"}, or {@code step 3} for a step without a name. */
    @Override
    public String toString() {
      return "step " + (name.isBlank() ? String.valueOf(number) : '"' + name + '"');
    }
  }

  /**
   * A violation.
   *
   * @param step the step of the ladder that it is about; empty if it is about the policy
   * @param attribute the accessor whose value is wrong, with its type
   * @param problem what is wrong and what was found
   * @param advice what to do; empty if that is plain
   * @param unknownStep the name that was given for a step and is none; empty if something else is
   *     wrong
   */
  public PolicyViolation {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(attribute, "attribute");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(advice, "advice");
    Objects.requireNonNull(unknownStep, "unknownStep");
  }

  /** A violation that needs no advice. */
  static PolicyViolation of(String attribute, String problem) {
    return new PolicyViolation(
        Optional.empty(), attribute, problem, Optional.empty(), Optional.empty());
  }

  static PolicyViolation of(String attribute, String problem, String advice) {
    return new PolicyViolation(
        Optional.empty(), attribute, problem, Optional.of(advice), Optional.empty());
  }

  /** A violation of a rule that names a step which is not there. */
  static PolicyViolation unknown(String attribute, String problem, String step) {
    return new PolicyViolation(
        Optional.empty(), attribute, problem, Optional.empty(), Optional.of(step));
  }

  PolicyViolation at(Step place) {
    return new PolicyViolation(Optional.of(place), attribute, problem, advice, unknownStep);
  }

  /** One sentence, such as {@code step "reminder": has no action; say what to do}. */
  @Override
  public String toString() {
    return step.map(s -> s + ": ").orElse("") + problem + advice.map(a -> "; " + a).orElse("");
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
