package io.dunning.policy;

import java.util.List;

/** A policy contradicts itself. The exception names every violation, with its step and its rule. */
public final class InvalidPolicyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Each violation, one sentence. */
  private final List<String> violations;

  InvalidPolicyException(String policy, List<String> violations) {
    super(
        (policy.isBlank() ? "a policy without a name" : "policy " + policy)
            + " contradicts itself:\n  "
            + String.join("\n  ", violations));
    this.violations = List.copyOf(violations);
  }

  /**
   * What is wrong with the policy.
   *
   * @return a sentence for each violation: where it is, what was found and, where it helps, what to
   *     do
   */
  public List<String> violations() {
    return violations;
  }
}
