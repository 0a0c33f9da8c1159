package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library would send, written byte by byte. */
class RefusalsTest {
  private static final long ENDLESS = 64L << 20;
  private static final int DRIPS = 1_000; // of which each waits a tenth of a second

  private static Service service;

  @BeforeAll
  static void start() {
    service =
        new Service(
            "server.tomcat.connection-timeout=1s",
            "billing.body-timeout=2s",
            "management.endpoints.web.exposure.include=*");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String answer(String request) throws IOException {
    try (Socket socket = new Socket("localhost", Integer.parseInt(service.url().split(":")[2]))) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void isProblem(String answer, int status) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("content-type: application/problem+json")
        .contains("\"status\":" + status)
        .doesNotContain("<html", "tomcat", "exception", "\tat ");
  }

  // Requests that are malformed before any code of the service sees them; ~ is a line break.
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          400 ! GET /a|b HTTP/1.1~Host: x~~
          400 ! GET /%zz HTTP/1.1~Host: x~~
          400 ! GET / HTTP/1.1~~
          400 ! GET / HTTP/1.1~Host: a~Host: b~~
          400 ! GET / HTTP/1.1~Host: x y~~
          400 ! GET / HTTP/1.1~Host: x~Bad Header: y~~
          400 ! GE<T / HTTP/1.1~Host: x~~
          400 ! nonsense~~
          505 ! GET / HTTP/9.9~Host: x~~
          400 ! POST /events HTTP/1.1~Host: x~Content-Length: -1~~
          400 ! POST /events HTTP/1.1~Host: x~Content-Length: 1~Content-Length: 2~~
          501 ! POST /events HTTP/1.1~Host: x~Transfer-Encoding: zip~~
          400 ! GET /%2e%2e/etc/passwd HTTP/1.1~Host: x~~
          400 ! GET /customers/a%2Fb HTTP/1.1~Host: x~~
          400 ! GET /customers/a%00b HTTP/1.1~Host: x~~
          401 ! GET /customers/a HTTP/1.1~Host: x~Authorization: Bearer ''; DROP TABLE dunning.event~~
          401 ! GET / HTTP/1.1~Host: x~X-Folded: a~ Authorization: Bearer x~~
          401 ! GET /customers/a HTTP/1.0~~
          400 ! BREW /customers/a HTTP/1.1~Host: x~Connection: close~~
          405 ! TRACE / HTTP/1.1~Host: x~Connection: close~~
          """)
  void refusalsOfTomcatAreProblems(int status, String request) throws IOException {
    isProblem(answer(request.replace("~", "\r\n")), status);
  }

  @Test
  void aHeaderThatIsTooLongIsAProblem() throws IOException {
    isProblem(
        answer("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"), 400);
  }

  @Test
  void aHeaderWithNulIsAProblem() throws IOException {
    isProblem(answer("GET / HTTP/1.1\r\nHost: x\r\nX-Nul: a\0b\r\n\r\n"), 400);
  }

  @Test
  void clientsThatSendHalfABodyAreCutOffAndHoldUpNobody() throws Exception {
    String half =
        "POST /events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + Service.token("acme", Role.CLERK)
            + "\r\nIdempotency-Key: half\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\n\r\n{\"customer\":";
    ExecutorService clients = Executors.newCachedThreadPool();
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        answers.add(clients.submit(() -> answer(half)));
      }
      String reader = Service.token("acme", Role.READER);
      assertThat(service.get(reader, "/worklist").statusCode()).isEqualTo(200);
      for (Future<String> each : answers) {
        assertThat(each.get(30, TimeUnit.SECONDS)).doesNotContain("HTTP/1.1 2");
      }
      assertThat(service.get(reader, "/audit").body()).doesNotContain("half");
    } finally {
      clients.shutdown();
    }
  }

  /** A byte every now and then keeps each wait short, but not the whole. */
  private static String drip(String head) throws IOException {
    try (Socket socket = new Socket("localhost", Integer.parseInt(service.url().split(":")[2]))) {
      socket.setSoTimeout(100);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      for (int i = 0; i < DRIPS; i++) {
        try {
          int next = socket.getInputStream().read();
          if (next < 0) {
            return answer.toString(StandardCharsets.UTF_8);
          }
          answer.write(next);
        } catch (SocketTimeoutException e) {
          out.write(' ');
        }
      }
      throw new AssertionError("still connected after " + DRIPS + " bytes: " + answer);
    }
  }

  @Test
  void aClientThatDripsABodyIsToldAndCutOff() throws IOException {
    String head =
        "POST /events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + Service.token("acme", Role.CLERK)
            + "\r\nIdempotency-Key: drip\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\n";
    String answer = drip(head);
    isProblem(answer, 408);
    assertThat(answer).contains("body was not sent in time");
  }

  /** Nobody reads such a body, but the server reads to its end before the next request. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 100000", "Transfer-Encoding: chunked"})
  void aClientThatDripsABodyThatNobodyWantsIsCutOff(String length) throws IOException {
    String start = length.startsWith("T") ? "fffff\r\n" : "";
    isProblem(drip("POST /events HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n" + start), 401);
  }

  /** Who never stops sending is not read from for as long as a body may take. */
  @Test
  void anEndlessBodyThatNobodyWantsIsCutOffSoon() throws IOException {
    byte[] piece = new byte[1 << 16];
    long sent = 0;
    try (Socket socket = new Socket("localhost", Integer.parseInt(service.url().split(":")[2]))) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /events HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000000\r\n\r\n"
              .getBytes(StandardCharsets.ISO_8859_1));
      while (sent < ENDLESS) {
        out.write(piece);
        sent += piece.length;
      }
    } catch (SocketException e) {
      assertThat(sent).isLessThan(ENDLESS);
      return;
    }
    throw new AssertionError("still read after " + sent + " bytes");
  }

  @Test
  void aConnectionIsUsedAgainAfterABodyThatNobodyWanted() throws IOException {
    String refused = "POST /events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789";
    String last = "GET /worklist HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    String answers = answer(refused + refused + last);
    assertThat(answers.split("HTTP/1.1 401")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator", "/actuator/dunning/acme/C-1", "/actuator/dunning/bolt/B-1", "/actuator/env",
    "/actuator/heapdump", "/actuator/metrics", "/actuator/loggers", "/actuator/shutdown"
  })
  void endpointsOfOperatorsAreForNoToken(String path) {
    for (String method : List.of("GET", "POST")) {
      for (String tenant : Service.TENANTS) {
        for (Role role : Role.values()) {
          String token = Service.token(tenant, role);
          assertThat(service.send(token, method, path, "").statusCode()).isEqualTo(403);
        }
      }
      assertThat(service.send("", method, path, "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void healthIsOpenAndTellsNothingElse() {
    assertThat(service.get("", "/actuator/health").body())
        .contains("\"UP\"")
        .doesNotContain("details", "components", "PostgreSQL", "deadLetters");
    assertThat(service.get("", "/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(service.get("", "/actuator/health/dunning").statusCode()).isEqualTo(404);
  }
}
