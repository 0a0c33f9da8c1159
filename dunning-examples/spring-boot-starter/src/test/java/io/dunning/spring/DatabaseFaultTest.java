package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that fails before a sender is called is no fault of the action. */
class DatabaseFaultTest {
  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  @ParameterizedTest
  @ValueSource(strings = {"scheduled", "sending"})
  void theActionIsTriedUntilTheDatabaseAnswers(String state) {
    sender.knowsKeys = true;
    Host.with(database, clock, sender, "dunning.outbox.enabled=false")
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              context.getBean(DunningRun.class).run("default");
            });
    database.execute(
        "UPDATE dunning.delivery SET state = '" + state + "'",
        "ALTER TABLE dunning.document RENAME TO hidden");
    String[] settings = {"dunning.outbox.attempts=1", "dunning.database.migrate=false"};
    Host.with(database, clock, sender, settings) // with a table that cannot be found
        .run(
            context -> {
              JdbcClient jdbc = JdbcClient.create(database.superuser());
              Host.until(
                  () ->
                      jdbc.sql("SELECT attempts FROM dunning.delivery")
                              .query(Integer.class)
                              .single()
                          >= 3);
              database.execute("ALTER TABLE dunning.hidden RENAME TO document");
              Deliveries all = context.getBean(Deliveries.class);
              Host.until(() -> all.list("default", DeliveryState.SENT).size() == 1);
              assertThat(sender.sent).hasSize(1);
            });
  }
}
