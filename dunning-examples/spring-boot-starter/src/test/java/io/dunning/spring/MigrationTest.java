package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** The tables are there before anything uses them, with the rights that are needed. */
class MigrationTest {
  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  /** A bean of the application's own, made before those of the starter. */
  @Configuration(proxyBeanMethods = false)
  static class OwnTenants {
    @Bean
    Tenants tenants(DataSource source, PlatformTransactionManager manager) {
      Tenants tenants = new Tenants(JdbcClient.create(source), manager);
      tenants.add("own");
      return tenants;
    }
  }

  private boolean holds(String condition) {
    return JdbcClient.create(database.superuser())
        .sql("SELECT " + condition)
        .query(Boolean.class)
        .single();
  }

  @Test
  void tenantsOfTheApplicationsOwnDoNotSkipIt() {
    Host.with(database, clock, sender)
        .withUserConfiguration(OwnTenants.class)
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "own", "C-1", 5);
              assertThat(context.getBean(DunningRun.class).run("own").documents()).isEqualTo(1);
              assertThat(context.getBean(Tenants.class).names()).containsExactly("default", "own");
            });
  }

  @Test
  void aDataSourceOfTheApplicationsOwnIsAskedForItsAddress() {
    DriverManagerDataSource own =
        new DriverManagerDataSource(database.url(), TestDatabase.APP, TestDatabase.PASSWORD);
    Host.with(database, clock, sender, "spring.datasource.url=jdbc:none")
        .withBean("own", DataSource.class, () -> own)
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              assertThat(context.getBean(DunningRun.class).run("default").documents()).isOne();
              assertThat(holds("tableowner = 'owner' FROM pg_tables WHERE tablename = 'invoice'"))
                  .isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "flyway_schema_history, SELECT, false",
    "flyway_schema_history, INSERT, false",
    "policy, UPDATE, false",
    "tenant, DELETE, false",
    "invoice, INSERT, true",
    "scheduled_tasks, DELETE, true",
    "dead_letter, SELECT, true",
    "dead_letter, INSERT, false"
  })
  void theApplicationGetsTheRightsThatItNeeds(String table, String right, boolean granted) {
    Host.with(database).run(context -> assertThat(context).hasNotFailed());
    // as an earlier version did
    database.execute("GRANT SELECT, INSERT ON dunning.flyway_schema_history TO app");
    Host.with(database).run(context -> assertThat(context).hasNotFailed());
    assertThat(holds("has_table_privilege('app', 'dunning." + table + "', '" + right + "')"))
        .isEqualTo(granted);
  }

  /** Rights are granted at each start; PostgreSQL refuses two who write them at once. */
  @Test
  void instancesMayGrantRightsAtOnce() {
    Host.with(database)
        .run(
            context -> {
              DunningMigration migration = context.getBean(DunningMigration.class);
              DataSource owner =
                  new DriverManagerDataSource(
                      database.url(), TestDatabase.OWNER, TestDatabase.PASSWORD);
              List<String> rights = List.of("SELECT ON dunning.account, dunning.dead_letter");
              Callable<Void> start =
                  () -> {
                    migration.grant(owner, "dunning", TestDatabase.APP, rights);
                    return null;
                  };
              ExecutorService instances = Executors.newFixedThreadPool(4);
              try {
                for (Future<Void> each : instances.invokeAll(Collections.nCopies(100, start))) {
                  each.get();
                }
              } finally {
                instances.shutdown();
              }
            });
  }

  @Test
  void severalTenantsNeedARoleThatDoesNotSeeThemAll() {
    database.execute("CREATE ROLE " + superuser() + " LOGIN PASSWORD 'secret' SUPERUSER");
    String user = "spring.datasource.username=" + superuser();
    Host.with(database, user).run(context -> assertThat(context).hasNotFailed());
    Host.with(database, user, "dunning.tenants=a,b")
        .run(
            context -> {
              FailureAnalysis analysis =
                  new DunningStartFailureAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .contains("can see the rows of all of them")
                  .startsWith("there are several tenants");
              assertThat(analysis.getAction()).contains("BYPASSRLS", "dunning.database.owner");
            });
  }

  /** Roles are those of the whole server. */
  private String superuser() {
    return "super_" + database.url().replaceAll(".*/(\\w+)[?].*", "$1");
  }
}
