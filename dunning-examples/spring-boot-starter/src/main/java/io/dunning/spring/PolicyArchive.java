package io.dunning.spring;

import io.dunning.evaluation.PolicyId;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each policy that was ever in force, so that a letter can be written by it again. */
final class PolicyArchive {
  private final JdbcClient jdbc;
  private final Map<PolicyId, DunningPolicy> known = new ConcurrentHashMap<>();

  PolicyArchive(JdbcClient jdbc, PolicySet policies) {
    this.jdbc = jdbc;
    policies.policies().forEach(this::keep);
  }

  private void keep(DunningPolicy policy) {
    PolicyId id = PolicyId.of(policy);
    known.put(id, policy);
    written(policy)
        .ifPresent(
            text ->
                jdbc.sql(
                        """
                        INSERT INTO dunning.policy (fingerprint, name, version, body)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                    .params(id.fingerprint(), id.name(), id.version(), text)
                    .update());
  }

  /** Rules that are described in code have no file; they are found as long as they are in force. */
  private static Optional<String> written(DunningPolicy policy) {
    try {
      return Optional.of(PolicyFiles.write(policy));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  DunningPolicy find(PolicyId id) {
    return known.computeIfAbsent(id, this::read);
  }

  private DunningPolicy read(PolicyId id) {
    return jdbc.sql(
            """
            SELECT body FROM dunning.policy WHERE name = ? AND version = ? AND fingerprint = ?
            """)
        .params(id.name(), id.version(), id.fingerprint())
        .query(String.class)
        .optional()
        .map(text -> PolicyFiles.parse(text).policy())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "policy of the document is neither in force nor archived: " + id));
  }
}
