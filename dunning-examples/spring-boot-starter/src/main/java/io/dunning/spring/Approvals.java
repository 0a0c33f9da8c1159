package io.dunning.spring;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Posting;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.json.DunningJson;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps that a person has to approve, and what was decided about them. A decision is made once: who
 * comes second is told so. It is an event of the books as well, with the name of the person.
 */
public final class Approvals {
  private static final JsonMapper JSON = DunningJson.mapper();
  private static final int MOST = 1_000;

  private final Tenants tenants;
  private final Books books;
  private final JdbcClient jdbc;
  private final ApprovalAnswers answers;
  private final ApprovalQuestions questions;
  private final Clock clock;

  Approvals(Tenants tenants, Books books, JdbcOperations batches, Clock clock) {
    this.tenants = tenants;
    this.books = books;
    this.jdbc = JdbcClient.create(batches);
    this.answers = new ApprovalAnswers(jdbc);
    this.questions = new ApprovalQuestions(batches);
    this.clock = clock;
  }

  /**
   * A step that waits for a person.
   *
   * @param key the stable key of the step
   * @param approver who has to approve, as the policy names them
   * @param askedOn the day since which it waits
   * @param recommendation the recommendation with its reason
   */
  public record Waiting(
      String key, String approver, LocalDate askedOn, Recommendation recommendation) {

    /** {@return where it stands in a list} */
    public ApprovalPlace place() {
      return new ApprovalPlace(askedOn, key);
    }
  }

  /**
   * The steps that wait, or the first of them.
   *
   * @param tenant the tenant's name
   * @return at most 1,000 steps, those that wait longest first
   */
  public List<Waiting> waiting(String tenant) {
    return page(tenant, Optional.empty(), MOST);
  }

