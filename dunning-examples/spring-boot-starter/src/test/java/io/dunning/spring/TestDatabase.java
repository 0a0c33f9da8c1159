package io.dunning.spring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One PostgreSQL server for all tests of a JVM, with a database of its own for each caller. Tables
 * belong to the role {@code owner}, and the application connects as {@code app}, which owns
 * nothing.
 */
public final class TestDatabase {
  public static final String OWNER = "owner";
  public static final String APP = "app";
  public static final String PASSWORD = "secret";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static EmbeddedPostgres server;

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  public static synchronized TestDatabase create() {
    try {
      if (server == null) {
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                // what is committed survives a crash of the server, but need not survive the
                // machine
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("fsync", System.getProperty("database.fsync", "off"))
                .setRegisterShutdownHook(false)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stop));
        execute(
            server.getPostgresDatabase(),
            "CREATE ROLE owner LOGIN PASSWORD 'secret'",
            "CREATE ROLE app LOGIN PASSWORD 'secret'");
      }
      String name = "test" + NUMBER.incrementAndGet();
      execute(server.getPostgresDatabase(), "CREATE DATABASE " + name + " OWNER owner");
      return new TestDatabase(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes everything first, because the server gets five seconds to end. */
  private static void stop() {
    try {
      execute(server.getPostgresDatabase(), "CHECKPOINT");
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stops the server in the middle of its work, and starts it again; {@code fast} ends its
   * sessions, {@code immediate} leaves it to recover as after a crash. Returns before it has
   * happened.
   */
  public void restart(String mode) {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT setting, current_setting('data_directory') FROM pg_config "
                    + "WHERE name = 'BINDIR'")) {
      row.next();
      String restart =
          "cat > /dev/null; setsid %s/pg_ctl -D %s -m %s -w restart < /dev/null > /dev/null 2>&1 &"
              .formatted(row.getString(1), row.getString(2), mode);
      statement.execute("COPY (SELECT 1) TO PROGRAM '" + restart + "'");
    } catch (SQLException e) {
      // the restart may end this session, too, before it has its answer
      if (!String.valueOf(e.getSQLState()).matches("57P0.|08...")) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Takes the database away from everybody until it is opened again. */
  public void close() {
    execute(
        server.getPostgresDatabase(),
        "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  /** Lets everybody connect again. */
  public void open() {
    execute(server.getPostgresDatabase(), "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
  }

  /** Statements as the superuser, who sees everything. */
  public void execute(String... statements) {
    execute(superuser(), statements);
  }

  private static void execute(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public DataSource superuser() {
    return server.getDatabase("postgres", name);
  }

  public String url() {
    return "jdbc:postgresql://localhost:"
        + server.getPort()
        + "/"
        + name
        + "?reWriteBatchedInserts=true";
  }

  /** What Spring Boot has to know to connect as the application. */
  public String[] properties(String... more) {
    String[] own = {
      "spring.datasource.url=" + url(),
      "spring.datasource.username=" + APP,
      "spring.datasource.password=" + PASSWORD,
      "dunning.database.owner=" + OWNER,
      "dunning.database.owner-password=" + PASSWORD,
      "dunning.database.app-role=" + APP,
      "dunning.zone=UTC"
    };
    String[] all = Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return all;
  }
}
