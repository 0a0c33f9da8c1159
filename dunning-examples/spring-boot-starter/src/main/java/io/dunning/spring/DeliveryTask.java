package io.dunning.spring;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.dunning.spring.Attempts.Attempt;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What db-scheduler does for each action: hand it to its sender, note what came of it, try again
 * later. An action whose end nobody saw is tried again only with a sender that knows keys.
 */
final class DeliveryTask {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryTask.class);
  private static final int LONGEST_PROBLEM = 500;

  private final Attempts attempts;
  private final Deliveries deliveries;
  private final Outbox outbox;
  private final DunningProperties.Sending settings;
  private final Clock clock;

  DeliveryTask(
      Attempts attempts,
      Deliveries deliveries,
      Outbox outbox,
      DunningProperties.Sending settings,
      Clock clock) {
    this.attempts = attempts;
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** With a pool for the calls of senders, in which a call never waits for a thread. */
  Task<Void> task(ThreadPoolExecutor workers) {
    return Tasks.custom(Outbox.TASK, Void.class)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    clock
                        .instant()
                        .plus(settings.waitAfter(complete.getExecution().consecutiveFailures + 1))))
        .onDeadExecutionRevive()
        .execute((instance, context) -> attempt(instance.getId(), workers));
  }

  private CompletionHandler<Void> attempt(String id, ThreadPoolExecutor workers) {
    String tenant = Outbox.tenant(id);
    String key = Outbox.key(id);
    Attempt attempt = attempts.begin(tenant, key).orElse(null);
    if (attempt == null) {
      return (complete, operations) -> operations.remove();
    }
    Turn turn = new Turn(attempt, workers);
    try {
      Delivery delivery = deliveries.delivery(tenant, key).orElseThrow();
      return turn.begin(delivery, outbox.sender(delivery.action(), delivery.document()));
    } catch (RuntimeException e) {
      LOG.debug("attempt {} of {} did not come to a sender", attempt.number(), key, e);
      return turn.unsent(e);
    }
  }

  /** One attempt at one action. */
  private final class Turn {
    private static final String DIED = "the process ended while sending";

    private final Attempt attempt;
    private final ThreadPoolExecutor workers;

    Turn(Attempt attempt, ThreadPoolExecutor workers) {
      this.attempt = attempt;
      this.workers = workers;
    }

    CompletionHandler<Void> begin(Delivery delivery, Optional<ActionSender> found) {
      if (found.isEmpty()) {
        return ends(DeliveryState.DEAD, "no sender handles it any more", "");
      }
      ActionSender sender = found.get();
      if (attempt.was() == DeliveryState.SENDING && !sender.knowsKeys()) {
        return ends(DeliveryState.IN_DOUBT, DIED, "");
      }
      return send(delivery, sender);
    }

    /**
     * No sender was called this time; whether one was called before is as doubtful as it was. A
     * fault of the database says nothing about the action, so it is tried again until it passes.
     */
    CompletionHandler<Void> unsent(RuntimeException fault) {
      String problem = clean(String.valueOf(fault));
      boolean ofTheDatabase = DatabaseFaults.isOne(fault);
      if (attempt.was() == DeliveryState.SENDING) {
        if (ofTheDatabase) {
          throw fault; // and leaves the task to db-scheduler, and the state as it is
        }
        return ends(DeliveryState.IN_DOUBT, DIED + "; since then: " + problem, "");
      }
      return ofTheDatabase ? later(problem) : again(problem);
    }

    private CompletionHandler<Void> send(Delivery delivery, ActionSender sender) {
      boolean knowsKeys = sender.knowsKeys();
      Future<String> sending;
      try {
        sending = workers.submit(() -> sender.send(delivery));
      } catch (RejectedExecutionException e) {
        return again("not sent: " + workers.getActiveCount() + " calls of senders have not ended");
      }
      try {
        String receipt = sending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        return ends(DeliveryState.SENT, "", clean(receipt));
      } catch (TimeoutException e) {
        sending.cancel(true);
        return doubted(knowsKeys, "no answer within " + settings.timeout());
      } catch (InterruptedException e) {
        sending.cancel(true);
        Thread.currentThread().interrupt();
        return doubted(knowsKeys, "interrupted");
      } catch (ExecutionException e) {
        LOG.debug("attempt {} of {} failed", attempt.number(), attempt.key(), e.getCause());
        String problem = clean(String.valueOf(e.getCause()));
        return e.getCause() instanceof InDoubtException
            ? doubted(knowsKeys, problem)
            : again(problem);
      }
    }

    private CompletionHandler<Void> doubted(boolean knowsKeys, String problem) {
      return knowsKeys ? again(problem) : ends(DeliveryState.IN_DOUBT, problem, "");
    }

    private CompletionHandler<Void> again(String problem) {
      if (attempt.number() >= settings.attempts()) {
        return ends(DeliveryState.DEAD, problem, "");
      }
      return later(problem);
    }

    private CompletionHandler<Void> later(String problem) {
      Instant next = clock.instant().plus(settings.waitAfter(attempt.number()));
      return (complete, operations) ->
          attempts.end(
              attempt,
              DeliveryState.SCHEDULED,
              problem,
              "",
              () -> operations.reschedule(complete, next));
    }

    CompletionHandler<Void> ends(DeliveryState state, String problem, String receipt) {
      return (complete, operations) ->
          attempts.end(attempt, state, problem, receipt, operations::remove);
    }
  }

  /** What others say, as one short line that PostgreSQL takes. */
  private static String clean(String text) {
    String line = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST_PROBLEM ? line.substring(0, LONGEST_PROBLEM) : line;
  }
}
