package io.dunning.portfolio;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whoever is interrupted while a run works goes on once the threads of the run are done. */
class InterruptedRunTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final List<Thread.State> WAITING =
      List.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Account LATE = account("A", history("1", eur("9.00"), DAY.minusDays(9)));

  private volatile Thread caller;
  private volatile Thread.State stateOfCaller;

  /** Interrupts the caller, and ends after it could have gone on; then notes whether it has. */
  private boolean interruptingTheCaller() {
    caller.interrupt();
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
}
