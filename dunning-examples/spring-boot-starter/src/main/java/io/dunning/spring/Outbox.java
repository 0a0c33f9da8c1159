package io.dunning.spring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.dunning.action.BackOfficeAction;
import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.ContactWindow;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.StepKey;
import io.dunning.json.DunningJson;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Records that documents go out: in one transaction a row for the document, one for each step that
 * it takes, one for each of its actions, and a task of db-scheduler for each action that has a
 * sender. The task is called like the action.
 */
final class Outbox {
  static final String TASK = "dunning-delivery";

  private final JdbcOperations batches;
  private final SchedulerClient scheduler;
  private final List<ActionSender> senders;
  private final Clock clock;

  Outbox(
      JdbcOperations batches, SchedulerClient scheduler, List<ActionSender> senders, Clock clock) {
    this.batches = batches;
    this.scheduler = scheduler;
    this.senders = List.copyOf(senders);
    this.clock = clock;
  }

  /** A document that was decided about while the books ended at a position. */
  record Taken(String customer, DunningDocument document, long position) {
    String key() {
      return document.leading().key().orElseThrow().toString();
    }

    List<String> stepKeys() {
      return document.lines().stream()
          .map(Recommendation::key)
          .flatMap(Optional::stream)
          .map(StepKey::toString)
          .distinct()
          .toList();
    }
  }

  void record(String tenant, List<Taken> all) {
    List<Object[]> documents = new ArrayList<>();
    List<Object[]> steps = new ArrayList<>();
    List<Object[]> deliveries = new ArrayList<>();
    List<TaskInstance<?>> now = new ArrayList<>();
    List<Runnable> later = new ArrayList<>();
    for (Taken each : all) {
      documents.add(row(tenant, each));
      each.stepKeys().forEach(k -> steps.add(new Object[] {tenant, k, each.key()}));
      List<DunningAction> actions = each.document().actions();
      for (int i = 0; i < actions.size(); i++) {
        if (actions.get(i) instanceof BackOfficeAction.AssessCharges) {
          continue; // the events of the step charge them
        }
        String key = each.key() + "#" + (i + 1);
        boolean sends = sender(actions.get(i), each.document()).isPresent();
        deliveries.add(row(tenant, key, each, actions.get(i), sends));
        if (sends) {
          TaskInstance<Void> task = new TaskInstance<>(TASK, taskId(tenant, key));
          Optional<Instant> when = firstHour(each.document());
          when.ifPresent(t -> later.add(() -> scheduler.scheduleIfNotExists(task, t)));
          if (when.isEmpty()) {
            now.add(task);
          }
        }
      }
    }
    insert(documents, steps, deliveries);
    scheduler.scheduleBatch(now, clock.instant());
    later.forEach(Runnable::run);
  }

  private void insert(List<Object[]> documents, List<Object[]> steps, List<Object[]> deliveries) {
    batches.batchUpdate(
        """
        INSERT INTO dunning.document (tenant, key, customer, step, taken_on, position, body)
        VALUES (?, ?, ?, ?, ?, ?, ?::json)
        """,
        documents);
    batches.batchUpdate("INSERT INTO dunning.step (tenant, key, document) VALUES (?, ?, ?)", steps);
    batches.batchUpdate(
        """
        INSERT INTO dunning.delivery (tenant, key, document, customer, action, channel, state)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        deliveries);
  }

  private static Object[] row(String tenant, Taken taken) {
    Recommendation leading = taken.document().leading();
    return new Object[] {
      tenant,
      taken.key(),
      taken.customer(),
      taken.document().step(),
      leading.asOf(),
      taken.position(),
      DunningJson.mapper().writeValueAsString(taken.document())
    };
  }

  private static Object[] row(
      String tenant, String key, Taken taken, DunningAction action, boolean sends) {
    return new Object[] {
      tenant,
      key,
      taken.key(),
      taken.customer(),
      action.toString(),
      action.channel().map(Channel::toString).orElse(null),
      (sends ? DeliveryState.SCHEDULED : DeliveryState.BY_HAND).toString()
    };
  }

  void scheduleAgain(String tenant, String key) {
    scheduler.scheduleIfNotExists(new TaskInstance<>(TASK, taskId(tenant, key)), clock.instant());
  }

  Optional<ActionSender> sender(DunningAction action, DunningDocument document) {
    return senders.stream().filter(s -> s.handles(action, document)).findFirst();
  }

  /** Tenant and key as one name, from which both can be read again. */
  static String taskId(String tenant, String key) {
    return tenant.replace("%", "%25").replace("/", "%2F") + "/" + key;
  }

  static String tenant(String taskId) {
    String escaped = taskId.substring(0, taskId.indexOf('/'));
    return escaped.replace("%2F", "/").replace("%25", "%");
  }

  static String key(String taskId) {
    return taskId.substring(taskId.indexOf('/') + 1);
  }

  /** When the customer may be contacted, if that is not now. */
  private Optional<Instant> firstHour(DunningDocument document) {
    ContactWindow window = document.leading().contactWindow().orElse(null);
    if (window == null || window.zone().isEmpty() || !window.isOpen()) {
      return Optional.empty();
    }
    ZonedDateTime now = clock.instant().atZone(window.zone().get());
    if (now.toLocalDate().isAfter(window.date()) || window.contains(now.toLocalTime())) {
      return Optional.empty();
    }
    for (WeeklyHours.Span each : window.hours()) {
      ZonedDateTime start = window.date().atTime(each.from()).atZone(now.getZone());
      if (start.isAfter(now)) {
        return Optional.of(start.toInstant());
      }
    }
    ZonedDateTime nextDay =
        window.date().plusDays(1).atTime(window.hours().get(0).from()).atZone(now.getZone());
    return Optional.of(nextDay.toInstant());
  }
}
