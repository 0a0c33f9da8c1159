package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
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
  void aClockThatJumpsBackTakesNothingTwice() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              DunningRun run = context.getBean(DunningRun.class);
              Host.owes(books, "default", "C-1", 5);
              clock.set(Host.DAY.plusDays(1));
              run.run("default");
              clock.set(Host.DAY.minusDays(1)); // before the step of tomorrow
              books.add("default", Host.paid("C-1"), Host.DAY.minusDays(1), "bank", "k");
              database.execute("UPDATE dunning.account SET review_on = '2026-01-01'");
              run.run("default");
              assertThat(count("SELECT count(*) FROM dunning.document")).isEqualTo(1);
              assertThat(
                      count("SELECT count(*) FROM dunning.account WHERE decided_on = '2026-03-03'"))
                  .isEqualTo(1);
            });
  }

  @Test
  void aStepThatIsThereAlreadyIsNotTakenAgainAndHoldsUpNobodyElse() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              Host.owes(books, "default", "C-2", 5);
              database.execute(
                  """
                  INSERT INTO dunning.document (tenant, key, customer, step, taken_on, position, body)
                  VALUES ('default', 'test/C-1/INV-C-1/reminder/1', 'C-1', 'x', '2026-01-01', 0, '{}')
                  """);
              RunFinished done = context.getBean(DunningRun.class).run("default");
              assertThat(done.documents()).isEqualTo(1);
              assertThat(done.failed()).isEqualTo(1);
              Host.until(() -> sender.sent.size() == 1);
              assertThat(sender.sent).containsExactly("test/C-2/INV-C-2/reminder/1#1");
              assertThat(
                      count(
                          "SELECT count(*) FROM dunning.account WHERE problem LIKE 'step cannot%'"))
                  .isEqualTo(1);
            });
  }

  @Test
  void aKeyTooLongForAnIndexHoldsUpNoOtherAccountAndNoOtherTenant() {
    String random =
        new Random(1)
            .ints(6_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String customer = random.substring(0, 2_400);
    String number = random.substring(2_400, 4_800);
    Host.with(database, clock, sender)
        .run(
            context -> {
              context.getBean(Tenants.class).add("zeta");
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              Host.owes(books, "default", "C-2", 5);
              Host.owes(books, "zeta", "Z-1", 5);
              // as books that other software filled may have it
              database.execute(
                  "INSERT INTO dunning.account (tenant, customer, body, review_on) SELECT tenant, '"
                      + customer
                      + "', replace(body::text, '\"C-1\"', '\""
                      + customer
                      + "\"')::json, review_on FROM dunning.account WHERE customer = 'C-1'",
                  "INSERT INTO dunning.invoice (tenant, number, customer, body, actor) "
                      + "SELECT tenant, '"
                      + number
                      + "', '"
                      + customer
                      + "', replace(body::text, 'INV-C-1', '"
                      + number
                      + "')::json, actor FROM dunning.invoice WHERE customer = 'C-1'");
              context.getBean(DunningRun.class).runAll();
              assertThat(count("SELECT count(*) FROM dunning.document")).isEqualTo(3);
              assertThat(
                      count(
                          "SELECT count(*) FROM dunning.account WHERE problem LIKE 'step cannot%'"))
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

  private void cut(AtomicBoolean done) {
    while (!done.get()) {
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app' "
              + "AND datname = current_database()");
      try {
        Thread.sleep(15);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
