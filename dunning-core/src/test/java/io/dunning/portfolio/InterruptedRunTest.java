package io.dunning.portfolio;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dunning.Policies;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever cannot wait for all of a run goes on once the threads of the run are done. */
class InterruptedRunTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final List<Thread.State> WAITING =
      List.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Account LATE = late("A");

  private static Account late(String customer) {
    return account(customer, history("1", eur("9.00"), DAY.minusDays(9)));
  }

  private volatile Thread caller;
  private volatile Thread.State stateOfCaller;

  /** Interrupts the caller, and ends after it could have gone on; then notes whether it has. */
  private boolean interruptingTheCaller() {
    caller.interrupt();
    return seeingTheCallerWait();
  }

  /** Ends after the caller has given up and could have gone on; then notes whether it has. */
  private boolean seeingTheCallerWait() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    Thread.State state;
    do {
      state = caller.getState();
    } while (state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED);
    stateOfCaller = state;
    return false;
  }

  private boolean seeingTheCallerWait(CountDownLatch underWay) {
    underWay.countDown();
    return seeingTheCallerWait();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final DunningPolicy policy =
      Policies.draft()
          .per(AccountRules.Unit.ACCOUNT)
          .holdWhile(Condition.described("never", s -> interruptingTheCaller()))
          .build();

  private void endsAfterItsThreads(Runnable run) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    caller =
        new Thread(
            () -> {
              thrown.set(catchThrowable(run::run));
              flag.set(Thread.interrupted());
            });
    caller.start();
    caller.join();
    assertThat(thrown.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("was interrupted");
    assertThat(flag.get()).as("the caller still sees that it was interrupted").isTrue();
    assertThat(stateOfCaller).as("the caller waited").isIn(WAITING);
  }

  @Test
  void aRunOverAccounts() throws InterruptedException {
    PortfolioRun run = PortfolioRun.of(EVALUATOR, policy, DAY).onThreads(1);
    endsAfterItsThreads(() -> run.run(List.of(LATE).iterator(), r -> {}));
  }

  @Test
  void aRunOverATable() throws InterruptedException {
    AccountTable table = AccountTable.of(List.of(LATE)).accountsFrom(c -> LATE);
    TableRun run = TableRun.of(EVALUATOR, policy, DAY).onThreads(1);
    endsAfterItsThreads(() -> run.run(table, r -> {}));
  }

  @Test
  void aTableThatDecidesOnThreadsOfTheCaller() throws InterruptedException {
    AccountTable table = AccountTable.of(List.of(LATE)).accountsFrom(c -> LATE);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      endsAfterItsThreads(() -> table.decide(EVALUATOR, policy, DAY, pool));
    } finally {
      pool.shutdown();
    }
  }

  /** Of three parts, one is under way, one waits, and there is no room for the last. */
  @Test
  void aPoolThatRefusesAPart() {
    CountDownLatch underWay = new CountDownLatch(1);
    DunningPolicy slow =
        Policies.draft()
            .per(AccountRules.Unit.ACCOUNT)
            .holdWhile(Condition.described("never", s -> seeingTheCallerWait(underWay)))
            .build();
    List<Account> accounts = IntStream.range(0, 2 * 4096 + 1).mapToObj(i -> late("A" + i)).toList();
    AccountTable table = AccountTable.of(accounts).accountsFrom(InterruptedRunTest::late);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            (task, full) -> {
              await(underWay);
              throw new RejectedExecutionException("no room");
            });
    try {
      caller = Thread.currentThread();
      assertThatThrownBy(() -> table.decide(EVALUATOR, slow, DAY, pool))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the pool refused a part of the table\nMaybe it was shut down, or its queue is too"
                  + " short for 3 parts: choose an unbounded queue")
          .hasCauseInstanceOf(RejectedExecutionException.class);
      assertThat(stateOfCaller).as("the caller waited").isIn(WAITING);
    } finally {
      pool.shutdownNow();
    }
  }
}
