package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A run over many accounts of ten invoices each, of which some are due. A small one shows that the
 * run reads no more than what is due; {@code -Dnightly.accounts=100000 -Ddatabase.fsync=on} prints
 * what one over a million invoices takes.
 */
class NightlyRunTest {
  private static final int SMALL = 600;
  private static final int ACCOUNTS = Integer.getInteger("nightly.accounts", SMALL);
  private static final int INVOICES = 10;

  /** How often a row may be fetched: to be read, and for each row that refers to it. */
  private static final int FETCHES = 20;

  private final TestDatabase database = TestDatabase.create();

  /** A measurement is not about the first seconds of a JVM. */
  @BeforeAll
  static void warmUp() {
    if (ACCOUNTS > SMALL) {
      new NightlyRunTest().run(SMALL, SMALL);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void costsAsMuchAsIsDue(int percent) {
    int due = ACCOUNTS * percent / 100;
    RunFinished done = run(ACCOUNTS, due);
    assertThat(done.accounts()).isEqualTo(due);
    assertThat(done.documents()).isEqualTo(INVOICES * due);
    long fetched = fetched();
    assertThat(fetched).isBetween((long) INVOICES * due, (long) FETCHES * INVOICES * due);
    System.out.printf(
        Locale.ROOT,
        "%d%% of %d invoices due: %d accounts, %d letters in %.1f s (%.0f accounts/s): "
            + "read %.1f s, decide %.1f s, write %.1f s; %.1f rows fetched for each letter%n",
        percent,
        ACCOUNTS * INVOICES,
        done.accounts(),
        done.documents(),
        done.took().toMillis() / 1e3,
        done.accounts() * 1e9 / done.took().toNanos(),
        done.reading().toMillis() / 1e3,
        done.deciding().toMillis() / 1e3,
        done.writing().toMillis() / 1e3,
        (double) fetched / done.documents());
  }

  private RunFinished run(int accounts, int due) {
    RunFinished[] done = new RunFinished[1];
    Host.with(
            database,
            new SetClock(Host.DAY),
            new RecordingSender(),
            "dunning.outbox.enabled=false",
            "dunning.run.batch=500")
        .run(
            context -> {
              fill(accounts, due);
              done[0] = context.getBean(DunningRun.class).run("default");
            });
    return done[0];
  }

  private void fill(int accounts, int due) {
    String numbers = "generate_series(1, " + accounts + ") i";
    database.execute(
        "INSERT INTO dunning.account (tenant, customer, body, review_on) SELECT 'default', "
            + "'C-' || i, json_build_object('id', 'C-' || i), "
            + "CASE WHEN i <= "
            + due
            + " THEN date '2026-03-02' ELSE date '2026-04-01' END FROM "
            + numbers,
        "INSERT INTO dunning.invoice (tenant, number, customer, body, actor) SELECT 'default', "
            + "'INV-' || i || '-' || j, 'C-' || i, json_build_object('number', "
            + "'INV-' || i || '-' || j, 'amount', json_build_object('amount', '120.00', "
            + "'currency', 'EUR'), 'issued', '2026-01-26', 'due', '2026-02-25'), 'test' FROM "
            + numbers
            + ", generate_series(1, "
            + INVOICES
            + ") j",
        "VACUUM ANALYZE",
        "CHECKPOINT");
    // a session adds what it read to the statistics when it ends, which can be after it is closed
    awaitEnd("usename <> 'app' AND pid <> pg_backend_pid() AND backend_type = 'client backend'");
    database.execute("SELECT pg_stat_reset()");
  }

  /** Waits in one session, so that it meets none of its own. */
  private void awaitEnd(String sessions) {
    String open =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND " + sessions;
    try (Connection connection = database.superuser().getConnection()) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      Host.until(() -> jdbc.sql(open).query(Integer.class).single() == 0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of accounts and invoices that PostgreSQL read since they were filled in. */
  private long fetched() {
    awaitEnd("usename = 'app'");
    return JdbcClient.create(database.superuser())
        .sql(
            "SELECT sum(seq_tup_read + idx_tup_fetch) FROM pg_stat_user_tables "
                + "WHERE relname IN ('account', 'invoice')")
        .query(Long.class)
        .single();
  }
}