  /**
   * Some of the steps that wait. Ask for the next page with the place of the last step of this one.
   *
   * @param tenant the tenant's name
   * @param after the place of the last step of the page before; empty for the first page
   * @param limit how many at most, from 1 to 1,000
   * @return steps, those that wait longest first
   * @throws IllegalArgumentException if the limit is less than 1 or more than 1,000
   */
  public List<Waiting> page(String tenant, Optional<ApprovalPlace> after, int limit) {
    requireLimit(limit);
    LocalDate since = after.map(ApprovalPlace::askedOn).orElse(LocalDate.EPOCH);
    return tenants.call(
        tenant,
        () ->
            jdbc.sql(
                    """
                    SELECT key, approver, asked_on, body FROM dunning.approval
                    WHERE tenant = ? AND state = 'waiting' AND (asked_on, key) > (?, ?)
                    ORDER BY asked_on, key LIMIT ?
                    """)
                .params(tenant, since, after.map(ApprovalPlace::key).orElse(""), limit)
                .query(
                    (row, number) ->
                        new Waiting(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            JSON.readValue(row.getString(4), Recommendation.class)))
                .list());
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is not between 1 and " + MOST + ": " + limit);
    }
  }

  /**
   * What a person decided about a step. There can be several answers about one: new terms begin the
   * ladder anew, and a step that was refused is then asked about again.
   *
   * @param id its number; a later answer has a higher one
   * @param key the stable key of the step
   * @param customer the customer's id
   * @param step the name of the step
   * @param decision {@code approved} or {@code refused}
   * @param by who decided
   * @param at when
   */
  public record Answer(
      long id, String key, String customer, String step, String decision, String by, Instant at) {}

  /**
   * Some of what was decided about steps. Ask for the next page with the number of the last answer
   * of this one.
   *
   * @param tenant the tenant's name
   * @param key the key of a step; empty for all steps
   * @param before only answers with a lower number; {@link Long#MAX_VALUE} for the first page
   * @param limit how many at most, from 1 to 1,000
   * @return answers, the latest first
   * @throws IllegalArgumentException if the limit is less than 1 or more than 1,000
   */
  public List<Answer> answers(String tenant, Optional<String> key, long before, int limit) {
    requireLimit(limit);
    return tenants.call(tenant, () -> answers.before(tenant, key, before, limit));
  }

  /**
   * Approves a step. It is taken by the next run, or by {@link DunningRun#look}.
   *
   * @param tenant the tenant's name
   * @param key the key of the step
   * @param by who approves
   * @return the customer's id
   * @throws ConflictException if it does not wait any more
   */
  public String approve(String tenant, String key, String by) {
    return decide(tenant, key, by, "approved");
  }

  /**
   * Refuses a step.
   *
   * @param tenant the tenant's name
   * @param key the key of the step
   * @param by who refuses
   * @return the customer's id
   * @throws ConflictException if it does not wait any more
   */
  public String refuse(String tenant, String key, String by) {
    return decide(tenant, key, by, "refused");
  }

  private String decide(String tenant, String key, String by, String decision) {
    return tenants.call(
        tenant,
        () -> {
          // accounts are locked before anything else, here as in a run
          Optional<LocalDate> decidedOn = lockAccountOf(tenant, key);
          Recommendation asked =
              jdbc.sql(
                      """
                      UPDATE dunning.approval
                      SET state = ?, decided_by = ?, decided_at = clock_timestamp()
                      WHERE tenant = ? AND key = ? AND state = 'waiting'
                      RETURNING body
                      """)
                  .params(decision, by, tenant, key)
                  .query((row, number) -> row.getString(1))
                  .optional()
                  .map(body -> JSON.readValue(body, Recommendation.class))
                  .orElseThrow(() -> notWaiting(tenant, key));
          LocalDate today = LocalDate.now(clock);
          LedgerEvent event =
              event(decision, asked, decidedOn.filter(d -> d.isAfter(today)).orElse(today));
          record(tenant, asked, event, today, by, answers.add(tenant, key, by, decision));
          return asked.subject().customer();
        });
  }

  /** Returns the day of the last decision about the account. */
  private Optional<LocalDate> lockAccountOf(String tenant, String key) {
    return jdbc.sql(
            """
            SELECT a.decided_on FROM dunning.account a
            JOIN dunning.approval p ON p.tenant = a.tenant AND p.customer = a.customer
            WHERE p.tenant = ? AND p.key = ? FOR UPDATE OF a
            """)
        .params(tenant, key)
        .query(LocalDate.class)
        .optional();
  }

  /** Not before the last decision: the clock may have gone back since then. */
  private static LedgerEvent event(String decision, Recommendation asked, LocalDate on) {
    String step = asked.step().orElseThrow();
    return decision.equals("approved")
        ? LedgerEvent.stepApproved(on, step)
        : LedgerEvent.stepRefused(on, step);
  }

  private void record(
      String tenant,
      Recommendation asked,
      LedgerEvent event,
      LocalDate today,
      String by,
      long answer) {
    List<Optional<String>> places =
        asked.subject().wholeAccount()
            ? List.of(Optional.empty())
            : asked.invoices().stream().map(Optional::of).toList();
    for (int i = 0; i < places.size(); i++) {
      Posting posting = new Posting(asked.subject().customer(), places.get(i), event);
      books.add(tenant, posting, today, by, "approval answer " + answer + "#" + i);
    }
  }

  private ConflictException notWaiting(String tenant, String key) {
    return jdbc.sql("SELECT state, decided_by FROM dunning.approval WHERE tenant = ? AND key = ?")
        .params(tenant, key)
        .query(
            (row, number) ->
                row.getString(1).equals("lapsed") || row.getString(2) == null
                    ? row.getString(1)
                    : row.getString(1) + " by " + row.getString(2))
        .optional()
        .map(was -> new ConflictException("step does not wait any more, it was " + was))
        .orElseGet(() -> new ConflictException("no such step waits: " + key));
  }

  /** Asks for what waits in new answers, and takes back what does not wait any more. */
  void settle(String tenant, List<AccountRecommendation> recommendations) {
    questions.settle(tenant, recommendations);
  }
}
