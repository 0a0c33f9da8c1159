package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dunning.spring.TestDatabase;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.unit.DataSize;

/** When the service does not start, and what a slow client can do. */
class StartTest {
  private static final String HEALTH = "/actuator/health";

  private static FailureAnalysis failure(Stream<String> arguments) {
    Throwable failure =
        catchThrowable(() -> BillingApplication.start(arguments.toArray(String[]::new)).close());
    FailureAnalysis analysis = new StartException.Analyzer().analyze(failure);
    assertThat(analysis).isNotNull();
    return analysis;
  }

  @Test
  void refusesToStartWithoutTokens() {
    String[] arguments = Service.arguments(TestDatabase.create());
    FailureAnalysis analysis =
        failure(Arrays.stream(arguments).filter(a -> !a.startsWith("--billing.tokens")));
    assertThat(analysis.getDescription())
        .isEqualTo("no tokens are set, so nobody could use the service");
    assertThat(analysis.getAction()).contains("billing.tokens[0].tenant", "\"demo\"");
  }

  @Test
  void refusesToStartAsARoleThatSeesAllTenants() {
    TestDatabase database = TestDatabase.create();
    for (String role : new String[] {"owner", "postgres"}) {
      String[] arguments =
          Service.arguments(
              database,
              "spring.datasource.username=" + role,
              "dunning.database.app-role=app",
              "billing.today=2026-03-02");
      assertThat(failure(Arrays.stream(arguments)).getDescription())
          .isEqualTo("the database user of the service can see the rows of all tenants");
    }
  }

  @Test
  void aTokenInPlaceOfItsHashIsToldAndNotPrinted() {
    FailureAnalysis analysis =
        failure(
            Arrays.stream(
                Service.arguments(
                    TestDatabase.create(), "billing.tokens[0].sha256=my-secret-token")));
    assertThat(analysis.getDescription())
        .isEqualTo("token of reader of acme: not a SHA-256 hash, perhaps the token itself");
    assertThat(analysis.getAction()).contains("sha256sum").doesNotContain("my-secret-token");
  }

  @Test
  void refusesToStartWithOneTokenForTwo() {
    String same = "billing.tokens[0].sha256=" + Tokens.hash(Service.token("acme", Role.CLERK));
    assertThat(
            failure(Arrays.stream(Service.arguments(TestDatabase.create(), same))).getDescription())
        .startsWith("two tokens are the same; one is that of ");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, billing.changes-at-once is less than 1: 0",
    "4, 0, billing.runs-at-once is less than 1: 0"
  })
  void settingsWithWhichNothingCouldBeDoneAreRefused(int changes, int runs, String problem) {
    Duration time = Duration.ofSeconds(5);
    DataSize size = DataSize.ofMegabytes(1);
    assertThatThrownBy(
            () ->
                new BillingProperties(List.of(), Optional.empty(), size, time, time, changes, runs))
        .hasMessage(problem);
  }

  @Test
  void operatorsSeeTheDetailsOnAPortOfTheirOwn() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Service service =
        new Service(
            "management.server.port=" + port,
            "management.server.address=127.0.0.1",
            "management.endpoint.health.show-details=always")) {
      HttpResponse<String> health =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + HEALTH)).build(),
                  BodyHandlers.ofString());
      assertThat(health.body())
          .contains("\"deadLetters\":0", "\"inDoubt\":0", "\"overdueReviews\":0")
          .contains("\"withoutAnswer\":0");
      assertThat(service.get("", HEALTH).body()).doesNotContain("deadLetters");
    }
  }

  @Test
  void aClientThatSendsSlowlyIsCutOffAndHoldsUpNobody() throws Exception {
    try (Service service = new Service("server.tomcat.connection-timeout=500ms");
        Socket slow = new Socket("localhost", Integer.parseInt(service.url().split(":")[2]))) {
      OutputStream out = slow.getOutputStream();
      out.write("POST /events HTTP/1.1\r\nHost: x\r\nContent-".getBytes(StandardCharsets.UTF_8));
      out.flush();
      slow.setSoTimeout(30_000);
      String reader = Service.token("acme", Role.READER);
      assertThat(service.get(reader, "/worklist").statusCode()).isEqualTo(200);
      slow.getInputStream().readAllBytes(); // ends, because the server closes the connection
    }
  }
}
