package io.dunning.spring;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes the tables in the schema {@code dunning}, and gives the application the rights to use them.
 */
final class DunningMigration {
  private static final String LOCATION = "classpath:io/dunning/spring/db";

  private DunningMigration() {}

  static void migrate(DataSource own, String url, DunningProperties.Database settings) {
    if (!settings.migrate()) {
      return;
    }
    DataSource owner =
        settings
            .owner()
            .<DataSource>map(
                name -> new DriverManagerDataSource(url, name, settings.ownerPassword().orElse("")))
            .orElse(own);
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(owner)
            .schemas("dunning")
            .defaultSchema("dunning")
            .locations(LOCATION);
    try {
      flyway.load().migrate();
    } catch (FlywayException e) {
      throw new StoreStartException(
          "tables of dunning cannot be made: " + reason(e), advice(settings), e);
    }
    settings.appRole().ifPresent(role -> grant(JdbcClient.create(owner), role));
  }

  /** What the database says, or what kept it from being asked. */
  private static String reason(Throwable fault) {
    String reason = String.valueOf(fault.getMessage());
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof SQLException) {
        reason = String.valueOf(each.getMessage());
      }
    }
    return reason;
  }

  private static String advice(DunningProperties.Database settings) {
    String who =
        settings.owner().isPresent()
            ? "dunning.database.owner and dunning.database.owner-password"
            : "spring.datasource.username and spring.datasource.password";
    return "Check spring.datasource.url, "
        + who
        + ". That user needs the right to create the schema \"dunning\" in a database of"
        + " PostgreSQL. If somebody else makes the tables, set dunning.database.migrate=false.";
  }

  /** No right to change what was recorded, to own tables, or to see past row-level security. */
  private static void grant(JdbcClient jdbc, String role) {
    String name = '"' + role.replace("\"", "\"\"") + '"';
    for (String statement :
        new String[] {
          "GRANT USAGE ON SCHEMA dunning TO ",
          "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA dunning TO ",
          "GRANT UPDATE ON dunning.account, dunning.delivery, dunning.approval TO ",
          "GRANT UPDATE, DELETE ON dunning.scheduled_tasks TO ",
          "GRANT SELECT, USAGE ON ALL SEQUENCES IN SCHEMA dunning TO "
        }) {
      jdbc.sql(statement + name).update();
    }
  }
}
