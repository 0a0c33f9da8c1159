package io.dunning.spring;

import io.dunning.evaluation.Posting;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.StepKey;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Withdraws steps of whose actions none was carried out, so that the ladder takes them again. */
final class Withdrawals {
  private final Books books;
  private final DocumentArchive documents;
  private final JdbcClient jdbc;
  private final Clock clock;

  Withdrawals(Books books, DocumentArchive documents, JdbcClient jdbc, Clock clock) {
    this.books = books;
    this.documents = documents;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Withdraws the steps of a document if all of its actions are given up. */
  void withdrawIfGivenUp(String tenant, String document, String by) {
    if (isGivenUp(tenant, document)) {
      withdraw(tenant, document, by);
    }
  }

  private boolean isGivenUp(String tenant, String document) {
    return jdbc.sql(
            """
            SELECT bool_and(state = 'given up') FROM dunning.delivery
            WHERE tenant = ? AND document = ?
            """)
        .params(tenant, document)
        .query(Boolean.class)
        .single();
  }

  /** Withdraws each step of a document, unless it was taken again meanwhile. */
  private void withdraw(String tenant, String key, String by) {
    LocalDate today = LocalDate.now(clock);
    int number = 0;
    for (Recommendation line : documents.document(tenant, key).lines()) {
      boolean stands = !isTakenAgain(tenant, line.key().orElseThrow());
      for (Posting each : line.eventsWhenTaken(line.asOf())) {
        if (stands && each.event() instanceof StepEvent.StepTaken taken) {
          // a clock that went back would date it before the step, which it then would not withdraw
          LocalDate on = taken.date().isAfter(today) ? taken.date() : today;
          LedgerEvent withdrawn = LedgerEvent.stepWithdrawn(on, taken.step());
          String name = Entries.name("given up " + key + " " + number++);
          books.add(
              tenant, new Posting(each.customer(), each.invoice(), withdrawn), today, by, name);
        }
      }
    }
  }

  private boolean isTakenAgain(String tenant, StepKey key) {
    StepKey next =
        new StepKey(key.policy(), key.customer(), key.unit(), key.step(), key.occurrence() + 1);
    return jdbc.sql("SELECT EXISTS (SELECT FROM dunning.step WHERE tenant = ? AND key = ?)")
        .params(tenant, next.toString())
        .query(Boolean.class)
        .single();
  }
}
