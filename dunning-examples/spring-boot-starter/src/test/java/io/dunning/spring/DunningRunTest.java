package io.dunning.spring;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.ledger.Invoice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** The run: due accounts only, each step once, whatever the clock and other instances do. */
class DunningRunTest {
  private TestDatabase database;
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  @BeforeEach
  void freshDatabase() {
    database = TestDatabase.create();
  }

  private int count(String sql) {
    return JdbcClient.create(database.superuser()).sql(sql).query(Integer.class).single();
  }

  @Test
  void takesWhatIsDueOnceAndLooksAgainOnTheReviewDate() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              DunningRun run = context.getBean(DunningRun.class);
              Host.owes(books, "default", "C-1", 5);
              Host.owes(books, "default", "C-2", 0);

              assertThat(run.run("default").documents()).isEqualTo(1);
              Host.until(() -> sender.sent.size() == 1);
              RunFinished again = run.run("default");
              assertThat(again.accounts()).isZero();

              clock.set(Host.DAY.plusDays(3));
              assertThat(run.run("default").accounts()).isEqualTo(1); // C-2
              clock.set(Host.DAY.plusDays(9));
              assertThat(run.run("default").accounts()).isEqualTo(1); // C-1: notice
              Host.until(() -> sender.sent.size() == 3);
              assertThat(sender.sent)
                  .containsExactlyInAnyOrder(
                      "test/C-1/INV-C-1/reminder/1#1",
                      "test/C-2/INV-C-2/reminder/1#1",
                      "test/C-1/INV-C-1/notice/1#1");
              assertThat(books.account("default", "C-1").orElseThrow().invoices().get(0).events())
                  .hasToString(
                      "[2026-03-02 step taken: reminder by letter, "
                          + "2026-03-11 step taken: notice by email]");
            });
  }

  @Test
  void looksAgainWhenSomethingHappens() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              DunningRun run = context.getBean(DunningRun.class);
              Host.owes(books, "default", "C-1", 5);
              run.run("default");
              assertThat(books.add("default", Host.paid("C-1"), Host.DAY, "bank", "k-1")).isTrue();
              assertThat(books.add("default", Host.paid("C-1"), Host.DAY, "bank", "k-1")).isFalse();
              assertThat(run.run("default").accounts()).isEqualTo(1);
              assertThat(count("SELECT count(*) FROM dunning.account WHERE review_on IS NOT NULL"))
                  .isZero();
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void instancesThatRaceTakeEachStepOnce(int instances) {
    int accounts = 300;
    Host.with(database, clock, sender, "dunning.run.batch=7")
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              for (int i = 0; i < accounts; i++) {
                Host.owes(books, "default", "C-" + i, 5);
              }
              List<Future<RunFinished>> runs = new ArrayList<>();
              ExecutorService threads = Executors.newFixedThreadPool(instances);
              for (int i = 0; i < instances; i++) {
                DunningRun run = context.getBean(DunningRun.class);
                runs.add(threads.submit(() -> run.run("default")));
              }
              int documents = 0;
              for (Future<RunFinished> each : runs) {
                documents += each.get().documents();
              }
              threads.shutdown();
              assertThat(documents).isEqualTo(accounts);
              Host.until(() -> sender.sent.size() >= accounts);
              assertThat(sender.sent).hasSize(accounts);
              assertThat(new HashSet<>(sender.sent)).hasSize(accounts);
            });
  }

  @Test
  void aClockThatJumpsBackTakesNothingTwiceAndNothingBeforeTheLastDecision() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              DunningRun run = context.getBean(DunningRun.class);
              Host.owes(books, "default", "C-1", 5);
              clock.set(Host.DAY.plusDays(1));
              run.run("default");
              clock.set(Host.DAY.minusDays(1)); // before the step of tomorrow
              LocalDate due = Host.DAY.minusDays(10);
              Invoice another = Invoice.of("INV-2", eur("5.00"), due.minusDays(30), due);
              books.add("default", "C-1", another, "test");
              assertThat(run.run("default").failed()).isZero();
              assertThat(
                      JdbcClient.create(database.superuser())
                          .sql("SELECT key || ' on ' || taken_on FROM dunning.document ORDER BY 1")
                          .query(String.class)
                          .list())
                  .containsExactly(
                      "test/C-1/INV-2/reminder/1 on 2026-03-03",
                      "test/C-1/INV-C-1/reminder/1 on 2026-03-03");
              assertThat(
                      count("SELECT count(*) FROM dunning.account WHERE decided_on = '2026-03-03'"))
                  .isEqualTo(1);
            });
  }

  @Test
  void whatWasRecordedCannotBeChanged() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              context.getBean(DunningRun.class).run("default");
              for (String table : List.of("invoice", "event", "document", "step")) {
                for (String change :
                    List.of(
                        "DELETE FROM dunning.%s",
                        "UPDATE dunning.%s SET tenant = tenant", "TRUNCATE dunning.%s CASCADE")) {
                  assertThatThrownBy(() -> database.execute(change.formatted(table)))
                      .hasMessageContaining("are only added");
                }
                String rights =
                    "SELECT count(*) FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) r "
                        + "WHERE has_table_privilege('app', 'dunning."
                        + table
                        + "', r)";
                assertThat(count(rights)).as(table).isZero();
              }
            });
  }

  @Test
  void connectionsThatAreCutLeaveNothingHalf() {
    int accounts = 60;
    Host.with(database, clock, sender, "dunning.run.batch=5")
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              for (int i = 0; i < accounts; i++) {
                Host.owes(books, "default", "C-" + i, 5);
              }
              sender.knowsKeys = true;
              DunningRun run = context.getBean(DunningRun.class);
              AtomicBoolean done = new AtomicBoolean();
              Thread cutter = new Thread(() -> cut(done));
              cutter.start();
              int cuts = 0;
              long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
              try {
                while (count("SELECT count(*) FROM dunning.account WHERE review_on <= '2026-03-02'")
                    > 0) {
                  assertThat(System.nanoTime()).as("runs to the end in time").isLessThan(end);
                  try {
                    run.run("default");
                  } catch (DataAccessException | TransactionException e) {
                    cuts++;
                  }
                }
              } finally {
                done.set(true);
                cutter.join();
              }
              assertThat(cuts).isPositive();
              Host.until(() -> new HashSet<>(sender.sent).size() == accounts);
              for (String table : List.of("document", "step", "event", "delivery")) {
                assertThat(count("SELECT count(*) FROM dunning." + table)).isEqualTo(accounts);
              }
            });
  }

  /** Waits a little longer each time, so that a slow machine comes to an end, too. */
  private void cut(AtomicBoolean done) {
    for (double millis = 15; !done.get(); millis *= 1.05) {
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app' "
              + "AND datname = current_database()");
      try {
        Thread.sleep((long) millis);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
