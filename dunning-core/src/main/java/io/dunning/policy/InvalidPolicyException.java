package io.dunning.policy;

import java.util.List;

/** A policy contradicts itself. Names every violation, each with the step and field it is in. */
public final class InvalidPolicyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Each violation, one sentence. */
  private final List<String> violations;

  InvalidPolicyException(String policy, List<String> violations) {
    super("policy " + policy + " contradicts itself:\n  " + String.join("\n  ", violations));
    this.violations = List.copyOf(violations);
  }

  /**
   * What is wrong.
   *
   * @return one sentence a violation
   */
  public List<String> violations() {
    return violations;
  }
}
