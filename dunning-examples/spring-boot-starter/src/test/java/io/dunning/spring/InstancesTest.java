package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
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
}
