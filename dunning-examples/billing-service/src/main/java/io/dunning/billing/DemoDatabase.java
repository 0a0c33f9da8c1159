package io.dunning.billing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server that starts and ends with the service, and forgets everything. */
final class DemoDatabase {
  private DemoDatabase() {}

  /** {@return the settings with which the service uses it} */
  static Map<String, Object> start() {
    try {
      Path letters = Files.createTempDirectory("dunning-letters");
      EmbeddedPostgres server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
      // after the application, which still uses it when the process is asked to end
      SpringApplication.getShutdownHandlers().add(() -> close(server, letters));
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE dunning_owner LOGIN");
        statement.execute("CREATE ROLE dunning_app LOGIN");
        statement.execute("CREATE DATABASE billing OWNER dunning_owner");
      }
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put(
          "spring.datasource.url", "jdbc:postgresql://localhost:" + server.getPort() + "/billing");
      settings.put("spring.datasource.username", "dunning_app");
      settings.put("dunning.database.owner", "dunning_owner");
      settings.put("dunning.database.app-role", "dunning_app");
      settings.put("dunning.folder.path", letters.toString());
      settings.put("dunning.sender.name", "Nord GmbH");
      settings.put("dunning.sender.address", "Speicherweg 4,28195 Bremen");
      settings.put("dunning.sender.country", "DE");
      settings.put("dunning.sender.person", "Jana Petersen");
      settings.put("dunning.sender.email", "accounts@nord.example");
      settings.put("dunning.sender.phone", "+49 421 555 01 23");
      settings.put("dunning.sender.iban", "DE89370400440532013000");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(EmbeddedPostgres server, Path letters) {
    try {
      try {
        server.close();
      } finally {
        FileSystemUtils.deleteRecursively(letters);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
