package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is not possible now, and is later: somebody else holds an account, PostgreSQL is away. */
class UnavailableTest {
  private static final int CONNECTIONS = 6;
  private static final int WAITING = 12;
  private static final String CLERK = Service.token("acme", Role.CLERK);
  private static final String READER = Service.token("acme", Role.READER);

  private static Service service;

  @BeforeAll
  static void start() {
    service =
        new Service(
            "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
            "spring.datasource.hikari.connection-timeout=1000",
            "billing.lock-timeout=2s",
            "billing.runs-at-once=1",
            "dunning.outbox.enabled=false");
    for (String tenant : Service.TENANTS) {
      assertThat(put(tenant, "C-1").statusCode()).isEqualTo(204);
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<String> put(String tenant, String customer) {
    String body = "{\"id\":\"" + customer + "\",\"name\":\"Moss Ltd\",\"country\":\"GB\"}";
    String token = Service.token(tenant, Role.CLERK);
    return service.send(token, "PUT", "/customers/" + customer, body);
  }

  private static void isUnavailable(HttpResponse<String> answer, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(reason).doesNotContain("Exception", "Hikari", "ERROR");
  }

  @Test
  void anAccountThatIsLockedHoldsUpNoOtherTenant() throws Exception {
    ExecutorService clients = Executors.newCachedThreadPool();
    try (Connection other = service.database.superuser().getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("SELECT FROM dunning.account WHERE tenant = 'acme' FOR UPDATE");
      List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
      for (int i = 0; i < WAITING; i++) {
        waiting.add(clients.submit(() -> put("acme", "C-1")));
      }
      while (waiting.stream().noneMatch(Future::isDone)) {
        assertThat(put("bolt", "C-1").statusCode()).isEqualTo(204);
        assertThat(service.get(READER, "/customers/C-1").statusCode()).isEqualTo(200);
        assertThat(service.get("", "/actuator/health").statusCode()).isEqualTo(200);
      }
      for (Future<HttpResponse<String>> each : waiting) {
        isUnavailable(each.get(), "somebody else is changing the same");
      }
      other.rollback();
    } finally {
      clients.shutdown();
    }
    assertThat(put("acme", "C-1").statusCode()).isEqualTo(204);
  }

  /** Of one tenant one, and of all tenants no more than are set, so that others get connections. */
  @Test
  void runsThatAreAskedForAtOnceAreBounded() throws Exception {
    ExecutorService clients = Executors.newCachedThreadPool();
    try (Connection other = service.database.superuser().getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("LOCK TABLE dunning.account IN ACCESS EXCLUSIVE MODE");
      List<Future<HttpResponse<String>>> runs = new ArrayList<>();
      for (int i = 0; i < WAITING; i++) {
        runs.add(clients.submit(() -> service.send(CLERK, "POST", "/runs", "")));
      }
      while (runs.stream().filter(Future::isDone).count() < WAITING - 1) {
        assertThat(service.get(READER, "/audit").statusCode()).isEqualTo(200);
      }
      String bolt = Service.token("bolt", Role.CLERK);
      isTooMuch(service.send(bolt, "POST", "/runs", ""), "no more than 1 runs are made at once");
      other.rollback();
      int made = 0;
      for (Future<HttpResponse<String>> each : runs) {
        if (each.get().statusCode() == 200) {
          made++;
        } else {
          isTooMuch(each.get(), "a run is under way");
        }
      }
      assertThat(made).isOne();
      assertThat(service.send(bolt, "POST", "/runs", "").statusCode()).isEqualTo(200);
    } finally {
      clients.shutdown();
    }
  }

  /** Others may have taken all turns: what was done is never refused. */
  @Test
  void aRunThatWasDoneIsNotRefusedBecauseOthersAreChangingSomething() throws Exception {
    ExecutorService clients = Executors.newCachedThreadPool();
    try (Connection other = service.database.superuser().getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("SELECT FROM dunning.account WHERE tenant = 'acme' FOR UPDATE");
      List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
      for (int i = 0; i < WAITING; i++) {
        waiting.add(clients.submit(() -> put("acme", "C-1")));
      }
      service.untilALockIsWaitedFor();
      HttpResponse<String> run = service.send(CLERK, "POST", "/runs", "");
      assertThat(run.statusCode()).as(run.body()).isEqualTo(200);
      other.rollback();
      for (Future<HttpResponse<String>> each : waiting) {
        each.get();
      }
    } finally {
      clients.shutdown();
    }
    assertThat(outcomesOfRuns()).startsWith("done", "asked for");
  }

  @Test
  void aRunThatFailsIsInTheAuditAndSaysWhatIsKept() {
    service.database.execute(
        "CREATE FUNCTION dunning.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            + "RAISE EXCEPTION 'terminating connection' USING ERRCODE = '57P01'; END $$",
        "CREATE TRIGGER refuse BEFORE UPDATE ON dunning.account "
            + "FOR EACH ROW EXECUTE FUNCTION dunning.refuse()",
        "ALTER TABLE dunning.account DISABLE TRIGGER refuse",
        "UPDATE dunning.account SET review_on = '2026-01-01'",
        "ALTER TABLE dunning.account ENABLE TRIGGER refuse");
    try {
      isUnavailable(
          service.send(CLERK, "POST", "/runs", ""),
          "run was broken off by the database; what it had done is kept, ask again later");
    } finally {
      service.database.execute("DROP FUNCTION dunning.refuse() CASCADE");
    }
    assertThat(outcomesOfRuns()).startsWith("failed", "asked for");
  }

  /** The latest first. */
  private static List<String> outcomesOfRuns() {
    List<String> outcomes = new ArrayList<>();
    for (JsonNode each : new JsonMapper().readTree(service.get(READER, "/audit").body())) {
      if (each.get("what").asString().equals("run")) {
        outcomes.add(each.get("outcome").asString());
      }
    }
    return outcomes;
  }

  private static void isTooMuch(HttpResponse<String> answer, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(reason);
  }

  @Test
  void withoutAConnectionThereIsNoAnswerYet() throws SQLException {
    DataSource pool = service.bean(DataSource.class);
    List<Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(pool.getConnection());
      }
      everythingIsUnavailable();
    } finally {
      for (Connection each : all) {
        each.close();
      }
    }
    assertThat(put("acme", "C-1").statusCode()).isEqualTo(204);
  }

  @Test
  void withoutADatabaseThereIsNoAnswerYet() {
    service.database.close();
    try {
      everythingIsUnavailable();
    } finally {
      service.database.open();
    }
    int status = 503; // until the pool tries again
    for (int i = 0; status == 503 && i < 20; i++) {
      status = put("acme", "C-1").statusCode();
    }
    assertThat(status).isEqualTo(204);
  }

  private static void everythingIsUnavailable() {
    String reason = "database is not available";
    isUnavailable(put("acme", "C-1"), reason);
    isUnavailable(service.get(READER, "/customers/C-1"), reason);
    isUnavailable(service.send(CLERK, "POST", "/runs", ""), reason);
    // a refusal that cannot be noted in the audit
    isUnavailable(service.send(READER, "POST", "/runs", ""), reason);
    assertThat(service.get("", "/actuator/health").statusCode()).isEqualTo(503);
  }
}
