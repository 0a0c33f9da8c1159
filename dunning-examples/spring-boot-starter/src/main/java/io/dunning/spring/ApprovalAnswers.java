package io.dunning.spring;

import io.dunning.spring.Approvals.Answer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was decided about steps. Answers are only added. */
final class ApprovalAnswers {
  private final JdbcClient jdbc;

  ApprovalAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps an answer for good, and returns its number. */
  long add(String tenant, String key, String by, String decision) {
    return jdbc.sql(
            """
            INSERT INTO dunning.approval_answer (tenant, key, decision, decided_by)
            VALUES (?, ?, ?, ?) RETURNING id
            """)
        .params(tenant, key, decision, by)
        .query(Long.class)
        .single();
  }

  /** About one step or all of them, the latest first. */
  List<Answer> before(String tenant, Optional<String> key, long before, int limit) {
    String one = key.isPresent() ? "AND a.key = :key" : "";
    return jdbc.sql(
            """
            SELECT a.id, a.key, p.customer, p.step, a.decision, a.decided_by, a.decided_at
            FROM dunning.approval_answer a
            JOIN dunning.approval p ON p.tenant = a.tenant AND p.key = a.key
            WHERE a.tenant = :tenant AND a.id < :before %s ORDER BY a.id DESC LIMIT :limit
            """
                .formatted(one))
        .param("tenant", tenant)
        .param("before", before)
        .param("key", key.orElse(""))
        .param("limit", limit)
        .query(
            (row, number) ->
                new Answer(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getObject(7, OffsetDateTime.class).toInstant()))
        .list();
  }
}
