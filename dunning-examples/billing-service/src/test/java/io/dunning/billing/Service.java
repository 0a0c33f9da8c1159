package io.dunning.billing;

import io.dunning.spring.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service on a database and a port of its own, with tokens of all roles for two tenants. */
final class Service implements AutoCloseable {
  static final String DAY = "2026-03-02";
  static final List<String> TENANTS = List.of("acme", "bolt");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  final TestDatabase database;

  Service(String... properties) {
    this(TestDatabase.create(), properties);
  }

  Service(TestDatabase database, String... properties) {
    this.database = database;
    SpringApplication application = new SpringApplication(BillingApplication.class);
    application.setLogStartupInfo(false);
    context = application.run(arguments(database, properties));
  }

  /** The command line of the service; of two properties of one name, the last one counts. */
  static String[] arguments(TestDatabase database, String... properties) {
    List<String> all = new ArrayList<>(List.of(database.properties()));
    all.addAll(
        List.of(
            "server.port=0",
            "billing.today=" + DAY,
            "spring.main.banner-mode=off",
            "dunning.run.enabled=false",
            "dunning.outbox.polling=100ms",
            "dunning.sender.name=Nord GmbH",
            "dunning.sender.address=Speicherweg 4,28195 Bremen",
            "dunning.sender.country=DE"));
    int number = 0;
    for (String tenant : TENANTS) {
      for (Role role : Role.values()) {
        String token = "billing.tokens[" + number++ + "].";
        all.add(token + "tenant=" + tenant);
        all.add(token + "name=" + role.name().toLowerCase(Locale.ROOT) + " of " + tenant);
        all.add(token + "role=" + role);
        all.add(token + "sha256=" + Tokens.hash(token(tenant, role)));
      }
    }
    all.addAll(Arrays.asList(properties));
    Map<String, String> last = new LinkedHashMap<>();
    all.forEach(p -> last.put(p.substring(0, p.indexOf('=')), p));
    return last.values().stream().map(p -> "--" + p).toArray(String[]::new);
  }

  static String token(String tenant, Role role) {
    return tenant + "-" + role + "-secret";
  }

  String url() {
    return "http://localhost:" + ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** Returns once a transaction of this database waits for a lock of another one. */
  void untilALockIsWaitedFor() {
    String waits =
        "SELECT EXISTS (SELECT FROM pg_stat_activity "
            + "WHERE datname = current_database() AND wait_event_type = 'Lock')";
    JdbcClient jdbc = JdbcClient.create(database.superuser());
    while (!jdbc.sql(waits).query(Boolean.class).single()) {
      Thread.onSpinWait();
    }
  }

  HttpResponse<String> get(String token, String path) {
    return send(token, "GET", path, BodyPublishers.noBody());
  }

  HttpResponse<String> send(String token, String method, String path, String body, String... more) {
    return send(token, method, path, BodyPublishers.ofString(body), more);
  }

  /** Sends a body whose length is not told beforehand. */
  HttpResponse<String> stream(String token, String path, InputStream body, String... more) {
    return send(token, "POST", path, BodyPublishers.ofInputStream(() -> body), more);
  }

  private HttpResponse<String> send(
      String token, String method, String path, BodyPublisher body, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path)).method(method, body);
    if (!List.of(more).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (more.length > 0) {
      request.headers(more);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
