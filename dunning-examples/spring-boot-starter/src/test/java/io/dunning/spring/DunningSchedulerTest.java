package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The run and the senders as the scheduler calls them. */
class DunningSchedulerTest {
  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  private ApplicationContextRunner host(String... settings) {
    return Host.with(database, clock, sender, settings)
        .withPropertyValues("dunning.run.enabled=true");
  }

  private boolean is(String condition) {
    return JdbcClient.create(database.superuser())
        .sql(
            "SELECT " + condition + " FROM dunning.scheduled_tasks WHERE task_name = 'dunning-run'")
        .query(Boolean.class)
        .single();
  }

  private void set(String columns) {
    database.execute(
        "UPDATE dunning.scheduled_tasks SET " + columns + " WHERE task_name = 'dunning-run'");
  }

  @Test
  void aRunThatFailsComesAgainAndDoesNotWaitForTheNextDay() {
    host()
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              database.execute(
                  "CREATE FUNCTION dunning.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                      + "RAISE EXCEPTION 'terminating connection' USING ERRCODE = '57P01'; END $$",
                  "CREATE TRIGGER refuse BEFORE INSERT ON dunning.document "
                      + "FOR EACH ROW EXECUTE FUNCTION dunning.refuse()");
              set("execution_time = now()");
              Host.until(() -> is("coalesce(consecutive_failures, 0) >= 2"));
              assertThat(sender.sent).isEmpty();
              database.execute("DROP FUNCTION dunning.refuse() CASCADE");
              Host.until(() -> sender.sent.size() == 1);
              Host.until(() -> is("NOT picked AND consecutive_failures = 0"));
              assertThat(is("execution_time > now() AND execution_time <= now() + '1 day'"))
                  .isTrue();
            });
  }

  @Test
  void aRunThatIsToComeAgainSurvivesARestart() {
    host().run(context -> assertThat(context).hasNotFailed());
    set("execution_time = now() + '10 minutes', consecutive_failures = 3");
    host()
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(is("execution_time <= now() + '10 minutes'")).isTrue();
            });
  }

  @Test
  void aRunThatFailsComesAgainNoLaterThanItWouldAnyway() {
    host(
            "dunning.run.every=100ms",
            "dunning.outbox.back-off=1h",
            "dunning.outbox.longest-back-off=1h")
        .run(
            context -> {
              database.execute("ALTER TABLE dunning.account RENAME TO hidden");
              Host.until(() -> is("coalesce(consecutive_failures, 0) >= 3"));
            });
  }

  @Test
  void whatWasStoppedAndStartedAgainSends() {
    Host.with(database, clock, sender, "dunning.outbox.attempts=1")
        .run(
            context -> {
              DunningScheduler scheduler = context.getBean(DunningScheduler.class);
              for (int i = 1; i <= 2; i++) {
                scheduler.stop();
                assertThat(scheduler.isRunning()).isFalse();
                scheduler.start();
                Host.owes(context.getBean(Books.class), "default", "C-" + i, 5);
                context.getBean(DunningRun.class).run("default");
                int letters = i;
                Deliveries all = context.getBean(Deliveries.class);
                Host.until(() -> all.list("default", DeliveryState.SENT).size() == letters);
              }
              assertThat(sender.sent).hasSize(2);
            });
  }

  @Test
  void sendersThatHangForEverHoldABoundedNumberOfThreads() {
    int most = 10; // for one thread of the outbox
    CountDownLatch end = new CountDownLatch(1);
    sender.behaviour = delivery -> hangsUntil(end);
    Host.with(
            database,
            clock,
            sender,
            "dunning.outbox.threads=1",
            "dunning.outbox.timeout=50ms",
            "dunning.outbox.attempts=1000")
        .run(
            context -> {
              for (int i = 0; i <= most; i++) {
                Host.owes(context.getBean(Books.class), "default", "C-" + i, 5);
              }
              context.getBean(DunningRun.class).run("default");
              Deliveries all = context.getBean(Deliveries.class);
              Host.until(() -> all.list("default", DeliveryState.IN_DOUBT).size() == most);
              Host.until(
                  () ->
                      all.list("default", DeliveryState.SCHEDULED).stream()
                          .anyMatch(e -> e.problem().orElse("").startsWith("not sent: 10 ")));
              end.countDown();
              Host.until(() -> all.list("default", DeliveryState.SENT).size() == 1);
              Host.until(() -> sender.sent.size() == most + 1);
              assertThat(sender.sent).doesNotHaveDuplicates();
            });
  }

  /** As clients do that do not let themselves be stopped. */
  private static String hangsUntil(CountDownLatch end) {
    boolean waiting = true;
    while (waiting) {
      try {
        end.await();
        waiting = false;
      } catch (InterruptedException e) {
        assertThat(e).isNotNull();
      }
    }
    return "";
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStopDoesNotWaitForASenderThatHangs(boolean knowsKeys) {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch called = new CountDownLatch(1);
    sender.knowsKeys = knowsKeys;
    sender.behaviour =
        delivery -> {
          called.countDown();
          return hangsUntil(end);
        };
    Host.with(
            database, clock, sender, "dunning.outbox.timeout=1h", "dunning.outbox.stop-within=50ms")
        .run(
            context -> {
              DunningScheduler scheduler = context.getBean(DunningScheduler.class);
              try {
                Host.owes(context.getBean(Books.class), "default", "C-1", 5);
                context.getBean(DunningRun.class).run("default");
                called.await();
                Thread stopping = new Thread(scheduler::stop);
                stopping.start();
                Host.until(() -> !stopping.isAlive());
                Deliveries all = context.getBean(Deliveries.class);
                Deliveries.Entry told = all.list("default").get(0);
                assertThat(told.state())
                    .isEqualTo(knowsKeys ? DeliveryState.SCHEDULED : DeliveryState.IN_DOUBT);
                assertThat(told.problem())
                    .contains("the application stopped before the sender answered");
              } finally {
                end.countDown();
              }
              Host.until(() -> sender.sent.size() == 1); // what nobody waited for
              sender.behaviour = delivery -> "";
              scheduler.start();
              if (knowsKeys) {
                Host.until(() -> sender.sent.size() == 2);
                assertThat(new HashSet<>(sender.sent)).hasSize(1);
              }
            });
  }

  @Test
  void aStopTakesSecondsUnlessItIsSetOtherwise() {
    host()
        .run(
            context ->
                assertThat(context.getBean(DunningProperties.class).outbox().stopWithin())
                    .isEqualTo(Duration.ofSeconds(5)));
  }

  /** Also one that the application asked for, not the scheduler. */
  @Test
  void aRunThatIsStoppedKeepsWhatItHasDone() {
    int accounts = 5;
    StopsAtTheSecond stopping = new StopsAtTheSecond();
    sender.handles = false;
    Host.with(database, clock, sender, "dunning.run.batch=1", "dunning.outbox.enabled=false")
        .withBean("stopping", ActionSender.class, () -> stopping)
        .run(
            context -> {
              for (int i = 0; i < accounts; i++) {
                Host.owes(context.getBean(Books.class), "default", "C-" + i, 5);
              }
              DunningScheduler scheduler = context.getBean(DunningScheduler.class);
              stopping.scheduler = scheduler;
              DunningRun run = context.getBean(DunningRun.class);
              assertThatThrownBy(run::runAll)
                  .isInstanceOfSatisfying(
                      RunStoppedException.class, e -> assertThat(e.done().documents()).isEqualTo(2))
                  .hasMessage(
                      "run of tenant default stopped, because the application stops; "
                          + "accounts looked at: 2, documents: 2");
              Deliveries all = context.getBean(Deliveries.class);
              assertThat(all.list("default")).hasSize(2);
              scheduler.start();
              run.runAll();
              assertThat(all.list("default")).hasSize(accounts);
            });
  }

  private static final class StopsAtTheSecond implements ActionSender {
    private final AtomicInteger asked = new AtomicInteger();
    private DunningScheduler scheduler;

    @Override
    public boolean handles(DunningAction action, DunningDocument document) {
      if (asked.incrementAndGet() == 2) {
        scheduler.stop();
      }
      return false;
    }

    @Override
    public boolean knowsKeys() {
      return true;
    }

    @Override
    public String send(Delivery delivery) {
      throw new IllegalStateException("handles nothing");
    }
  }

  /** Taken and dropped, they would wait until the instance counted as dead. */
  @Test
  void anInstanceThatDoesNotSendLeavesActionsAlone() {
    Host.with(database, clock, sender, "dunning.outbox.enabled=false")
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              context.getBean(DunningRun.class).run("default");
            });
    host("dunning.outbox.enabled=false", "dunning.run.every=20ms", "dunning.outbox.heartbeat=1h")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              Host.until(() -> is("last_success IS NOT NULL"));
            });
    assertThat(untouched("dunning-delivery")).isTrue();
    Host.with(database, clock, sender).run(context -> Host.until(() -> sender.sent.size() == 1));
  }

  @Test
  void anInstanceThatDoesNotRunLeavesTheRunAlone() {
    host().run(context -> assertThat(context).hasNotFailed());
    set("execution_time = now() - interval '1 minute'");
    Host.with(database, clock, sender, "dunning.outbox.heartbeat=1h")
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              context.getBean(DunningRun.class).run("default");
              Host.until(() -> sender.sent.size() == 1);
            });
    assertThat(untouched("dunning-run")).isTrue();
  }

  private boolean untouched(String task) {
    return JdbcClient.create(database.superuser())
        .sql("SELECT NOT picked FROM dunning.scheduled_tasks WHERE task_name = ?")
        .param(task)
        .query(Boolean.class)
        .single();
  }
}
