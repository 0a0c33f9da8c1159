package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application hears of what is committed, and of nothing else. */
class DeliveryChangedTest {
  private static final String KEY = "test/C-1/INV-C-1/reminder/1#1";

  private final TestDatabase database = TestDatabase.create();
  private final RecordingSender sender = new RecordingSender();
  private final Heard heard = new Heard();
  private final List<String> committed = new CopyOnWriteArrayList<>();

  @Test
  void isToldOnceTheTransactionAroundItIsCommittedAndNotIfItIsRolledBack() {
    sender.behaviour =
        delivery -> {
          throw new IOException("no such address");
        };
    heard.behaviour = delivery -> committed.add(state());
    Host.with(database, new SetClock(Host.DAY), sender, "dunning.outbox.attempts=1")
        .withBean(Heard.class, () -> heard)
        .run(
            context -> {
              TransactionTemplate transaction =
                  new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              DunningRun run = context.getBean(DunningRun.class);
              transaction.executeWithoutResult(
                  status -> {
                    run.run("default");
                    status.setRollbackOnly();
                  });
              assertThat(heard.runs).isEmpty();
              run.run("default");
              assertThat(heard.runs).hasSize(1);
              Host.until(() -> heard.deliveries.size() == 1);

              Deliveries deliveries = context.getBean(Deliveries.class);
              transaction.executeWithoutResult(
                  status -> {
                    deliveries.done("default", KEY, "Anna");
                    status.setRollbackOnly();
                  });
              assertThat(state()).isEqualTo("dead");
              transaction.executeWithoutResult(
                  status -> {
                    deliveries.done("default", KEY, "Anna");
                    assertThat(heard.deliveries).hasSize(1);
                  });
              assertThat(heard.deliveries)
                  .containsExactly(
                      new DeliveryChanged("default", KEY, DeliveryState.DEAD),
                      new DeliveryChanged("default", KEY, DeliveryState.DONE));
              assertThat(committed).containsExactly("dead", "done");
            });
  }

  private String state() {
    return JdbcClient.create(database.superuser())
        .sql("SELECT state FROM dunning.delivery")
        .query(String.class)
        .single();
  }
}
