package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide's table of refusals: each request that it names is refused as it says. */
class RefusalTableTest {
  private static final String BIG = "B".repeat(1_100_000);

  /** One request for each refusal, by the words of the table that it is an example of. */
  private static final Map<String, String> EXAMPLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("400 not JSON", "CLERK POST /events application/json x"),
              Map.entry("400 `limit`", "READER GET /audit?limit=x * "),
              Map.entry("400 path", "READER GET /customers/a;b * "),
              Map.entry("401", "NOBODY GET /worklist * "),
              Map.entry("403 the role", "READER POST /runs application/json "),
              Map.entry("404 customer", "READER GET /customers/none * "),
              Map.entry("404 path", "READER GET /none * "),
              Map.entry("405", "CLERK DELETE /customers/C-1 application/json "),
              Map.entry("406", "READER GET /worklist text/csv "),
              Map.entry("408", "slow"),
              Map.entry("409", "CLERK POST /deliveries/done application/json {\"key\":\"none\"}"),
              Map.entry("413", "CLERK POST /events application/json " + BIG),
              Map.entry("415", "CLERK POST /events text/xml <x/>"),
              Map.entry("422 `limit`", "READER GET /audit?limit=0 * "),
              Map.entry("422 `after`", "READER GET /deliveries?after=x * "),
              Map.entry("429 `POST /runs`", "while a run is under way"),
              Map.entry("503", "without a connection")));

  private static Service service;

  @BeforeAll
  static void start() {
    service =
        new Service(
            "billing.body-timeout=1s",
            "server.tomcat.connection-timeout=500ms",
            "dunning.outbox.enabled=false",
            "spring.datasource.hikari.maximum-pool-size=1",
            "spring.datasource.hikari.connection-timeout=500");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String raw(String head, String drip) throws IOException {
    try (Socket socket = new Socket("localhost", Integer.parseInt(service.url().split(":")[2]))) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 0; i < drip.length(); i++) {
        out.write(drip.charAt(i));
        Thread.sleep(200);
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(String request, String... headers) {
    String token = Service.token("acme", Role.CLERK);
    return request
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
        + token
        + "\r\n"
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
  }

  private static String answer(String example) throws Exception {
    if (example.equals("slow")) {
      String head =
          line("POST /events", "Idempotency-Key: s", "Content-Type: application/json")
              .replace("Connection", "Content-Length: 100\r\nConnection");
      return raw(head, "        ");
    }
    if (example.equals("without a connection")) {
      try (Connection taken = service.bean(DataSource.class).getConnection()) {
        assertThat(taken.isValid(1)).isTrue();
        return raw(line("GET /worklist"), "");
      }
    }
    if (example.equals("while a run is under way")) {
      Callable<String> second = () -> raw(line("POST /runs", "Content-Length: 0"), "");
      return service.bean(RunTurns.class).take("acme", () -> called(second));
    }
    String[] parts = example.split(" ", 5);
    String token =
        parts[0].equals("NOBODY") ? "wrong" : Service.token("acme", Role.valueOf(parts[0]));
    String type = parts[3].equals("*") ? "application/json" : parts[3];
    String accept = parts[1].equals("GET") && !parts[3].equals("*") ? parts[3] : "*/*";
    String head =
        parts[1]
            + " "
            + parts[2]
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIdempotency-Key: k\r\nAuthorization:"
            + " Bearer "
            + token
            + "\r\nAccept: "
            + accept
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + parts[4].length()
            + "\r\n\r\n"
            + parts[4];
    return raw(head, "");
  }

  private static String called(Callable<String> request) {
    try {
      return request.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void isProblem(String answer, int status) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("content-type: application/problem+json", "\"status\":" + status)
        .doesNotContain("exception", "<html");
  }

  @Test
  void eachRowHoldsAndNoneIsMissing() throws Exception {
    String page = Files.readString(Path.of("../../docs/guide/spring.md"));
    Matcher rows = Pattern.compile("(?m)^\\| (\\d{3}) \\| (.*) \\|$").matcher(page);
    Map<String, String> table = new TreeMap<>();
    while (rows.find()) {
      table.merge(rows.group(1), rows.group(2), (one, more) -> one + "; " + more);
    }
    Set<String> seen = new TreeSet<>();
    for (Map.Entry<String, String> each : EXAMPLES.entrySet()) {
      String status = each.getKey().substring(0, 3);
      assertThat(table.getOrDefault(status, "")).contains(each.getKey().substring(3).strip());
      isProblem(answer(each.getValue()), Integer.parseInt(status));
      seen.add(status);
    }
    assertThat(table.keySet()).isEqualTo(seen);
  }

  // What a client library would not send; ~ is a line break, and numbers in {} are bytes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          400 ! POST /events ! Content-Type: application/json~Content-Length: 2~Idempotency-Key: {e6}{97}{a5}~~{}
          400 ! GET /letter?key=%ff ! Accept: */*
          400 ! GET /letter?key=% ! Accept: */*
          400 ! GET /letter?key=%ed%a0%80 ! Accept: */*
          415 ! PUT /customers/A ! Content-Type: multipart/form-data~Content-Length: 1~~x
          415 ! POST /events ! Content-Type: multipart/form-data~Content-Length: 1~~x
          406 ! GET /worklist ! Accept: bogus
          406 ! GET /letter?key=none ! Accept: bogus
          409 ! POST /deliveries/done ! Accept: bogus~Content-Type: application/json~Content-Length: 14~~{"key":"none"}
          404 ! GET /actuator/health/x ! Accept: */*
          422 ! GET /deliveries?state=, ! Accept: */*
          422 ! GET /deliveries?state= ! Accept: */*
          422 ! GET /deliveries?state=sent, ! Accept: */*
          """)
  void whatIsMalformedIsAProblem(int status, String request, String headers) throws Exception {
    String bytes = headers.replace("~", "\r\n");
    for (String each : new String[] {"e6", "97", "a5"}) {
      bytes = bytes.replace("{" + each + "}", String.valueOf((char) Integer.parseInt(each, 16)));
    }
    String end = bytes.contains("\r\n\r\n") ? "" : "\r\n\r\n";
    String token = Service.token("acme", Role.CLERK);
    String head = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token;
    isProblem(raw(request + head + "\r\n" + bytes + end, ""), status);
  }

  @Test
  void aRunNeedsNoBodyAndIgnoresOneOfAnotherForm() throws Exception {
    String answer =
        raw(line("POST /runs", "Content-Type: multipart/form-data", "Content-Length: 0"), "");
    assertThat(answer).startsWith("HTTP/1.1 200");
  }
}
