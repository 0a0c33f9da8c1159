package io.dunning.spring;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.dunning.spring.Attempts.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
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
  private final ContactHours hours;
  private final DunningProperties.Sending settings;
  private final Clock clock;

  DeliveryTask(
      Attempts attempts,
      Deliveries deliveries,
      Outbox outbox,
      ContactHours hours,
      DunningProperties.Sending settings,
      Clock clock) {
    this.attempts = attempts;
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.hours = hours;
    this.settings = settings;
    this.clock = clock;
  }

  /** With the threads for the calls of senders. */
  Task<Void> task(Calls calls) {
    return Tasks.custom(Outbox.TASK, Void.class)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    clock
                        .instant()
                        .plus(settings.waitAfter(complete.getExecution().consecutiveFailures + 1))))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) ->
                context.getSchedulerState().isShuttingDown()
                    ? (complete, operations) -> operations.reschedule(complete, clock.instant())
                    : attempt(instance.getId(), calls));
  }

  private CompletionHandler<Void> attempt(String id, Calls calls) {
    String tenant = Outbox.tenant(id);
    String key = Outbox.key(id);
    Attempt attempt = attempts.begin(tenant, key).orElse(null);
    if (attempt == null) {
      return (complete, operations) -> operations.remove();
    }
    Turn turn = new Turn(attempt, calls);
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

    private static final String STOPPED = "the application stopped before the sender answered";

    private final Attempt attempt;
    private final Calls calls;

    Turn(Attempt attempt, Calls calls) {
      this.attempt = attempt;
      this.calls = calls;
    }

    CompletionHandler<Void> begin(Delivery delivery, Optional<ActionSender> found) {
      if (found.isEmpty()) {
        return unsendable("no sender handles it any more");
      }
      ActionSender sender = found.get();
      if (mayHaveBeenSent() && !sender.knowsKeys()) {
        return ends(DeliveryState.IN_DOUBT, DIED, "");
      }
      Instant now = hours.now();
      ZonedDateTime opening = hours.opening(now, delivery).orElse(null);
      if (opening == null) {
        return unsendable("no hour is left at which the customer may be reached");
      }
      Duration closed = Duration.between(now, opening);
      return closed.isZero() ? send(delivery, sender) : waits(opening, closed);
    }

    private boolean mayHaveBeenSent() {
      return attempt.was() == DeliveryState.SENDING;
    }

    /** Left to a person, who is told if a sender may have been called before. */
    private CompletionHandler<Void> unsendable(String problem) {
      return mayHaveBeenSent()
          ? ends(DeliveryState.IN_DOUBT, DIED + "; since then: " + problem, "")
          : ends(DeliveryState.DEAD, problem, "");
    }

    /**
     * Comes again when the customer may be contacted. This attempt does not count; what was
     * doubtful before it stays so.
     */
    private CompletionHandler<Void> waits(ZonedDateTime opening, Duration closed) {
      Instant next = clock.instant().plus(closed);
      String problem =
          "waits until " + opening.toOffsetDateTime() + ", when the customer may be contacted";
      DeliveryState state = mayHaveBeenSent() ? DeliveryState.SENDING : DeliveryState.SCHEDULED;
      return (complete, operations) ->
          attempts.putOff(attempt, state, problem, () -> operations.reschedule(complete, next));
    }

    /**
     * No sender was called this time; whether one was called before is as doubtful as it was. A
     * fault of the database says nothing about the action, so it is tried again until it passes.
     */
    CompletionHandler<Void> unsent(RuntimeException fault) {
      String problem = clean(String.valueOf(fault));
      boolean ofTheDatabase = DatabaseFaults.isOne(fault);
      if (mayHaveBeenSent()) {
        if (ofTheDatabase) {
          throw fault; // and leaves the task to db-scheduler, and the state as it is
        }
        return unsendable(problem);
      }
      return ofTheDatabase ? later(problem) : again(problem);
    }

    private CompletionHandler<Void> send(Delivery delivery, ActionSender sender) {
      boolean knowsKeys = sender.knowsKeys();
      Future<String> sending;
      try {
        sending = calls.begin(() -> sender.send(delivery));
      } catch (RejectedExecutionException e) {
        return calls.isStopped()
            ? later("not sent: the application stopped")
            : again("not sent: " + calls.active() + " calls of senders have not ended");
      }
      try {
        return answered(sending, knowsKeys);
      } finally {
        calls.leave(sending);
      }
    }

    private CompletionHandler<Void> answered(Future<String> sending, boolean knowsKeys) {
      try {
        String receipt = sending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        return ends(DeliveryState.SENT, "", clean(receipt));
      } catch (TimeoutException e) {
        sending.cancel(true);
        return doubted(knowsKeys, "no answer within " + settings.timeout());
      } catch (CancellationException e) {
        return knowsKeys ? later(STOPPED) : ends(DeliveryState.IN_DOUBT, STOPPED, "");
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
