package io.dunning.spring;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Account;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of steps that were taken, as they were decided. */
final class DocumentArchive {
  private final Books books;
  private final PolicyArchive policies;
  private final JdbcClient jdbc;

  DocumentArchive(Books books, PolicyArchive policies, JdbcClient jdbc) {
    this.books = books;
    this.policies = policies;
    this.jdbc = jdbc;
  }

  /** A document, and the last entry of the books when it was decided. */
  private record Archived(DunningDocument document, long position) {}

  DunningDocument document(String tenant, String key) {
    return archived(tenant, key).document();
  }

  /** An action as its sender gets it, with the account as it was when the step was decided. */
  Delivery delivery(String tenant, Deliveries.Entry entry) {
    Archived archived = archived(tenant, entry.document());
    DunningDocument document = archived.document();
    Account account = books.account(tenant, entry.customer(), archived.position()).orElseThrow();
    return new Delivery(
        tenant,
        entry.key(),
        entry.attempts(),
        DunningAction.parse(entry.action()),
        document,
        account,
        policies.find(document.leading().policy()));
  }

  private Archived archived(String tenant, String key) {
    return jdbc.sql("SELECT body, position FROM dunning.document WHERE tenant = ? AND key = ?")
        .params(tenant, key)
        .query(
            (row, number) ->
                new Archived(
                    DunningJson.mapper().readValue(row.getString(1), DunningDocument.class),
                    row.getLong(2)))
        .single();
  }
}
