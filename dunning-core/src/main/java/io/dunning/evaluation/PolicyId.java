package io.dunning.evaluation;

import io.dunning.policy.DunningPolicy;
import java.io.Serializable;
import java.util.Objects;

/**
 * Which policy gave an answer, to be stored with what was done. Immutable and thread-safe.
 *
 * @param name the name of the policy
 * @param version its version, in the user's own counting; empty text if it has none
 * @param fingerprint its {@linkplain DunningPolicy#fingerprint fingerprint}, equal for equal rules
 */
public record PolicyId(String name, String version, String fingerprint) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Which policy gave an answer.
   *
   * @param name the name of the policy
   * @param version its version; empty text if it has none
   * @param fingerprint its fingerprint
   */
  public PolicyId {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /**
   * The identity of a policy.
   *
   * @param policy the policy
   * @return its name, version and fingerprint
   */
  public static PolicyId of(DunningPolicy policy) {
    return new PolicyId(policy.name(), policy.version(), policy.fingerprint());
  }

  /** Such as {@code standard-b2b version 2026-03 (0f1e2d3c4b5a6978)}. */
  @Override
  public String toString() {
    return name + (version.isEmpty() ? "" : " version " + version) + " (" + fingerprint + ")";
  }
}
