package io.dunning.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tables in the schema {@code dunning} at the start, before any bean uses them, and gives
 * the application the rights to use them. Your own migrations can use the same owner and role.
 */
public final class DunningMigration implements InitializingBean {
  private static final String LOCATION = "classpath:io/dunning/spring/db";

  /** No right to change what was recorded, to own tables, or to see past row-level security. */
  private static final List<String> RIGHTS =
      List.of(
          "USAGE ON SCHEMA dunning",
          "SELECT, INSERT ON dunning.tenant, dunning.account, dunning.invoice, dunning.event,"
              + " dunning.policy, dunning.document, dunning.step, dunning.delivery,"
              + " dunning.approval, dunning.approval_answer, dunning.scheduled_tasks",
          "SELECT ON dunning.dead_letter",
          "UPDATE ON dunning.account, dunning.delivery, dunning.approval",
          "UPDATE, DELETE ON dunning.scheduled_tasks",
          "SELECT, USAGE ON dunning.entry_seq");

  private final DataSource own;
  private final Optional<JdbcConnectionDetails> details;
  private final DunningProperties.Database settings;
  private final List<String> tenants;

  DunningMigration(
      DataSource own, Optional<JdbcConnectionDetails> details, DunningProperties settings) {
    this.own = own;
    this.details = details;
    this.settings = settings.database();
    this.tenants = settings.tenants();
  }

  /**
   * Makes the tables, grants the rights, and adds the tenants of the settings.
   *
   * @throws DunningStartException if PostgreSQL refuses, or the application could see the rows of
   *     all of several tenants
   */
  @Override
  public void afterPropertiesSet() {
    migrate("dunning", LOCATION, RIGHTS);
    JdbcClient application = JdbcClient.create(own);
    try {
      if (tenants.size() > 1) {
        requireTenantsApart(application);
      }
      for (String tenant : tenants) {
        application
            .sql("INSERT INTO dunning.tenant (name) VALUES (?) ON CONFLICT DO NOTHING")
            .param(tenant)
            .update();
      }
    } catch (DataAccessException e) {
      throw unusable(e);
    }
  }

  /**
   * Brings a schema up to date as the owner of the tables, and gives the role of the application
   * rights on it. Does nothing with {@code dunning.database.migrate=false}.
   *
   * @param schema the schema; Flyway's history of it is kept in it
   * @param location where the migrations are, such as {@code classpath:db/billing}
   * @param rights what the role may do, such as {@code SELECT, INSERT ON billing.audit}
   * @throws DunningStartException if PostgreSQL refuses
   */
  public void migrate(String schema, String location, List<String> rights) {
    if (!settings.migrate()) {
      return;
    }
    DataSource owner = owner();
    try {
      Flyway.configure()
          .dataSource(owner)
          .schemas(schema)
          .defaultSchema(schema)
          .locations(location)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw notMade(e);
    }
    settings.appRole().ifPresent(role -> grant(owner, schema, role, rights));
  }

  /** Who makes the tables: the application itself, unless another owner is set. */
  private DataSource owner() {
    if (settings.owner().isEmpty()) {
      return own;
    }
    String password = settings.ownerPassword().orElse("");
    return new DriverManagerDataSource(url(), settings.owner().get(), password);
  }

  /** The address of the database, which an application with its own DataSource does not set. */
  private String url() {
    if (details.isPresent()) {
      return details.get().getJdbcUrl();
    }
    try (Connection connection = own.getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw notMade(e);
    }
  }

  private DunningStartException notMade(Exception fault) {
    String who =
        settings.owner().isPresent()
            ? "dunning.database.owner and dunning.database.owner-password"
            : "spring.datasource.username and spring.datasource.password";
    return new DunningStartException(
        "tables of dunning cannot be made: " + reason(fault),
        "Check spring.datasource.url, "
            + who
            + ". That user needs the right to create the schema \"dunning\" in a database of"
            + " PostgreSQL. If somebody else makes the tables, set dunning.database.migrate=false.",
        fault);
  }

  /** Why the application itself cannot use the tables. */
  private DunningStartException unusable(DataAccessException fault) {
    return new DunningStartException(
        "tables of dunning cannot be used: " + reason(fault),
        "The application connects as "
            + user()
            + ". Name that user in dunning.database.app-role, and the owner of the tables in"
            + " dunning.database.owner. If somebody else makes the tables"
            + " (dunning.database.migrate=false), they have to be there, with the rights of that"
            + " user.",
        fault);
  }

  /** Who the application connects as, as its settings say it. */
  private String user() {
    return details
        .map(d -> "spring.datasource.username=" + d.getUsername())
        .orElse("the user of its own DataSource");
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

  private static void requireTenantsApart(JdbcClient application) {
    boolean sees =
        application
            .sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            .query(Boolean.class)
            .single();
    if (sees) {
      throw new DunningStartException(
          "there are several tenants, and the database user of the application can see the rows of"
              + " all of them",
          "Connect as a role that is no superuser and has no BYPASSRLS"
              + " (spring.datasource.username), and name the owner of the tables in"
              + " dunning.database.owner and that role in dunning.database.app-role.",
          null);
    }
  }

  /** Grants all rights in one transaction, as the owner of the tables. */
  void grant(DataSource owner, String schema, String role, List<String> rights) {
    new TransactionTemplate(new DataSourceTransactionManager(owner))
        .executeWithoutResult(status -> grant(JdbcClient.create(owner), schema, role, rights));
  }

  private void grant(JdbcClient jdbc, String schema, String role, List<String> rights) {
    String name = '"' + role.replace("\"", "\"\"") + '"';
    try {
      // instances that start at once would stand in each other's way
      jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('dunning rights'))")
          .query((row, number) -> number)
          .list();
      if (!jdbc.sql("SELECT current_user").query(String.class).single().equals(role)) {
        // an earlier version granted rights on every table, also on Flyway's own
        jdbc.sql("REVOKE ALL ON " + schema + ".flyway_schema_history FROM " + name).update();
      }
      for (String right : rights) {
        jdbc.sql("GRANT " + right + " TO " + name).update();
      }
    } catch (DataAccessException e) {
      throw new DunningStartException(
          "rights on the tables of "
              + schema
              + " cannot be granted to the role "
              + name
              + ": "
              + reason(e),
          "Check dunning.database.app-role. It has to be the role that the application connects as"
              + " ("
              + user()
              + ").",
          e);
    }
  }
}
