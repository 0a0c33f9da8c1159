package io.dunning.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets an answer from the server, and who does not. */
class GateTest {
  @TempDir static Path folder;

  private static Studio studio;

  @BeforeAll
  static void start() throws IOException {
    studio = Studio.start(StudioSettings.of(StudioFixture.policy(folder), StudioFixture.DAY));
  }

  @AfterAll
  static void stop() {
    studio.close();
  }

  private static Wire.Response send(String request) throws IOException {
    return Wire.send(
        studio.port(),
        request.replace("TOKEN", studio.token()).replace("CLOSE", "Connection: close"));
  }

  // LINE stands for the end of a line
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the page with its token, and questions with theirs
          200 | GET /?token=TOKEN HTTP/1.1LINEHost: HOST
          200 | POST /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          200 | POST /api/start HTTP/1.1LINEHost: HOSTLINEOrigin: http://HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          200 | POST /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: application/json; charset=UTF-8LINEContent-Length: 2
          # without a token, with a wrong one, with a part of it, in a wrong place
          401 | GET / HTTP/1.1LINEHost: HOST
          401 | GET /?token= HTTP/1.1LINEHost: HOST
          401 | GET /?token=x HTTP/1.1LINEHost: HOST
          401 | GET /?token=TOKENx HTTP/1.1LINEHost: HOST
          401 | GET /?other=1&token=TOKEN HTTP/1.1LINEHost: HOST
          401 | GET /studio.js HTTP/1.1LINEHost: HOST
          401 | GET /report.css HTTP/1.1LINEHost: HOST
          401 | GET /nothing HTTP/1.1LINEHost: HOST
          401 | POST /api/start HTTP/1.1LINEHost: HOSTLINEContent-Type: application/jsonLINEContent-Length: 2
          401 | POST /api/start?token=TOKEN HTTP/1.1LINEHost: HOSTLINEContent-Type: application/jsonLINEContent-Length: 2
          401 | POST /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          401 | POST /api/start HTTP/1.1LINEHost: HOSTLINECookie: dunning-studio=TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          # another host: a name that leads here is no way in
          403 | GET /?token=TOKEN HTTP/1.1LINEHost: evil.example
          403 | GET /?token=TOKEN HTTP/1.1LINEHost: evil.example:1234
          403 | GET /?token=TOKEN HTTP/1.1LINEHost: localhost
          403 | GET /?token=TOKEN HTTP/1.1LINEHost: 127.0.0.1
          403 | GET /?token=TOKEN HTTP/1.1LINEHost: HOST.evil.example
          403 | GET /?token=TOKEN HTTP/1.1LINEX-Nothing: 1
          403 | GET /?token=TOKEN HTTP/1.1LINEHost: HOSTLINEHost: evil.example
          # another origin
          403 | POST /api/start HTTP/1.1LINEHost: HOSTLINEOrigin: http://evil.exampleLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          403 | POST /api/start HTTP/1.1LINEHost: HOSTLINEOrigin: nullLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          403 | POST /api/start HTTP/1.1LINEHost: HOSTLINEOrigin: https://HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          403 | POST /api/start HTTP/1.1LINEHost: HOSTLINEOrigin: http://127.0.0.1:1LINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          403 | POST /api/start HTTP/1.1LINEHost: HOSTLINESec-Fetch-Site: cross-siteLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          403 | POST /api/start HTTP/1.1LINEHost: HOSTLINESec-Fetch-Site: same-siteLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          403 | GET /?token=TOKEN HTTP/1.1LINEHost: HOSTLINEOrigin: http://evil.example
          # paths that are no page
          404 | GET /../studio.html?token=TOKEN HTTP/1.1LINEHost: HOST
          404 | GET /studio.html?token=TOKEN HTTP/1.1LINEHost: HOST
          404 | GET /mine.yaml?token=TOKEN HTTP/1.1LINEHost: HOST
          404 | GET //etc/passwd?token=TOKEN HTTP/1.1LINEHost: HOST
          404 | GET /..%2f..%2fetc%2fpasswd?token=TOKEN HTTP/1.1LINEHost: HOST
          404 | GET /%2e%2e/%2e%2e/etc/passwd?token=TOKEN HTTP/1.1LINEHost: HOST
          404 | GET /studio.js%00?token=TOKEN HTTP/1.1LINEHost: HOST
          404 | POST /api/../start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          404 | POST /api/ HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 2
          # methods
          405 | POST /?token=TOKEN HTTP/1.1LINEHost: HOSTLINEContent-Length: 2
          405 | DELETE /?token=TOKEN HTTP/1.1LINEHost: HOST
          405 | OPTIONS /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKEN
          405 | GET /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKEN
          # bodies: no JSON, more than it may have
          415 | POST /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: text/plainLINEContent-Length: 2
          415 | POST /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEContent-Length: 2
          413 | POST /api/start HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: TOKENLINEContent-Type: application/jsonLINEContent-Length: 900000000
          """)
  void answersOnlyWhoMayAsk(int status, String head) throws IOException {
    String request =
        head.replace("LINE", "\n") + "\nCLOSE\n\n" + (head.contains("POST") ? "{}" : "");

    assertThat(send(request).status()).as(head).isEqualTo(status);
  }

  @Test
  void givesTheFilesOfThePageToTheCookieButNoAnswer() throws IOException {
    String headers = send("GET /?token=TOKEN HTTP/1.1\nHost: HOST\nCLOSE\n\n").headers();
    Matcher set =
        Pattern.compile("(?i)set-cookie: ([^;]+); Path=/; HttpOnly; SameSite=Strict")
            .matcher(headers);
    assertThat(set.find()).as(headers).isTrue();
    String cookie = set.group(1);

    assertThat(cookie).doesNotContain(studio.token());
    for (String file :
        new String[] {"/", "/studio.js", "/disk.js", "/studio.css", "/report.css", "/icon.svg"}) {
      String get = "GET " + file + " HTTP/1.1\nHost: HOST\nCookie: a=b; " + cookie + "\nCLOSE\n\n";
      assertThat(send(get).status()).as(file).isEqualTo(200);
    }
    String value = cookie.substring(cookie.indexOf('=') + 1);
    String ask =
        "POST /api/start HTTP/1.1\nHost: HOST\nCookie: %s\nX-Dunning-Token: %s\nCLOSE\n"
            + "Content-Type: application/json\nContent-Length: 2\n\n{}";
    assertThat(send(ask.formatted(cookie, value)).status()).isEqualTo(401);
  }

  @Test
  void tellsTheBrowserToLetNothingElseRun() throws IOException {
    String headers =
        send("GET /?token=TOKEN HTTP/1.1\nHost: HOST\nCLOSE\n\n").headers().toLowerCase();

    assertThat(headers)
        .contains(
            "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("frame-ancestors 'none'")
        .contains("x-content-type-options: nosniff")
        .contains("referrer-policy: no-referrer")
        .contains("cache-control: no-store")
        .doesNotContain("access-control", "unsafe-inline", "unsafe-eval");
  }

  @Test
  void saysTheSameHeadersWhenItRefuses() throws IOException {
    Wire.Response refused = send("GET / HTTP/1.1\nHost: HOST\nCLOSE\n\n");

    assertThat(refused.headers().toLowerCase()).contains("content-security-policy", "nosniff");
    assertThat(refused.headers().toLowerCase()).doesNotContain("set-cookie");
    assertThat(refused.body()).doesNotContain(studio.token());
  }

  @Test
  void listensOnlyOnThisMachine() throws IOException {
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(each.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThat(reaches(address)).as(address.toString()).isFalse();
        }
      }
    }
  }

  private static boolean reaches(InetAddress address) {
    try (Socket socket = new Socket(address, studio.port())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void hasAnotherTokenEachTime() throws IOException {
    try (Studio other =
        Studio.start(StudioSettings.of(folder.resolve("mine.yaml"), StudioFixture.DAY))) {
      assertThat(other.token()).isNotEqualTo(studio.token()).hasSizeGreaterThanOrEqualTo(43);
      assertThat(other.url())
          .isEqualTo("http://127.0.0.1:" + other.port() + "/?token=" + other.token());
    }
  }
}
