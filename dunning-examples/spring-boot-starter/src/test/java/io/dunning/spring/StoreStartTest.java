package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an application prints that has no database, two, or one that it cannot use. */
@ExtendWith(OutputCaptureExtension.class)
class StoreStartTest {
  private static final String URL = "jdbc:postgresql://localhost:1/none";

  @Configuration
  @EnableAutoConfiguration
  static class Host {
    @Bean
    String importer(Books books) {
      return "needs " + books;
    }
  }

  @Configuration
  static class Two {
    @Bean
    DataSource billing() {
      return new DriverManagerDataSource(URL);
    }

    @Bean
    DataSource archive() {
      return new DriverManagerDataSource(URL);
    }
  }

  private static void start(Class<?> more, String... arguments) {
    SpringApplication application = new SpringApplication(Host.class, more);
    application.setWebApplicationType(WebApplicationType.NONE);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--dunning.policies.location=classpath:test-policy.yaml");
    assertThat(catchThrowable(() -> application.run(all.toArray(String[]::new)).close()))
        .isNotNull();
  }

  @Test
  void saysThatNoDatabaseIsSet(CapturedOutput printed) {
    start(Host.class);
    assertThat(printed)
        .contains("keeps its books in PostgreSQL, but no database is set")
        .contains("Set spring.datasource.url=jdbc:postgresql://HOST/DATABASE")
        .doesNotContain("embedded database", "\tat ");
  }

  @Test
  void saysThatThereIsNoDataSource(CapturedOutput printed) {
    start(
        Host.class,
        "--spring.autoconfigure.exclude="
            + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
    assertThat(printed)
        .contains("Books keeps its rows in PostgreSQL, but the application has no DataSource")
        .doesNotContain("\tat ");
  }

  @Test
  void saysThatThereAreTwoAndWhichOnes(CapturedOutput printed) {
    start(Two.class);
    assertThat(printed)
        .contains("does not say in which of these: billing, archive", "@Primary")
        .doesNotContain("\tat ");
  }

  @Test
  void saysWhyTheTablesCannotBeMade(CapturedOutput printed) {
    start(
        Host.class,
        "--spring.datasource.url=" + URL,
        "--spring.datasource.hikari.connection-timeout=300");
    assertThat(printed)
        .contains(
            "tables of dunning cannot be made: Connection to localhost:1 refused",
            "Check spring.datasource.url")
        .contains("spring.datasource.username and spring.datasource.password");
    start(
        Host.class,
        "--spring.datasource.url=" + URL,
        "--dunning.database.owner=anna",
        "--dunning.database.owner-password=secret");
    assertThat(printed)
        .contains("dunning.database.owner and dunning.database.owner-password")
        .doesNotContain("secret");
  }

  @Test
  void saysThatTheRoleOfTheApplicationIsUnknown(CapturedOutput printed) {
    start(
        Host.class, arguments(TestDatabase.create(), "--dunning.database.app-role=dunning_ap\"p"));
    assertThat(printed)
        .contains(
            "rights on the tables of dunning cannot be granted to the role \"dunning_ap\"\"p\": "
                + "ERROR: role \"dunning_ap\"p\" does not exist")
        .contains("dunning.database.app-role", "spring.datasource.username=app")
        .doesNotContain("\tat ", TestDatabase.PASSWORD);
  }

  @Test
  void saysThatAnotherRoleThanThatOfTheApplicationGotTheRights(CapturedOutput printed) {
    start(Host.class, arguments(TestDatabase.create(), "--dunning.database.app-role=owner"));
    assertThat(printed)
        .contains("tables of dunning cannot be used: ERROR: permission denied for schema dunning")
        .contains("dunning.database.app-role", "spring.datasource.username=app")
        .doesNotContain("\tat ", TestDatabase.PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({
    "run.batch=0, dunning.run.batch is less than 1: 0",
    "run.every=0s, dunning.run.every must be positive: PT0S",
    "outbox.threads=0, dunning.outbox.threads is less than 1: 0",
    "outbox.attempts=-1, dunning.outbox.attempts is less than 1: -1",
    "outbox.polling=0s, dunning.outbox.polling must be positive: PT0S",
    "outbox.heartbeat=-1s, dunning.outbox.heartbeat must be positive: PT-1S",
    "outbox.stop-within=0s, dunning.outbox.stop-within must be positive: PT0S",
    "outbox.timeout=0s, dunning.outbox.timeout must be positive: PT0S",
    "outbox.back-off=0s, dunning.outbox.back-off must be positive: PT0S",
    "outbox.longest-back-off=0s, dunning.outbox.longest-back-off must be positive: PT0S",
  })
  void saysWhichSettingCannotBe(String setting, String problem, CapturedOutput printed) {
    start(Host.class, "--spring.datasource.url=" + URL, "--dunning." + setting);
    assertThat(printed).contains(problem).doesNotContain("\tat ");
  }

  // Settings with spaces between them, what is wrong, and what to do.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          folder.path=letters                  | dunning.folder.path is set, but dunning.sender.name is not | Set dunning.sender.name
          mail.from=us@nord.example            | dunning.mail.from is set, but dunning.sender.name is not   | Set dunning.sender.name
          mail.from=us@nord.example sender.name=Nord | dunning.mail.from is set, but there is no mail server | Set spring.mail.host
          sender.name=                         | dunning.sender.name is blank                               | leave it out
          """)
  void saysWhichSettingOfASenderIsMissing(
      String settings, String problem, String advice, CapturedOutput printed) {
    Stream<String> half = Arrays.stream(settings.split(" ")).map(s -> "--dunning." + s);
    Stream<String> all = Arrays.stream(TestDatabase.create().properties()).map(p -> "--" + p);
    start(Host.class, Stream.concat(all, half).toArray(String[]::new));
    assertThat(printed).contains(problem, advice).doesNotContain("\tat ");
  }

  private static String[] arguments(TestDatabase database, String last) {
    Stream<String> all = Arrays.stream(database.properties()).map(p -> "--" + p);
    return Stream.concat(all.filter(p -> !p.contains("app-role")), Stream.of(last))
        .toArray(String[]::new);
  }
}
