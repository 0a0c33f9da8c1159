package io.dunning.spring;

import io.dunning.evaluation.Posting;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.json.DunningJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows of events. One that somebody enters has a name, under which it counts once. */
final class EventRows {
  private static final JsonMapper JSON = DunningJson.mapper();

  private final JdbcOperations batches;
  private final JdbcClient jdbc;

  EventRows(JdbcOperations batches) {
    this.batches = batches;
    this.jdbc = JdbcClient.create(batches);
  }

  /** An event as it is stored. */
  static String json(Posting posting, LocalDate bookedOn, String actor) {
    BookedEvent booked = new BookedEvent(posting.event(), bookedOn, Evidence.by(actor));
    return Entries.wellFormed(JSON.writeValueAsString(booked));
  }

  /**
   * Adds an event, unless another transaction was faster.
   *
   * @return whether it was added
   * @throws ConflictException if the other one entered something else under this name
   */
  boolean add(String tenant, Posting posting, String body, String actor, String name) {
    int added =
        jdbc.sql(
                """
                INSERT INTO dunning.event
                  (tenant, customer, invoice, body, actor, idempotency_key)
                VALUES (?, ?, ?, ?::json, ?, ?) ON CONFLICT (tenant, idempotency_key) DO NOTHING
                """)
            .params(tenant, posting.customer(), posting.invoice().orElse(null), body, actor, name)
            .update();
    if (added == 0) {
      requireSame(named(tenant, name).filter(posting::equals).isPresent(), name);
    }
    return added == 1;
  }

  /**
   * Whether this very event is there under a name.
   *
   * @throws ConflictException if something else is
   */
  boolean isThere(String tenant, Posting posting, String name) {
    Optional<Posting> there = named(tenant, name);
    there.ifPresent(t -> requireSame(t.equals(posting), name));
    return there.isPresent();
  }

  private static void requireSame(boolean same, String name) {
    if (!same) {
      throw new ConflictException(
          "something else was recorded under this idempotency key: " + name);
    }
  }

  private Optional<Posting> named(String tenant, String name) {
    return jdbc.sql(
            """
            SELECT body, customer, invoice FROM dunning.event
            WHERE tenant = ? AND idempotency_key = ?
            """)
        .params(tenant, name)
        .query(
            (row, number) ->
                new Posting(
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    JSON.readValue(row.getString(1), BookedEvent.class).event()))
        .optional();
  }

  /** Adds the events of steps that a run takes. */
  void addAll(String tenant, List<Posting> postings) {
    List<Object[]> rows = new ArrayList<>(postings.size());
    for (Posting each : postings) {
      rows.add(
          new Object[] {
            tenant,
            each.customer(),
            each.invoice().orElse(null),
            JSON.writeValueAsString(new BookedEvent(each.event(), each.event().date()))
          });
    }
    batches.batchUpdate(
        """
        INSERT INTO dunning.event (tenant, customer, invoice, body, actor)
        VALUES (?, ?, ?, ?::json, 'dunning')
        """,
        rows);
  }
}
