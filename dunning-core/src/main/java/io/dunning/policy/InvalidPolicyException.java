package io.dunning.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy contradicts itself. The exception names every violation, with its step and its rule. */
public final class InvalidPolicyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<PolicyViolation> violations;

  InvalidPolicyException(String policy, List<PolicyViolation> violations) {
    super(
        (policy.isBlank() ? "a policy without a name" : "policy " + policy)
            + " contradicts itself:\n  "
            + violations.stream().map(String::valueOf).collect(Collectors.joining("\n  ")));
    this.violations = List.copyOf(violations);
  }

  /**
   * What is wrong with the policy, as data; the message of this exception has a line for each.
   *
   * @return all violations: those of the policy as a whole, with those of its steps, in the order
   *     of the ladder, among them
   */
  public List<PolicyViolation> violations() {
    return violations;
  }
}
