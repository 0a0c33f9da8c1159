package io.dunning.spring;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the state of an action changes while its sender has it. */
final class Attempts {
  private final Tenants tenants;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Attempts(Tenants tenants, JdbcClient jdbc, ApplicationEventPublisher events) {
    this.tenants = tenants;
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * An attempt that has begun.
   *
   * @param tenant the tenant's name
   * @param key the key of the action
   * @param was the state before it
   * @param number which attempt it is, counted from 1
   * @param begun tells it from every other attempt at the action
   */
  record Attempt(String tenant, String key, DeliveryState was, int number, OffsetDateTime begun) {}

  /** Takes an action for its sender; empty if nobody is to send it any more. */
  Optional<Attempt> begin(String tenant, String key) {
    return tenants.call(
        tenant,
        () ->
            jdbc.sql("SELECT state FROM dunning.delivery WHERE tenant = ? AND key = ? FOR UPDATE")
                .params(tenant, key)
                .query(String.class)
                .optional()
                .map(DeliveryState::parse)
                .flatMap(was -> begin(tenant, key, was)));
  }

  private Optional<Attempt> begin(String tenant, String key, DeliveryState was) {
    return jdbc.sql(
            """
            UPDATE dunning.delivery
            SET state = 'sending', attempts = attempts + 1, changed_at = clock_timestamp()
            WHERE tenant = ? AND key = ? AND state IN ('scheduled', 'sending')
            RETURNING attempts, changed_at
            """)
        .params(tenant, key)
        .query(
            (row, number) ->
                new Attempt(
                    tenant, key, was, row.getInt(1), row.getObject(2, OffsetDateTime.class)))
        .optional();
  }

  /**
   * Notes what came of an attempt, and in the same transaction does with its task what follows from
   * it. If the task cannot be changed, nothing is noted: the action stays with its sender until an
   * instance finds its task again. An attempt that another one took over from notes nothing, and
   * leaves the task alone, because it belongs to the other one.
   */
  void end(Attempt attempt, DeliveryState state, String problem, String receipt, Runnable task) {
    end(attempt, attempt.number(), state, problem, receipt, task);
  }

  /** Ends an attempt at which no sender was called, so that it does not count. */
  void putOff(Attempt attempt, DeliveryState state, String problem, Runnable task) {
    end(attempt, attempt.number() - 1, state, problem, "", task);
  }

  private void end(
      Attempt attempt,
      int counted,
      DeliveryState state,
      String problem,
      String receipt,
      Runnable task) {
    boolean noted =
        tenants.call(
            attempt.tenant(),
            () -> {
              boolean own = note(attempt, counted, state, problem, receipt);
              if (own) {
                task.run();
              }
              return own;
            });
    if (noted) {
      DeliveryChanged changed = new DeliveryChanged(attempt.tenant(), attempt.key(), state);
      Tenants.onceCommitted(() -> events.publishEvent(changed));
    }
  }

  private boolean note(
      Attempt attempt, int counted, DeliveryState state, String problem, String receipt) {
    return jdbc.sql(
                """
                UPDATE dunning.delivery SET state = ?, attempts = ?, problem = nullif(?, ''),
                  receipt = nullif(?, ''), changed_at = clock_timestamp()
                WHERE tenant = ? AND key = ? AND state = 'sending' AND changed_at = ?
                """)
            .params(
                state.toString(),
                counted,
                problem,
                receipt,
                attempt.tenant(),
                attempt.key(),
                attempt.begun())
            .update()
        == 1;
  }
}
