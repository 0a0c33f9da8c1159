package io.dunning.spring;

import io.dunning.evaluation.Posting;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The books in PostgreSQL. */
final class JdbcBooks implements Books {
  private static final JsonMapper JSON = DunningJson.mapper();
  private static final int PAGE = 500;

  private final Tenants tenants;
  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final AccountReader reader;
  private final EventRows events;
  private final Clock clock;

  JdbcBooks(Tenants tenants, JdbcOperations batches, Clock clock) {
    this.tenants = tenants;
    this.jdbc = JdbcClient.create(batches);
    this.batches = batches;
    this.reader = new AccountReader(batches);
    this.events = new EventRows(batches);
    this.clock = clock;
  }

  @Override
  public void put(String tenant, Customer customer) {
    Entries.requireName("id of a customer", customer.id(), Entries.LONGEST_NAME);
    String body = Entries.wellFormed(JSON.writeValueAsString(customer));
    tenants.run(
        tenant,
        () -> {
          int put =
              jdbc.sql(
                      """
                      INSERT INTO dunning.account AS a (tenant, customer, body, review_on)
                      SELECT name, ?, ?::json, ?::date FROM dunning.tenant WHERE name = ?
                      ON CONFLICT (tenant, customer) DO UPDATE
                      SET body = excluded.body, review_on = least(a.review_on, excluded.review_on)
                      """)
                  .params(customer.id(), body, today(), tenant)
                  .update();
          if (put == 0) {
            tenants.requireKnown(tenant);
            throw new IllegalArgumentException(
                "tenant " + tenant + " has no row in dunning.tenant; Tenants.add makes one");
          }
        });
  }

  @Override
  public boolean add(String tenant, String customer, Invoice invoice, String actor) {
    Entries.requireName("number of an invoice", invoice.number(), Entries.LONGEST_NAME);
    Entries.requireDates(invoice, today());
    String body = Entries.wellFormed(JSON.writeValueAsString(invoice));
    return tenants.call(
        tenant,
        () -> {
          lock(tenant, customer);
          int added =
              jdbc.sql(
                      """
                      INSERT INTO dunning.invoice (tenant, number, customer, body, actor)
                      VALUES (?, ?, ?, ?::json, ?) ON CONFLICT (tenant, number) DO NOTHING
                      """)
                  .params(tenant, invoice.number(), customer, body, actor)
                  .update();
          if (added == 0) {
            requireSameInvoice(tenant, customer, invoice.number(), body);
            return false;
          }
          touch(tenant, customer);
          return true;
        });
  }

  private void requireSameInvoice(String tenant, String customer, String number, String body) {
    boolean same =
        jdbc.sql(
                """
                SELECT customer = ? AND body::text = ? FROM dunning.invoice
                WHERE tenant = ? AND number = ?
                """)
            .params(customer, body, tenant, number)
            .query(Boolean.class)
            .single();
    if (!same) {
      throw new ConflictException("another invoice has this number: " + number);
    }
  }

  @Override
  public boolean add(
      String tenant, Posting posting, LocalDate bookedOn, String actor, String idempotencyKey) {
    Entries.requireName("idempotency key", idempotencyKey, Entries.LONGEST_KEY);
    String body = EventRows.json(posting, bookedOn, actor);
    return tenants.call(
        tenant,
        () -> {
          LocalDate latest = lock(tenant, posting.customer());
          if (events.isThere(tenant, posting, idempotencyKey)) {
            return false;
          }
          Account account = account(tenant, posting.customer()).orElseThrow();
          Posting.storeIn(account, List.of(posting));
          Entries.requireDate(posting, account, latest);
          if (!events.add(tenant, posting, body, actor, idempotencyKey)) {
            return false;
          }
          touch(tenant, posting.customer());
          return true;
        });
  }

  /**
   * Locks an account, so that nobody decides about it meanwhile.
   *
   * @return today, or the day of the last decision if the clock has gone back since
   */
  private LocalDate lock(String tenant, String customer) {
    return jdbc.sql(
            """
            SELECT greatest(decided_on, ?) FROM dunning.account
            WHERE tenant = ? AND customer = ? FOR UPDATE
            """)
        .params(today(), tenant, customer)
        .query(LocalDate.class)
        .optional()
        .orElseThrow(() -> new UnknownAccountException(customer));
  }

  private void touch(String tenant, String customer) {
    jdbc.sql("UPDATE dunning.account SET review_on = ? WHERE tenant = ? AND customer = ?")
        .params(today(), tenant, customer)
        .update();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  @Override
  public Optional<Account> account(String tenant, String customer) {
    return account(tenant, customer, Long.MAX_VALUE);
  }

  @Override
  public Optional<Account> account(String tenant, String customer, long position) {
    return tenants.call(
        tenant,
        () ->
            jdbc.sql(AccountReader.ONE)
                .params(tenant, customer)
                .query(AccountReader::row)
                .optional()
                .flatMap(r -> readable(reader.read(tenant, List.of(r), position).get(0))));
  }

  /** A fault in one account must not look like an account that does not exist. */
  private static Optional<Account> readable(Claimed read) {
    if (read.account().isEmpty()) {
      throw new IllegalStateException(
          "account of " + read.customer() + " cannot be read: " + read.problem());
    }
    return read.account();
  }

  @Override
  public void forEach(String tenant, Consumer<Account> each) {
    String after = "";
    while (true) {
      String from = after;
      List<Claimed> page =
          tenants.call(
              tenant,
              () ->
                  reader.read(
                      tenant,
                      jdbc.sql(AccountReader.PAGE)
                          .params(tenant, from, PAGE)
                          .query(AccountReader::row)
                          .list(),
                      Long.MAX_VALUE));
      page.forEach(c -> readable(c).ifPresent(each));
      if (page.size() < PAGE) {
        return;
      }
      after = page.get(page.size() - 1).customer();
    }
  }

  @Override
  public List<Claimed> claim(String tenant, LocalDate today, int limit) {
    List<AccountReader.Row> rows =
        jdbc.sql(AccountReader.DUE).params(tenant, today, limit).query(AccountReader::row).list();
    return reader.read(tenant, rows, Long.MAX_VALUE);
  }

  @Override
  public Optional<Claimed> claim(String tenant, String customer) {
    return jdbc.sql(AccountReader.ONE + " FOR UPDATE")
        .params(tenant, customer)
        .query(AccountReader::row)
        .optional()
        .map(r -> reader.read(tenant, List.of(r), Long.MAX_VALUE).get(0));
  }

  @Override
  public long position() {
    return jdbc.sql("SELECT last_value FROM dunning.entry_seq").query(Long.class).single();
  }

  @Override
  public void record(String tenant, List<Posting> postings) {
    events.addAll(tenant, postings);
  }

  @Override
  public void reviewed(String tenant, List<Review> reviews) {
    List<Object[]> rows = new ArrayList<>(reviews.size());
    for (Review each : reviews) {
      rows.add(
          new Object[] {
            each.reviewOn().orElse(null),
            each.decidedOn(),
            each.problem().isEmpty() ? null : each.problem(),
            tenant,
            each.customer()
          });
    }
    batches.batchUpdate(
        """
        UPDATE dunning.account
        SET review_on = ?, decided_on = greatest(decided_on, ?), problem = ?
        WHERE tenant = ? AND customer = ?
        """,
        rows);
  }
}
