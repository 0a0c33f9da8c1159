package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.evaluation.Posting;
import io.dunning.event.LedgerEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an action whose sender fails, hangs, answers late, or dies. */
class OutboxTest {
  private static final String KEY = "test/C-1/INV-C-1/reminder/1#1";

  private TestDatabase database;
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  @BeforeEach
  void freshDatabase() {
    database = TestDatabase.create();
  }

  private void afterTheStep(
      ContextConsumer<AssertableApplicationContext> then, String... settings) {
    Host.with(database, clock, sender, settings)
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              context.getBean(DunningRun.class).run("default");
              then.accept(context);
            });
  }

  private static DeliveryState state(AssertableApplicationContext context) {
    return context.getBean(Deliveries.class).find("default", KEY).orElseThrow().state();
  }

  @Test
  void aSenderThatFailsIsTriedAgain() {
    AtomicInteger attempts = new AtomicInteger();
    sender.behaviour =
        delivery -> {
          if (attempts.incrementAndGet() < 4) {
            throw new IOException("line is busy");
          }
          assertThat(delivery.attempt()).isEqualTo(4);
          return "receipt-7";
        };
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.SENT);
          assertThat(sender.sent).containsExactly(KEY);
          assertThat(context.getBean(Deliveries.class).find("default", KEY).orElseThrow().receipt())
              .contains("receipt-7");
        });
  }

  @Test
  void aSenderThatFailsForGoodLeavesADeadLetterThatAPersonCanSendAgain() {
    sender.behaviour =
        delivery -> {
          throw new IOException("no such address\r\nX-Evil: 1");
        };
    afterTheStep(
        context -> {
          Deliveries deliveries = context.getBean(Deliveries.class);
          Host.until(() -> state(context) == DeliveryState.DEAD);
          Deliveries.Entry dead = deliveries.list("default", DeliveryState.DEAD).get(0);
          assertThat(dead.attempts()).isEqualTo(3);
          assertThat(dead.problem()).contains("java.io.IOException: no such address X-Evil: 1");
          sender.behaviour = delivery -> "";
          deliveries.retry("default", KEY, "Anna");
          Host.until(() -> state(context) == DeliveryState.SENT);
          assertThatThrownBy(() -> deliveries.retry("default", KEY, "Anna"))
              .isInstanceOf(ConflictException.class)
              .hasMessage("action is sent, not dead or in doubt");
        },
        "dunning.outbox.attempts=3");
  }

  @Test
  void aDeadLetterThatIsGivenUpIsAStepNotTaken() {
    sender.behaviour =
        delivery -> {
          throw new IOException("no such address");
        };
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.DEAD);
          context.getBean(Deliveries.class).giveUp("default", KEY, "Anna");
          sender.behaviour = delivery -> "";
          context.getBean(DunningRun.class).run("default");
          Host.until(() -> !sender.sent.isEmpty());
          assertThat(sender.sent).containsExactly("test/C-1/INV-C-1/reminder/2#1");
        },
        "dunning.outbox.attempts=1");
  }

  /** A step with a letter and a task: who gives up the task must not have the letter sent again. */
  @Test
  void aStepIsTakenAgainOnlyOnceAllItsActionsAreGivenUp() {
    sender.behaviour = RecordingSender.FAILS;
    Host.with(
            database,
            clock,
            sender,
            "dunning.policies.location=classpath:two-actions.yaml",
            "dunning.outbox.attempts=1")
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 10);
              DunningRun run = context.getBean(DunningRun.class);
              Deliveries deliveries = context.getBean(Deliveries.class);
              run.run("default");
              Host.until(() -> deliveries.list("default", DeliveryState.DEAD).size() == 2);
              String pair = "two/C-1/INV-C-1/pair/";
              deliveries.giveUp("default", pair + "1#1", "Anna");
              run.run("default");
              assertThat(deliveries.list("default")).hasSize(2);
              deliveries.giveUp("default", pair + "1#2", "Anna");
              sender.behaviour = delivery -> "";
              run.run("default");
              Host.until(() -> deliveries.list("default", DeliveryState.SENT).size() == 2);
              assertThat(sender.sent).containsExactlyInAnyOrder(pair + "2#1", pair + "2#2");
              assertThat(deliveries.list("default")).hasSize(4);
            });
  }

  /**
   * What a person withdrew, and a run took again, is not withdrawn by giving up the first taking.
   */
  @Test
  void givingUpAnOldTakingLeavesTheNewOne() {
    sender.behaviour = RecordingSender.FAILS;
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.DEAD);
          Books books = context.getBean(Books.class);
          Posting withdrawn =
              new Posting(
                  "C-1", Optional.of("INV-C-1"), LedgerEvent.stepWithdrawn(Host.DAY, "reminder"));
          books.add("default", withdrawn, Host.DAY, "Anna", "w-1");
          sender.behaviour = delivery -> "";
          DunningRun run = context.getBean(DunningRun.class);
          run.run("default");
          Host.until(() -> !sender.sent.isEmpty());
          context.getBean(Deliveries.class).giveUp("default", KEY, "Anna");
          run.run("default");
          assertThat(context.getBean(Deliveries.class).list("default")).hasSize(2);
          assertThat(sender.sent).containsExactly("test/C-1/INV-C-1/reminder/2#1");
        },
        "dunning.outbox.attempts=1");
  }

  @Test
  void whatWasLeftToAPersonIsSentOnceThereIsASenderForIt() {
    sender.handles = false;
    afterTheStep(
        context -> {
          assertThat(state(context)).isEqualTo(DeliveryState.BY_HAND);
          Deliveries deliveries = context.getBean(Deliveries.class);
          assertThatThrownBy(() -> deliveries.retry("default", KEY, "Anna"))
              .isInstanceOf(ConflictException.class)
              .hasMessage("action is by hand, not dead or in doubt");
          sender.handles = true;
          deliveries.retry("default", KEY, "Anna");
          Host.until(() -> state(context) == DeliveryState.SENT);
          assertThat(sender.sent).containsExactly(KEY);
        });
  }

  /** What fails before a sender is called is tried again, and ends as a dead letter. */
  @Test
  void anActionThatCannotBeHandedOverIsADeadLetterThatSaysWhy() {
    sender.asked =
        () -> {
          throw new IllegalStateException("the directory is away");
        };
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.DEAD);
          Deliveries.Entry dead =
              context.getBean(Deliveries.class).list("default", DeliveryState.DEAD).get(0);
          assertThat(dead.attempts()).isEqualTo(3);
          assertThat(dead.problem())
              .contains("java.lang.IllegalStateException: the directory is away");
          assertThat(sender.sent).isEmpty();
        },
        "dunning.outbox.attempts=3");
  }

  @Test
  void aSenderThatHangsAndKnowsNoKeysLeavesADoubt() {
    CountDownLatch never = new CountDownLatch(1);
    sender.behaviour =
        delivery -> {
          never.await();
          return "";
        };
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.IN_DOUBT);
          context.getBean(Deliveries.class).done("default", KEY, "Anna");
          assertThat(state(context)).isEqualTo(DeliveryState.DONE);
          assertThat(sender.sent).isEmpty();
        },
        "dunning.outbox.timeout=200ms");
  }

  @Test
  void anAnswerThatComesAfterTheDoubtIsNotBelieved() {
    CountDownLatch answer = new CountDownLatch(1);
    sender.behaviour =
        delivery -> {
          boolean waiting = true;
          while (waiting) {
            try {
              answer.await();
              waiting = false;
            } catch (InterruptedException e) {
              assertThat(e).isNotNull(); // as clients do that do not let themselves be stopped
            }
          }
          return "late-7";
        };
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.IN_DOUBT);
          answer.countDown();
          Host.until(() -> sender.sent.size() == 1);
          Deliveries deliveries = context.getBean(Deliveries.class);
          assertThat(deliveries.find("default", KEY).orElseThrow().receipt()).isEmpty();
          assertThat(state(context)).isEqualTo(DeliveryState.IN_DOUBT);
          deliveries.done("default", KEY, "Anna");
          assertThat(state(context)).isEqualTo(DeliveryState.DONE);
        },
        "dunning.outbox.timeout=200ms");
  }

  @Test
  void aSenderThatAnswersLateAndKnowsKeysIsAskedAgainWithTheSameKey() {
    sender.knowsKeys = true;
    AtomicInteger attempts = new AtomicInteger();
    sender.behaviour =
        delivery -> {
          assertThat(delivery.key()).isEqualTo(KEY);
          if (attempts.incrementAndGet() == 1) {
            Thread.sleep(2_000);
          }
          return "";
        };
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.SENT);
          assertThat(attempts).hasValue(2);
        },
        "dunning.outbox.timeout=200ms");
  }

  @Test
  void anActionWhoseProcessDiedGoesAgainOnlyToASenderThatKnowsKeys() {
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.SENT);
          Deliveries deliveries = context.getBean(Deliveries.class);
          database.execute("UPDATE dunning.delivery SET state = 'sending'");
          context.getBean(Outbox.class).scheduleAgain("default", KEY);
          Host.until(() -> state(context) == DeliveryState.IN_DOUBT);
          assertThat(sender.sent).hasSize(1);

          sender.knowsKeys = true;
          database.execute("UPDATE dunning.delivery SET state = 'sending'");
          context.getBean(Outbox.class).scheduleAgain("default", KEY);
          Host.until(() -> state(context) == DeliveryState.SENT);
          assertThat(sender.sent).hasSize(2);
          assertThat(deliveries.find("default", KEY).orElseThrow().attempts()).isEqualTo(3);
        });
  }

  @Test
  void ifTheTaskCannotBeChangedNothingIsNoted() {
    afterTheStep(
        context -> {
          Attempts attempts = context.getBean(Attempts.class);
          Attempts.Attempt own = attempts.begin("default", KEY).orElseThrow();
          Delivery delivery =
              context.getBean(Deliveries.class).delivery("default", KEY).orElseThrow();
          Runnable refuses =
              () -> {
                throw new IllegalStateException("task belongs to another instance");
              };
          assertThatThrownBy(() -> attempts.end(own, DeliveryState.SENT, "", "r-1", refuses))
              .hasMessage("task belongs to another instance");
          assertThat(state(context)).isEqualTo(DeliveryState.SENDING);
          attempts.end(own, DeliveryState.SENT, "", "r-1", () -> {});
          assertThat(state(context)).isEqualTo(DeliveryState.SENT);
        },
        "dunning.outbox.enabled=false");
  }

  /** Whose doubt was answered with "again" meanwhile does not speak for the next attempt. */
  @Test
  void anAttemptThatAnotherOneTookOverNotesNothingAndLeavesItsTask() {
    AtomicInteger changed = new AtomicInteger();
    afterTheStep(
        context -> {
          Attempts attempts = context.getBean(Attempts.class);
          Deliveries deliveries = context.getBean(Deliveries.class);
          Attempts.Attempt late = attempts.begin("default", KEY).orElseThrow();
          Attempts.Attempt second = attempts.begin("default", KEY).orElseThrow();
          assertThat(second.was()).isEqualTo(DeliveryState.SENDING);
          attempts.end(second, DeliveryState.IN_DOUBT, "", "", () -> {});
          deliveries.retry("default", KEY, "Anna");
          Attempts.Attempt third = attempts.begin("default", KEY).orElseThrow();
          assertThat(third.was()).isEqualTo(DeliveryState.SCHEDULED);

          attempts.end(late, DeliveryState.SCHEDULED, "", "", changed::incrementAndGet);
          attempts.end(second, DeliveryState.SENT, "", "", changed::incrementAndGet);
          assertThat(changed).hasValue(0);
          assertThat(state(context)).isEqualTo(DeliveryState.SENDING);
          attempts.end(third, DeliveryState.SENT, "", "", changed::incrementAndGet);
          assertThat(changed).hasValue(1);
          assertThat(state(context)).isEqualTo(DeliveryState.SENT);
          assertThat(attempts.begin("default", KEY)).isEmpty();
        },
        "dunning.outbox.enabled=false");
  }

  @Test
  void aTaskThatComesTwiceSendsOnce() {
    afterTheStep(
        context -> {
          Host.until(() -> state(context) == DeliveryState.SENT);
          context.getBean(Outbox.class).scheduleAgain("default", KEY);
          Host.until(
              () ->
                  JdbcClient.create(database.superuser())
                          .sql("SELECT count(*) FROM dunning.scheduled_tasks")
                          .query(Integer.class)
                          .single()
                      == 0);
          assertThat(sender.sent).hasSize(1);
        });
  }

  /** Ids and numbers have up to 200 characters, so the key of a step has more. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stepsOfLongIdsAreDecidedAbout(boolean approves) {
    String customer = "c".repeat(190);
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", customer, 60);
              for (String step : List.of("reminder", "notice")) {
                Posting taken =
                    new Posting(
                        customer,
                        Optional.of("INV-" + customer),
                        LedgerEvent.stepTaken(Host.DAY.minusDays(20), step));
                books.add("default", taken, Host.DAY, "test", step);
              }
              context.getBean(DunningRun.class).run("default");
              Approvals approvals = context.getBean(Approvals.class);
              Approvals.Waiting waiting = approvals.waiting("default").get(0);
              assertThat(waiting.key()).hasSizeGreaterThan(400);
              String decided =
                  approves
                      ? approvals.approve("default", waiting.key(), "Anna")
                      : approvals.refuse("default", waiting.key(), "Anna");
              assertThat(decided).isEqualTo(customer);
              assertThat(approvals.waiting("default")).isEmpty();
            });
  }
}
