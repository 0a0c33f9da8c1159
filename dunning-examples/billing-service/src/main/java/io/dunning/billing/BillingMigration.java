package io.dunning.billing;

import io.dunning.spring.DunningProperties;
import io.dunning.spring.Tenants;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Makes the table of the audit, and refuses to start if the service connects as somebody who can
 * see past row-level security.
 */
@Component
class BillingMigration {
  BillingMigration(
      Tenants tenants,
      DataSource source,
      DunningProperties settings,
      @Value("${spring.datasource.url}") String url) {
    DunningProperties.Database database = settings.database();
    DataSource owner =
        database
            .owner()
            .<DataSource>map(
                n -> new DriverManagerDataSource(url, n, database.ownerPassword().orElse("")))
            .orElse(source);
    if (database.migrate()) {
      Flyway.configure()
          .dataSource(owner)
          .schemas("billing")
          .defaultSchema("billing")
          .locations("classpath:db/billing")
          .load()
          .migrate();
      database.appRole().ifPresent(role -> grant(JdbcClient.create(owner), role));
    }
    requireNoWayAround(JdbcClient.create(source));
  }

  private static void grant(JdbcClient jdbc, String role) {
    String name = '"' + role.replace("\"", "\"\"") + '"';
    jdbc.sql("GRANT USAGE ON SCHEMA billing TO " + name).update();
    jdbc.sql("GRANT SELECT, INSERT ON billing.audit TO " + name).update();
  }

  private static void requireNoWayAround(JdbcClient jdbc) {
    boolean around =
        jdbc.sql(
                """
                SELECT rolsuper OR rolbypassrls
                  OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname IN ('dunning', 'billing') AND c.relkind = 'r'
                      AND pg_has_role(current_user, c.relowner, 'USAGE'))
                FROM pg_roles WHERE rolname = current_user
                """)
            .query(Boolean.class)
            .single();
    if (around) {
      throw new StartException(
          "the database user of the service can see the rows of all tenants",
          "Connect as a role that owns no tables and is no superuser (spring.datasource.username), "
              + "and name the owner in dunning.database.owner and dunning.database.app-role.");
    }
  }
}
