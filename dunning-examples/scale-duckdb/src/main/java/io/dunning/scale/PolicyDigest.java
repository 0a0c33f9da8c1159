package io.dunning.scale;

import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.PolicySet;
import java.nio.charset.StandardCharsets;

/** Tells whether two runs give each customer the same policy. */
final class PolicyDigest {
  private PolicyDigest() {}

  /**
   * The SHA-256 of the policies as a policy file. The file says which policy applies to which
   * customer, by default, segment, rule and trial, which the fingerprints of the policies do not.
   *
   * @throws IllegalArgumentException if a policy file cannot hold the policies
   */
  static String of(PolicySet policies) {
    return Sha256.of(PolicyFiles.write(policies).getBytes(StandardCharsets.UTF_8));
  }
}
