package io.dunning.spring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
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

  private final DataSource dataSource;
  private final DunningProperties settings;
  private final DunningRun run;
  private final DeliveryTask delivery;
  private final ExecutorService workers;
  private Scheduler scheduler;

  DunningScheduler(
      DataSource dataSource,
      DunningProperties settings,
      DunningRun run,
      DeliveryTask delivery,
      ExecutorService workers) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.run = run;
    this.delivery = delivery;
    this.workers = workers;
  }

  @Override
  public synchronized void start() {
    List<Task<?>> known = new ArrayList<>();
    if (settings.outbox().enabled()) {
      known.add(delivery.task());
    }
    List<RecurringTask<?>> recurring = new ArrayList<>();
    if (settings.run().enabled()) {
      recurring.add(runTask(schedule(settings), run));
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

  private static RecurringTask<Void> runTask(Schedule schedule, DunningRun run) {
    return Tasks.recurring(RUN, schedule).execute((instance, context) -> run.runAll());
  }

  /** On a day whose clock skips a time, a run comes when the clock has skipped it. */
  static Schedule schedule(DunningProperties settings) {
    return settings
        .run()
        .every()
        .<Schedule>map(FixedDelay::of)
        .orElseGet(() -> new Daily(settings.dayZone(), settings.run().at()));
  }

  @Override
  public synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }
}
