package io.dunning.spring;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several instances of an application at once, each with a pool and a scheduler of its own. */
class InstancesTest {
  private static final int ACCOUNTS = 60;

  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  private int count(String sql) {
    return JdbcClient.create(database.superuser()).sql(sql).query(Integer.class).single();
  }

  /** Starts so many applications, each with its own pool, scheduler and run. */
  private void instances(
      int number, List<ApplicationContext> started, Consumer<List<ApplicationContext>> then) {
    if (number == 0) {
      then.accept(started);
      return;
    }
    Host.with(database, clock, sender, "dunning.run.batch=3")
        .run(
            context -> {
              started.add(context);
              instances(number - 1, started, then);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void instancesThatRaceSendEachLetterOnce(int number) {
    instances(
        number,
        new ArrayList<>(),
        all -> {
          Books books = all.get(0).getBean(Books.class);
          for (int i = 0; i < ACCOUNTS; i++) {
            Host.owes(books, "default", "C-" + i, 5);
          }
          ExecutorService threads = Executors.newFixedThreadPool(number);
          List<Future<RunFinished>> runs =
              all.stream()
                  .map(a -> threads.submit(() -> a.getBean(DunningRun.class).run("default")))
                  .toList();
          threads.shutdown();
          int documents = 0;
          for (Future<RunFinished> each : runs) {
            documents += done(each).documents();
          }
          assertThat(documents).isEqualTo(ACCOUNTS);
          Host.until(
              () ->
                  count("SELECT count(*) FROM dunning.delivery WHERE state = 'sent'") == ACCOUNTS);
          for (String table : List.of("document", "step", "event", "delivery")) {
            assertThat(count("SELECT count(*) FROM dunning." + table)).isEqualTo(ACCOUNTS);
          }
          assertThat(sender.sent).hasSize(ACCOUNTS).doesNotHaveDuplicates();
        });
  }

  private static RunFinished done(Future<RunFinished> run) {
    try {
      return run.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInstanceThatStandsStillAndGoesOnGetsNoSecondAnswer(boolean knowsKeys) {
    sender.knowsKeys = knowsKeys;
    CountDownLatch awake = new CountDownLatch(1);
    RecordingSender still = new RecordingSender();
    still.knowsKeys = knowsKeys;
    still.behaviour =
        delivery -> {
          if (delivery.attempt() > 1) {
            throw new IOException("an instance that stands still sends nothing");
          }
          awake.await();
          return "late";
        };
    String key = "test/C-1/INV-C-1/reminder/1#1";
    Host.with(database, clock, still, "dunning.outbox.heartbeat=1h", "dunning.outbox.attempts=1000")
        .run(
            first -> {
              Host.owes(first.getBean(Books.class), "default", "C-1", 5);
              first.getBean(DunningRun.class).run("default");
              Host.until(
                  () -> count("SELECT count(*) FROM dunning.delivery WHERE attempts = 1") == 1);
              Host.with(database, clock, sender, "dunning.outbox.attempts=1000")
                  .run(
                      second -> {
                        Deliveries all = second.getBean(Deliveries.class);
                        DeliveryState ends =
                            knowsKeys ? DeliveryState.SENT : DeliveryState.IN_DOUBT;
                        Host.until(() -> all.list("default", ends).size() == 1);
                        awake.countDown();
                        Host.until(() -> still.sent.size() == 1);
                        Host.until(
                            () -> count("SELECT count(*) FROM dunning.scheduled_tasks") == 0);
                        Deliveries.Entry entry = all.find("default", key).orElseThrow();
                        assertThat(entry.state()).isEqualTo(ends);
                        assertThat(entry.receipt()).isNotEqualTo(Optional.of("late"));
                        assertThat(sender.sent).hasSize(knowsKeys ? 1 : 0);
                      });
            });
  }

  @Test
  void anAccountIsReadWithAllThatATransactionWroteOrWithNothing() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              books.add("default", Host.paid("C-1"), Host.DAY, "bank", "k-1");
              books.put("default", Customer.of("C-2"));
              ExecutorService reader = Executors.newSingleThreadExecutor();
              try (Connection writer = database.superuser().getConnection();
                  Statement statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute(
                    "INSERT INTO dunning.invoice (tenant, number, customer, body, actor) SELECT"
                        + " tenant, 'INV-C-2', 'C-2', replace(body::text, 'C-1', 'C-2')::json,"
                        + " actor FROM dunning.invoice");
                statement.execute(
                    "INSERT INTO dunning.event (tenant, customer, invoice, body, actor) "
                        + "SELECT tenant, 'C-2', 'INV-C-2', body, actor FROM dunning.event");
                // stops the reader where it would read events
                statement.execute("LOCK TABLE dunning.event IN ACCESS EXCLUSIVE MODE");
                Future<Optional<Account>> read =
                    reader.submit(() -> books.account("default", "C-2"));
                Host.until(() -> count("SELECT count(*) FROM pg_locks WHERE NOT granted") == 1);
                writer.commit();
                assertThat(read.get().orElseThrow().invoices())
                    .allSatisfy(i -> assertThat(i.events()).hasSize(1));
              } finally {
                reader.shutdown();
              }
              assertThat(books.account("default", "C-2").orElseThrow().invoices()).hasSize(1);
            });
  }

  @Test
  void anInstanceTakesNoMoreActionsThanItHasThreads() {
    CountDownLatch end = new CountDownLatch(1);
    sender.behaviour =
        delivery -> {
          end.await();
          return "";
        };
    Host.with(database, clock, sender, "dunning.outbox.threads=2")
        .run(
            context -> {
              for (int i = 0; i < 8; i++) {
                Host.owes(context.getBean(Books.class), "default", "C-" + i, 5);
              }
              context.getBean(DunningRun.class).run("default");
              Host.until(
                  () -> count("SELECT count(*) FROM dunning.delivery WHERE attempts = 1") == 2);
              assertThat(count("SELECT count(*) FROM dunning.scheduled_tasks WHERE picked"))
                  .isEqualTo(2);
              end.countDown();
              Host.until(
                  () -> count("SELECT count(*) FROM dunning.delivery WHERE state = 'sent'") == 8);
            });
  }

  // An event may be dated up to a year ahead and 50 years back; so may an invoice.
  @ParameterizedTest
  @CsvSource({
    "2027-03-03, 2027-03-03, issued on 2027-03-03; more than a year after today; 2026-03-02",
    "1976-03-01, 1976-03-31, issued on 1976-03-01; more than 50 years before today; 2026-03-02",
    "0001-01-01, 0001-01-31, issued on 0001-01-01; more than 50 years before today; 2026-03-02",
  })
  void anInvoiceWithAMistypedDateIsRefused(LocalDate issued, LocalDate due, String problem) {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              books.put("default", Customer.of("C-1"));
              assertThatThrownBy(
                      () ->
                          books.add(
                              "default", "C-1", Invoice.of("I-1", eur("1.00"), issued, due), "x"))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessage("invoice is " + problem.replace(';', ','));
              LocalDate last =
                  issued.isAfter(Host.DAY) ? issued.minusDays(1) : Host.DAY.minusYears(50);
              assertThat(
                      books.add("default", "C-1", Invoice.of("I-1", eur("1.00"), last, last), "x"))
                  .isTrue();
            });
  }
}
