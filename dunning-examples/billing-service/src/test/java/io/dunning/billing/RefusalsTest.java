package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no client library would send, written byte by byte. */
class RefusalsTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service("server.tomcat.connection-timeout=1s");
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
    assertThat(answer.toLowerCase(java.util.Locale.ROOT))
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
}
