package io.dunning.spring;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes the tables in the schema {@code dunning}, and gives the application the rights to use them.
 */
final class DunningMigration {
  private static final String LOCATION = "classpath:io/dunning/spring/db";

  private DunningMigration() {}

  /**
   * Makes what is missing.
   *
   * @param own the database, as the application connects to it
   * @param url its address, where the owner connects to
   * @param user who the application connects as, for messages
   * @param settings who makes the tables, and who gets rights
   * @throws DunningStartException if PostgreSQL refuses
   */
  static void migrate(
      DataSource own, String url, String user, DunningProperties.Database settings) {
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
      throw new DunningStartException(
          "tables of dunning cannot be made: " + reason(e), advice(settings), e);
    }
    settings.appRole().ifPresent(role -> grant(JdbcClient.create(owner), role, user));
  }

  /** Why the application itself cannot use the tables. */
  static DunningStartException unusable(String user, DataAccessException fault) {
    return new DunningStartException(
        "tables of dunning cannot be used: " + reason(fault),
        "The application connects as spring.datasource.username="
            + user
            + ". Name that user in dunning.database.app-role, and the owner of the tables in"
            + " dunning.database.owner. If somebody else makes the tables"
            + " (dunning.database.migrate=false), they have to be there, with the rights of that"
            + " user.",
        fault);
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
  private static void grant(JdbcClient jdbc, String role, String user) {
    String name = '"' + role.replace("\"", "\"\"") + '"';
    try {
      grantAll(jdbc, name);
    } catch (DataAccessException e) {
      throw new DunningStartException(
          "rights on the tables of dunning cannot be granted to the role "
              + name
              + ": "
              + reason(e),
          "Check dunning.database.app-role. It has to be the role that the application connects as"
              + " (spring.datasource.username="
              + user
              + ").",
          e);
    }
  }

  private static void grantAll(JdbcClient jdbc, String name) {
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
