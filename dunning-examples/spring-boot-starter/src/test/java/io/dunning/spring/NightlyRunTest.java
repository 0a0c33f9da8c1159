package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A run over many accounts of ten invoices each, of which some are due. A small one shows that the
 * run reads no more than what is due; {@code -Dnightly.accounts=100000} prints what a large one
 * takes.
 */
class NightlyRunTest {
  private static final int ACCOUNTS = Integer.getInteger("nightly.accounts", 400);
  private static final int INVOICES = 10;

  private final TestDatabase database = TestDatabase.create();

  @Test
  void looksOnlyAtAccountsThatAreDue() {
    Host.with(
            database,
            new SetClock(Host.DAY),
            new RecordingSender(),
            "dunning.outbox.enabled=false",
            "dunning.run.batch=500")
        .run(
            context -> {
              fill();
              DunningRun run = context.getBean(DunningRun.class);
              int seen = 0;
              for (int percent : new int[] {1, 10, 100}) {
                int due = ACCOUNTS * percent / 100;
                makeDue(due);
                RunFinished done = run.run("default");
                assertThat(done.accounts()).isEqualTo(due - seen);
                assertThat(done.documents()).isEqualTo(INVOICES * (due - seen));
                print(percent, done);
                seen = due;
              }
            });
  }

  private void fill() {
    database.execute(
        "INSERT INTO dunning.account (tenant, customer, body) SELECT 'default', 'C-' || i, "
            + "json_build_object('id', 'C-' || i) FROM generate_series(1, "
            + ACCOUNTS
            + ") i",
        "INSERT INTO dunning.invoice (tenant, number, customer, body, actor) SELECT 'default', "
            + "'INV-' || i || '-' || j, 'C-' || i, json_build_object('number', "
            + "'INV-' || i || '-' || j, 'amount', json_build_object('amount', '120.00', "
            + "'currency', 'EUR'), 'issued', '2026-01-26', 'due', '2026-02-25'), 'test' "
            + "FROM generate_series(1, "
            + ACCOUNTS
            + ") i, generate_series(1, "
            + INVOICES
            + ") j",
        "ANALYZE");
  }

  private void makeDue(int accounts) {
    database.execute(
        "UPDATE dunning.account SET review_on = '2026-03-02' WHERE decided_on IS NULL "
            + "AND substr(customer, 3)::int <= "
            + accounts);
  }

  private static void print(int percent, RunFinished done) {
    System.out.printf(
        Locale.ROOT,
        "%d%% of %d accounts due: %d accounts, %d letters in %.1f s (%.0f accounts/s): "
            + "read %.1f s, decide %.1f s, write %.1f s%n",
        percent,
        ACCOUNTS,
        done.accounts(),
        done.documents(),
        done.took().toMillis() / 1e3,
        done.accounts() * 1e9 / done.took().toNanos(),
        done.reading().toMillis() / 1e3,
        done.deciding().toMillis() / 1e3,
        done.writing().toMillis() / 1e3);
  }
}
