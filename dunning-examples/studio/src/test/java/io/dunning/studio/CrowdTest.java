package io.dunning.studio;

import static io.dunning.studio.StudioFixture.DAY;
import static io.dunning.studio.StudioFixture.HASTY;
import static io.dunning.studio.StudioFixture.about;
import static io.dunning.studio.StudioFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Requests that never end, answers that nobody takes, and more questions than can be answered. */
class CrowdTest {
  private static final int MANY = 200;
  private static final Duration HOURS = Duration.ofHours(1);

  @TempDir Path folder;

  private final List<Socket> open = new ArrayList<>();
  private Studio studio;

  @BeforeEach
  void start() throws IOException {
    StudioSettings settings =
        StudioSettings.of(StudioFixture.policy(folder), DAY).with(StudioFixture.accounts());
    studio = Studio.start(settings, HOURS, Duration.ofMillis(100));
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket each : open) {
      each.close();
    }
    studio.close();
  }

  private Socket begin(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), studio.port());
    open.add(socket);
    String sent = request.replace("HOST", "127.0.0.1:" + studio.port()).replace("LINE", "\r\n");
    socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  // a head that never ends, a body that never comes, a refusal whose body never comes
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1LINEHost: ",
        "POST /api/start HTTP/1.1LINEHost: HOSTLINEContent-Length: 1000LINELINE{",
        "POST / HTTP/1.1LINEHost: evilLINEContent-Length: 1000LINELINE{"
      })
  void answersThoughManyRequestsNeverEnd(String unfinished) throws IOException {
    for (int i = 0; i < MANY; i++) {
      begin(unfinished);
    }

    assertThat(ask(studio, "start", Map.of()).get("name").asString()).isEqualTo("mine.yaml");
  }

  @Test
  void closesARequestThatTakesTooLong() throws IOException {
    studio.close();
    studio =
        Studio.start(
            StudioSettings.of(folder.resolve("mine.yaml"), DAY),
            Duration.ofMillis(200),
            Duration.ofMillis(100));
    Socket silent = begin("GET / HTTP/1.1LINEHost: ");
    silent.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));

    assertThat(silent.getInputStream().read()).isNegative();
  }

  @Test
  void answersThoughManyDownloadsAreGivenUp() throws Exception {
    String fields = JsonMapper.shared().writeValueAsString(about(HASTY));
    String post =
        "POST /api/report HTTP/1.1LINEHost: HOSTLINEX-Dunning-Token: "
            + studio.token()
            + "LINEContent-Type: application/jsonLINEContent-Length: "
            + fields.length()
            + "LINELINE"
            + fields;
    for (int i = 0; i < MANY; i++) {
      begin(post).close();
    }

    // those that were given up may still be read, and take the place of this one
    String state = "";
    for (int i = 0; i <= MANY && !state.equals("done"); i++) {
      int job = ask(studio, "report", about(HASTY)).get("job").asInt();
      state = state(job);
    }
    assertThat(state).isEqualTo("done");
  }

  private String state(int job) throws IOException, InterruptedException {
    String asks = "{\"kind\":\"report\",\"job\":" + job + "}";
    String state = "running";
    while (state.equals("running")) {
      Thread.sleep(20);
      Wire.Response now = Wire.ask(studio, "job", asks);
      state =
          now.status() == 200
              ? JsonMapper.shared().readTree(now.body()).get("state").asString()
              : "replaced";
    }
    return state;
  }

  @Test
  void refusesAQuestionForWhichThereIsNoPlace() throws Exception {
    Desk desk = new Desk(1, 100);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(() -> desk.answer("one", 1, t -> waitFor(begun, go)));
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

    assertThatThrownBy(() -> desk.answer("other", 1, t -> "x"))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.status()).isEqualTo(503))
        .hasMessageContaining("busy with 1 other");
    go.countDown();
    assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("answered");
    assertThat(desk.<String>answer("other", 1, t -> "x")).isEqualTo("x");
  }

  private static String waitFor(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "answered";
  }

  @Test
  void doesNotGiveUpANewerQuestionForAnOlderOneThatWasReadLater() {
    Desk desk = new Desk(2, 60_000);

    String newer =
        desk.answer(
            "edit",
            2,
            ticket -> {
              assertThatThrownBy(() -> desk.answer("edit", 1, t -> "older"))
                  .hasMessageContaining("a newer question");
              ticket.check();
              return "newer";
            });
    assertThat(newer).isEqualTo("newer");
  }

  @Test
  void givesUpAQuestionOnceTheSamePageAsksANewerOne() throws Exception {
    Desk desk = new Desk(2, 60_000);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> old =
        CompletableFuture.supplyAsync(
            () ->
                desk.answer(
                    "ledger",
                    2,
                    ticket -> {
                      begun.countDown();
                      while (true) {
                        ticket.check();
                        Thread.onSpinWait();
                      }
                    }));
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

    assertThat(desk.<String>answer("explain", 1, t -> "other")).isEqualTo("other");
    assertThat(old.isDone()).isFalse();
    assertThat(desk.<String>answer("ledger", 3, t -> "newer")).isEqualTo("newer");
    assertThatThrownBy(() -> old.get(1, TimeUnit.MINUTES)).hasMessageContaining("a newer question");
  }
}
