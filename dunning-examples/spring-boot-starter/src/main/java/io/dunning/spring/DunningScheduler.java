package io.dunning.spring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * Runs db-scheduler with the run and the outbox while the application runs. It has a table of its
 * own and does not touch a scheduler that the application may have.
 */
final class DunningScheduler implements SmartLifecycle {
  static final String TABLE = "dunning.scheduled_tasks";
  private static final String RUN = "dunning-run";

  /** How long it takes at most to note what came of a call. */
  private static final Duration NOTING = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final DunningProperties settings;
  private final DunningRun run;
  private final DeliveryTask delivery;
  private Calls calls;
  private Scheduler scheduler;
  private boolean running;

  DunningScheduler(
      DataSource dataSource, DunningProperties settings, DunningRun run, DeliveryTask delivery) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.run = run;
    this.delivery = delivery;
  }

  @Override
  public synchronized void start() {
    run.stops(false);
    running = true;
    List<Task<?>> known = new ArrayList<>();
    List<RecurringTask<?>> recurring = new ArrayList<>();
    List<String> others = new ArrayList<>();
    if (settings.outbox().enabled()) {
      calls = new Calls(settings.outbox().threads());
      known.add(delivery.task(calls));
    } else {
      others.add(Outbox.TASK);
    }
    if (settings.run().enabled()) {
      recurring.add(runTask());
    } else {
      others.add(RUN);
    }
    if (known.isEmpty() && recurring.isEmpty()) {
      return;
    }
    scheduler =
        Scheduler.create(dataSource, known)
            .startTasks(recurring.toArray(RecurringTask[]::new))
            .tableName(TABLE)
            .jdbcCustomization(new OwnTasks(others))
            .threads(settings.outbox().threads())
            .pollingInterval(settings.outbox().polling())
            // no more than there are threads for: what waits in a queue has no heartbeat
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(settings.outbox().heartbeat())
            .missedHeartbeatsLimit(6)
            .deleteUnresolvedAfter(Duration.ofDays(36_500)) // an instance that sends may come later
            .shutdownMaxWait(settings.outbox().stopWithin().plus(NOTING))
            .build();
    scheduler.start();
  }

  /** A run that failed comes again as an action does, and not only when the next one is due. */
  private RecurringTask<Void> runTask() {
    Schedule schedule = schedule(settings);
    return Tasks.recurring(RUN, schedule)
        .onFailure(
            (complete, operations) -> {
              int failures = complete.getExecution().consecutiveFailures + 1;
              Instant again = complete.getTimeDone().plus(settings.outbox().waitAfter(failures));
              Instant next = schedule.getNextExecutionTime(complete);
              operations.reschedule(complete, again.isBefore(next) ? again : next);
            })
        .execute((instance, context) -> run.runAll());
  }

  /** On a day whose clock skips a time, a run comes when the clock has skipped it. */
  static Schedule schedule(DunningProperties settings) {
    return settings
        .run()
        .every()
        .<Schedule>map(FixedDelay::of)
        .orElseGet(() -> new Times(new Daily(settings.dayZone(), settings.run().at())));
  }

  /**
   * Times of the day. db-scheduler moves a deterministic schedule to its next time at each start,
   * and so would forget a run that is to come again sooner.
   */
  private record Times(Daily daily) implements Schedule {
    @Override
    public Instant getNextExecutionTime(ExecutionComplete complete) {
      return daily.getNextExecutionTime(complete);
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
      return daily.getInitialExecutionTime(now);
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }
  }

  /**
   * Runs end with their batch, whoever asked for them. Senders that are at work get some time to
   * end; then what they are doing is noted as a doubt.
   */
  @Override
  public synchronized void stop() {
    run.stops(true);
    running = false;
    if (scheduler == null) {
      return;
    }
    CompletableFuture<Void> patience = new CompletableFuture<>();
    if (calls != null) {
      patience.completeOnTimeout(
          null, settings.outbox().stopWithin().toMillis(), TimeUnit.MILLISECONDS);
      patience.thenRun(calls::stop);
    }
    scheduler.stop();
    scheduler = null;
    if (calls != null) {
      patience.complete(null); // no call is awaited any more, but some may hang
      calls.awaitEnd(NOTING);
      calls = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }
}
