package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What operators see. */
class ActuatorTest {
  private final TestDatabase database = TestDatabase.create();
  private final RecordingSender sender = new RecordingSender();

  @Test
  void countsTellsAndExplains() {
    sender.behaviour =
        delivery -> {
          throw new IOException("no such address");
        };
    Host.with(
            database,
            new SetClock(Host.DAY),
            sender,
            "dunning.outbox.attempts=1",
            "management.endpoints.web.exposure.include=dunning")
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withConfiguration(AutoConfigurations.of(DunningActuatorAutoConfiguration.class))
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              Host.owes(books, "default", "C-2", 0);
              context.getBean(DunningRun.class).run("default");
              Deliveries deliveries = context.getBean(Deliveries.class);
              Host.until(() -> deliveries.list("default", DeliveryState.DEAD).size() == 1);

              MeterRegistry meters = context.getBean(MeterRegistry.class);
              assertThat(meters.counter("dunning.run.accounts").count()).isEqualTo(2);
              assertThat(meters.counter("dunning.run.documents").count()).isEqualTo(1);
              Host.until(() -> meters.counter("dunning.deliveries", "state", "dead").count() == 1);

              database.execute("UPDATE dunning.account SET review_on = '2026-02-01'");
              Health health =
                  context.getBean("dunningHealthIndicator", HealthIndicator.class).health();
              assertThat(health.getStatus()).isEqualTo(Status.UP);
              assertThat(health.getDetails())
                  .containsEntry("deadLetters", 1L)
                  .containsEntry("overdueReviews", 2L)
                  .containsEntry("inDoubt", 0L);

              AccountEndpoint endpoint = context.getBean(AccountEndpoint.class);
              assertThat(endpoint.explain("default", "C-2").answers().get(0))
                  .contains("INV-C-2: not due");
              assertThat(endpoint.explain("default", "C-3")).isNull();
            });
  }

  @Test
  void healthIsNotCountedForEachOfManyWhoAskAndFailsAtOnce() {
    Host.with(database, new SetClock(Host.DAY), sender)
        .withConfiguration(AutoConfigurations.of(DunningActuatorAutoConfiguration.class))
        .run(
            context -> {
              HealthIndicator health =
                  context.getBean("dunningHealthIndicator", HealthIndicator.class);
              assertThat(health.health().getDetails()).containsEntry("overdueReviews", 0L);
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              database.execute("UPDATE dunning.account SET review_on = '2026-02-01'");
              assertThat(health.health().getDetails()).containsEntry("overdueReviews", 0L);
              Host.until(() -> health.health().getDetails().get("overdueReviews").equals(1L));
              database.execute("REVOKE SELECT ON dunning.tenant FROM app");
              assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            });
  }

  @Test
  void healthAndEndpointCanBeSwitchedOff() {
    ApplicationContextRunner host =
        Host.with(database, new SetClock(Host.DAY), sender)
            .withConfiguration(AutoConfigurations.of(DunningActuatorAutoConfiguration.class));
    host.run(
        context ->
            assertThat(context)
                .hasBean("dunningHealthIndicator")
                .doesNotHaveBean(AccountEndpoint.class));
    host.withPropertyValues(
            "management.health.dunning.enabled=false",
            "management.endpoint.dunning.access=NONE",
            "management.endpoints.web.exposure.include=*")
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean("dunningHealthIndicator")
                    .doesNotHaveBean(AccountEndpoint.class));
  }
}
