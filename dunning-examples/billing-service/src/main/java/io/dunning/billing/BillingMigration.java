package io.dunning.billing;

import io.dunning.spring.DunningMigration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the table of the audit, and refuses to start if the service connects as somebody who can
 * see past row-level security.
 */
@Component
class BillingMigration {
  BillingMigration(DunningMigration migration, DataSource source) {
    migration.migrate(
        "billing",
        "classpath:db/billing",
        List.of("USAGE ON SCHEMA billing", "SELECT, INSERT ON billing.audit"));
    requireNoWayAround(JdbcClient.create(source));
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
