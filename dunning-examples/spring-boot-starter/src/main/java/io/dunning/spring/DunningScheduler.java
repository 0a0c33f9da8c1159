package io.dunning.spring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
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
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
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

  /** How many calls of senders may not have ended, for each thread of the outbox. */
  private static final int HANGING = 10;

  private final DataSource dataSource;
  private final DunningProperties settings;
  private final DunningRun run;
  private final DeliveryTask delivery;
  private ThreadPoolExecutor workers;
  private Scheduler scheduler;

  DunningScheduler(
      DataSource dataSource, DunningProperties settings, DunningRun run, DeliveryTask delivery) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.run = run;
    this.delivery = delivery;
  }

  @Override
  public synchronized void start() {
    List<Task<?>> known = new ArrayList<>();
    if (settings.outbox().enabled()) {
      workers = workers(settings.outbox().threads());
      known.add(delivery.task(workers));
    }
    List<RecurringTask<?>> recurring = new ArrayList<>();
    if (settings.run().enabled()) {
      recurring.add(runTask());
    }
    if (known.isEmpty() && recurring.isEmpty()) {
      return;
    }
    scheduler =
        Scheduler.create(dataSource, known)
            .startTasks(recurring.toArray(RecurringTask[]::new))
            .tableName(TABLE)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .threads(settings.outbox().threads())
            .pollingInterval(settings.outbox().polling())
            // no more than there are threads for: what waits in a queue has no heartbeat
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(settings.outbox().heartbeat())
            .missedHeartbeatsLimit(6)
            .deleteUnresolvedAfter(Duration.ofDays(36_500)) // an instance that sends may come later
            .shutdownMaxWait(settings.outbox().timeout())
            .build();
    scheduler.start();
  }

  /**
   * Threads for the calls of senders. A sender that hangs keeps its thread, so there are more of
   * them than calls at once, but not any number. It does not keep the application from ending.
   */
  private static ThreadPoolExecutor workers(int threads) {
    return new ThreadPoolExecutor(
        0,
        (int) Math.min(Integer.MAX_VALUE, (long) threads * HANGING),
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "dunning-sender");
          thread.setDaemon(true);
          return thread;
        });
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

  @Override
  public synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
    if (workers != null) {
      workers.shutdownNow();
      try {
        workers.awaitTermination(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      workers = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }
}
