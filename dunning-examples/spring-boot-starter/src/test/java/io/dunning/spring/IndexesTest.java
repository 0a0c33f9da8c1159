package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and strangers ask often reads no table from its beginning to its end. */
class IndexesTest {
  private static final String TENANT = "default";

  private final TestDatabase database = TestDatabase.create();

  private long scans() {
    return JdbcClient.create(database.superuser())
        .sql(
            "SELECT sum(seq_scan) FROM pg_stat_user_tables WHERE relname IN ('account', 'approval', 'delivery')")
        .query(Long.class)
        .single();
  }

  /** Many rows, of which few have what is asked for. */
  private void fill() {
    database.execute(
        "INSERT INTO dunning.account (tenant, customer, body) "
            + "SELECT 'default', 'C-' || i, '{}' FROM generate_series(1, 20000) i",
        "INSERT INTO dunning.document (tenant, key, customer, step, taken_on, position, body) "
            + "SELECT 'default', 'd', 'C-1', 's', '2026-01-01', 0, '{}'",
        "INSERT INTO dunning.delivery (tenant, key, document, customer, action, state) "
            + "SELECT 'default', 'k' || i, 'd', 'C-1', 'send reminder', 'sent' "
            + "FROM generate_series(1, 20000) i",
        "INSERT INTO dunning.approval "
            + "(tenant, key, customer, step, approver, body, state, asked_on) "
            + "SELECT 'default', 'k' || i, 'C-1', 's', 'x', '{}', 'approved', '2026-01-01' "
            + "FROM generate_series(1, 20000) i",
        "ANALYZE");
  }

  @Test
  void pagesAndHealthReadNoWholeTable() {
    Host.with(database, new SetClock(Host.DAY), new RecordingSender())
        .withConfiguration(AutoConfigurations.of(DunningActuatorAutoConfiguration.class))
        .run(
            context -> {
              fill();
              long before = scans();
              JdbcClient app = JdbcClient.create(context.getBean(DataSource.class));
              context
                  .getBean(Tenants.class)
                  .run(
                      TENANT,
                      () -> {
                        Deliveries deliveries = context.getBean(Deliveries.class);
                        assertThat(deliveries.page(TENANT, Optional.empty(), 10)).hasSize(10);
                        assertThat(context.getBean(Approvals.class).waiting(TENANT)).isEmpty();
                        context.getBean("dunningHealthIndicator", HealthIndicator.class).health();
                        app.sql("SELECT pg_stat_force_next_flush()::text")
                            .query(String.class)
                            .single();
                      });
              assertThat(scans()).isEqualTo(before);
            });
  }
}
