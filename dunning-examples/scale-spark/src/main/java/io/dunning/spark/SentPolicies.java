package io.dunning.spark;

import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Policies on their way to an executor: the text of a policy file, and what it must be. The
 * executor reads the text like any policy file. So it refuses a text that was changed on the way,
 * and a library that understands the text as other policies.
 *
 * <p>No record, because Kryo cannot read one.
 */
final class SentPolicies implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final String digest;
  private final String fingerprints;

  /**
   * Policies that were sent.
   *
   * @param text the policies as a policy file
   * @param digest the SHA-256 of the text
   * @param fingerprints the fingerprints of the policies, in their order
   */
  SentPolicies(String text, String digest, String fingerprints) {
    this.text = text;
    this.digest = digest;
    this.fingerprints = fingerprints;
  }

  /**
   * Policies to send.
   *
   * @throws IllegalArgumentException if a policy file cannot hold them
   */
  static SentPolicies of(PolicySet policies) {
    String text = PolicyFiles.write(policies);
    return new SentPolicies(text, sha256(text), fingerprintsOf(policies));
  }

  /**
   * The policies that were sent.
   *
   * @throws IllegalStateException if they are not those that were sent
   */
  PolicySet read() {
    // a changed stream can leave out a text
    if (text == null || !sha256(text).equals(digest)) {
      throw new IllegalStateException("policies were changed on their way to the executor");
    }
    PolicySet policies;
    try {
      policies = PolicyFiles.parse(text).toPolicySet();
    } catch (PolicyFileException e) {
      throw new IllegalStateException("policies cannot be read here: " + e.getMessage(), e);
    }
    if (!fingerprintsOf(policies).equals(fingerprints)) {
      throw new IllegalStateException(
          "policies mean something else here: fingerprints are "
              + fingerprintsOf(policies)
              + ", sent were "
              + fingerprints
              + "\nMaybe driver and executors have different versions of the library");
    }
    return policies;
  }

  String text() {
    return text;
  }

  String digest() {
    return digest;
  }

  String fingerprints() {
    return fingerprints;
  }

  private static String sha256(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static String fingerprintsOf(PolicySet policies) {
    return policies.policies().stream()
        .map(DunningPolicy::fingerprint)
        .collect(Collectors.joining(" "));
  }
}
