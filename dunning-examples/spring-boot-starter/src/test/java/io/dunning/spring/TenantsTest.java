package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.ledger.Customer;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Rows of one tenant are hidden from another, by PostgreSQL itself. */
class TenantsTest {
  private final TestDatabase database = TestDatabase.create();

  /** Tenants from elsewhere need a row in the table of tenants, too. */
  @Test
  void aCustomerOfATenantWithoutARowIsNotLostInSilence() {
    Host.with(database, new SetClock(Host.DAY), new RecordingSender())
        .withUserConfiguration(TenantsFromElsewhere.class)
        .run(
            context ->
                assertThatThrownBy(
                        () -> context.getBean(Books.class).put("elsewhere", Customer.of("C-1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                        "tenant elsewhere has no row in dunning.tenant; Tenants.add makes one"));
  }

  @Configuration(proxyBeanMethods = false)
  static class TenantsFromElsewhere {
    @Bean
    Tenants tenants(DataSource source, PlatformTransactionManager manager) {
      return new Tenants(JdbcClient.create(source), manager) {
        @Override
        public List<String> names() {
          return List.of("elsewhere");
        }
      };
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account",
        "invoice",
        "event",
        "document",
        "step",
        "delivery",
        "approval",
        "approval_answer"
      })
  void noTableShowsRowsOfAnotherTenant(String table) {
    Host.with(database, new SetClock(Host.DAY), new RecordingSender(), "dunning.tenants=a,b")
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "a", "C-1", 5);
              Host.owes(books, "a", "C-2", 45);
              DunningRun run = context.getBean(DunningRun.class);
              run.run("a");
              database.execute(
                  "INSERT INTO dunning.approval SELECT tenant, 'k', customer, 's', 'x', '{}', "
                      + "'waiting', '2026-01-01' FROM dunning.account WHERE customer = 'C-1'",
                  "INSERT INTO dunning.approval_answer (tenant, key, decision, decided_by) "
                      + "SELECT tenant, key, 'refused', 'Anna' FROM dunning.approval");
              Tenants tenants = context.getBean(Tenants.class);
              JdbcClient app = JdbcClient.create(context.getBean(javax.sql.DataSource.class));
              String count = "SELECT count(*) FROM dunning." + table;
              int own = tenants.call("a", () -> app.sql(count).query(Integer.class).single());
              int other = tenants.call("b", () -> app.sql(count).query(Integer.class).single());
              int nobody = app.sql(count).query(Integer.class).single();
              assertThat(own).isPositive();
              assertThat(other).isZero();
              assertThat(nobody).isZero();
              assertThatThrownBy(
                      () ->
                          tenants.call(
                              "b",
                              () ->
                                  app.sql(
                                          "INSERT INTO dunning.account (tenant, customer, body) "
                                              + "VALUES ('a', 'X', '{}')")
                                      .update()))
                  .rootCause()
                  .hasMessageContaining("row-level security");
              assertThatThrownBy(() -> tenants.run("a", () -> tenants.run("b", () -> {})))
                  .hasMessage("transaction belongs to tenant a, not to b");
            });
  }

  @Test
  void aTenantThatDoesNotExistIsToldWithThoseThatDo() {
    Host.with(
            database, new SetClock(Host.DAY), new RecordingSender(), "dunning.tenants=north,south")
        .run(
            context -> {
              String problem = "no such tenant: west; there are north, south";
              DunningRun run = context.getBean(DunningRun.class);
              assertThatThrownBy(() -> run.run("west")).hasMessage(problem);
              Books books = context.getBean(Books.class);
              assertThatThrownBy(() -> books.put("west", Customer.of("C-1")))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessage(problem);
            });
  }

  // In Berlin, 02:30 does not exist on 29 March 2026 and exists twice on 25 October 2026.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-28T02:30+01:00[Europe/Berlin], 2026-03-29T03:30+02:00[Europe/Berlin]
          2026-03-29T03:30+02:00[Europe/Berlin], 2026-03-30T02:30+02:00[Europe/Berlin]
          2026-10-24T02:30+02:00[Europe/Berlin], 2026-10-25T02:30+02:00[Europe/Berlin]
          2026-10-25T02:30+02:00[Europe/Berlin], 2026-10-26T02:30+01:00[Europe/Berlin]
          """)
  void aRunComesOnceADayAlsoWhenTheClockIsChanged(ZonedDateTime last, ZonedDateTime next) {
    DunningProperties settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of("dunning.zone", "Europe/Berlin", "dunning.run.at", "02:30")))
            .bindOrCreate("dunning", DunningProperties.class);
    assertThat(settings.dayZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(
            DunningScheduler.schedule(settings)
                .getInitialExecutionTime(last.plusMinutes(1).toInstant())
                .atZone(settings.dayZone()))
        .isEqualTo(next);
  }
}
