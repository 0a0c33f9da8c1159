package io.dunning.spring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.dunning.action.BackOfficeAction;
import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.StepKey;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private final PolicyArchive policies;
  private final ContactHours hours;
  private final Clock clock;

  Outbox(
      JdbcOperations batches,
      SchedulerClient scheduler,
      List<ActionSender> senders,
      PolicyArchive policies,
      ContactHours hours,
      Clock clock) {
    this.batches = batches;
    this.scheduler = scheduler;
    this.senders = List.copyOf(senders);
    this.policies = policies;
    this.hours = hours;
    this.clock = clock;
  }

  /** A document that was decided about while the books ended at a position. */
  record Taken(Account account, DunningDocument document, long position) {
    String customer() {
      return account.customer().id();
    }

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
    Map<Instant, List<TaskInstance<?>>> tasks = new TreeMap<>();
    Instant now = hours.now();
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
          Delivery delivery = delivery(tenant, key, each, actions.get(i));
          tasks
              .computeIfAbsent(opening(now, delivery), t -> new ArrayList<>())
              .add(new TaskInstance<>(TASK, taskId(tenant, key)));
        }
      }
    }
    insert(documents, steps, deliveries);
    Instant start = clock.instant();
    tasks.forEach((t, of) -> scheduler.scheduleBatch(of, start.plus(Duration.between(now, t))));
  }

  private Delivery delivery(String tenant, String key, Taken taken, DunningAction action) {
    DunningDocument document = taken.document();
    DunningPolicy policy = policies.find(document.leading().policy());
    return new Delivery(tenant, key, 0, action, document, taken.account(), policy);
  }

  /** When the customer may be contacted; now if never, so that a person is told. */
  private Instant opening(Instant now, Delivery delivery) {
    return hours.opening(now, delivery).map(ZonedDateTime::toInstant).orElse(now);
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
}
