package io.dunning.spring;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.json.DunningJson;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Asks for what waits in new answers, and takes back what does not wait any more. */
final class ApprovalQuestions {
  private static final JsonMapper JSON = DunningJson.mapper();

  private final JdbcOperations batches;
  private final JdbcClient jdbc;

  ApprovalQuestions(JdbcOperations batches) {
    this.batches = batches;
    this.jdbc = JdbcClient.create(batches);
  }

  void settle(String tenant, List<AccountRecommendation> all) {
    if (all.isEmpty()) {
      return;
    }
    String[] customers = all.stream().map(AccountRecommendation::customer).toArray(String[]::new);
    List<String> keys = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (AccountRecommendation answer : all) {
      for (Recommendation each : answer.awaitingApproval()) {
        keys.add(each.key().orElseThrow().toString());
        rows.add(row(tenant, answer.customer(), each));
      }
    }
    jdbc.sql(
            """
            UPDATE dunning.approval SET state = 'lapsed'
            WHERE tenant = ? AND customer = ANY(?) AND state = 'waiting' AND key <> ALL(?)
            """)
        .params(tenant, customers, keys.toArray(String[]::new))
        .update();
    batches.batchUpdate(
        """
        INSERT INTO dunning.approval AS a
          (tenant, key, customer, step, approver, body, state, asked_on)
        VALUES (?, ?, ?, ?, ?, ?::json, 'waiting', ?)
        ON CONFLICT (tenant, key) DO UPDATE SET state = 'waiting', body = excluded.body,
          asked_on = CASE WHEN a.state = 'waiting' THEN a.asked_on ELSE excluded.asked_on END
        """,
        rows);
  }

  /** The columns of a step that waits, in the order of the statement that enters it. */
  private static Object[] row(String tenant, String customer, Recommendation waiting) {
    return new Object[] {
      tenant,
      waiting.key().orElseThrow().toString(),
      customer,
      waiting.step().orElseThrow(),
      waiting.approver().orElse("a person"),
      JSON.writeValueAsString(waiting),
      waiting.asOf()
    };
  }
}
