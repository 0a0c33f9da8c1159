package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dunning.spring.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the service with SIGKILL while it works, again and again, and then compares everything.
 * Three times, or as often as {@code -Dkills=1000} says.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("kills.seed", 20_260_302);
  private static final int NEW_ACCOUNTS = Integer.getInteger("kills.accounts", 25);
  private static final int DAYS = 10;
  private static final int PATIENCE = 240_000;

  private final Random random = new Random(SEED);
  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database.superuser());
  private final Map<String, Integer> emails = new ConcurrentHashMap<>();
  private LocalDate day = LocalDate.parse(Service.DAY);
  private int accounts;

  @TempDir private Path folder;

  @Test
  void aServiceThatIsKilledLosesNoLetterAndDoublesNone() throws Exception {
    HttpServer provider = provider();
    String url = "http://localhost:" + provider.getAddress().getPort() + "/";
    try {
      for (int i = 0; i < KILLS; i++) {
        Process service = start(url);
        enterAccounts(service);
        waitForRandomPoint(service);
        service.destroyForcibly().waitFor(); // SIGKILL
        day = day.plusDays(DAYS);
      }
      Process service = start(url);
      enterAccounts(service);
      until(service, this::isQuiet);
      service.destroyForcibly().waitFor();
      compare();
    } finally {
      provider.stop(0);
    }
  }

  /** A provider that carries out each request, however often it comes. */
  private HttpServer provider() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          String key = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          emails.merge(key, 1, Integer::sum);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private Process start(String provider) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(CrashService.class.getName());
    command.addAll(
        Arrays.asList(
            Service.arguments(
                database,
                "provider=" + provider,
                "billing.today=" + day,
                "dunning.run.enabled=true",
                "dunning.run.every=200ms",
                "dunning.run.batch=3",
                "dunning.outbox.polling=50ms",
                "dunning.outbox.heartbeat=500ms",
                "dunning.folder.path=" + folder,
                "dunning.policies.location=classpath:crash-policy.yaml")));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("service.log").toFile())
        .start();
  }

  /** As soon as there are tables; the service is at work meanwhile. */
  private void enterAccounts(Process service) throws Exception {
    until(service, () -> count("SELECT count(*) FROM dunning.tenant") >= Service.TENANTS.size());
    for (int i = 0; i < NEW_ACCOUNTS; i++) {
      String id = "C-" + accounts++;
      LocalDate due = day.minusDays(4);
      database.execute(
          "BEGIN; INSERT INTO dunning.account (tenant, customer, body, review_on) VALUES ('acme', '"
              + id
              + "', '{\"id\":\""
              + id
              + "\",\"country\":\"GB\",\"facts\":{\"address\":\"1 High Street, Leeds\"}}', '"
              + day
              + "'); INSERT INTO dunning.invoice (tenant, number, customer, body, actor) VALUES"
              + " ('acme', 'INV-"
              + id
              + "', '"
              + id
              + "', '{\"number\":\"INV-"
              + id
              + "\",\"amount\":{\"amount\":\"120.00\",\"currency\":\"EUR\"},\"issued\":\""
              + due.minusDays(30)
              + "\",\"due\":\""
              + due
              + "\"}', 'test'); COMMIT");
    }
  }

  private int count(String sql) {
    try {
      return jdbc.sql(sql).query(Integer.class).single();
    } catch (DataAccessException e) {
      return -1; // no tables yet
    }
  }

  private int progress() {
    return count(
        "SELECT (SELECT count(*) FROM dunning.document) + "
            + "(SELECT coalesce(sum(attempts), 0) FROM dunning.delivery) + "
            + "(SELECT count(*) FROM dunning.delivery WHERE state = 'sent')");
  }

  /** Somewhere between the first document of this start and the last letter. */
  private void waitForRandomPoint(Process service) throws Exception {
    int point = progress() + 1 + random.nextInt(3 * NEW_ACCOUNTS);
    until(service, () -> progress() >= point || isQuiet());
    Thread.sleep(random.nextInt(30));
  }

  private boolean isQuiet() {
    return count("SELECT count(*) FROM dunning.delivery WHERE state IN ('scheduled', 'sending')")
            == 0
        && count("SELECT count(*) FROM dunning.account WHERE review_on <= '" + day + "'") == 0;
  }

  private void until(Process service, BooleanSupplier condition) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (!service.isAlive() || System.currentTimeMillis() > end) {
        String log = Files.readString(folder.resolve("service.log"));
        throw new AssertionError(
            (service.isAlive() ? "too slow" : "service ended")
                + ":\n"
                + log.substring(Math.max(0, log.length() - 4_000)));
      }
      Thread.sleep(5);
    }
  }

  private void compare() throws Exception {
    List<String> letters = keys("letter", "sent");
    List<Path> pages;
    try (Stream<Path> all = Files.walk(folder)) {
      pages = all.filter(f -> f.toString().endsWith(".pdf")).toList();
    }
    for (Path each : pages) {
      String text = Files.readString(each, StandardCharsets.ISO_8859_1);
      assertThat(text.startsWith("%PDF-") && text.strip().endsWith("%%EOF"))
          .as("%s", each)
          .isTrue();
    }
    List<String> files = pages.stream().map(f -> f.getFileName().toString()).toList();
    List<String> receipts =
        jdbc.sql("SELECT receipt FROM dunning.delivery WHERE channel = 'letter'")
            .query(String.class)
            .list();
    assertThat(new HashSet<>(receipts)).hasSameSizeAs(receipts);
    List<String> sent = keys("email", "sent");
    List<String> doubt = keys("email", "in doubt");
    int expected = count("SELECT count(*) FROM dunning.delivery");
    System.out.printf(
        "%d kills, %d accounts: %d letters, %d lost, %d doubled; %d e-mails, %d lost, %d doubled,"
            + " %d in doubt%n",
        KILLS,
        accounts,
        letters.size(),
        receipts.stream().filter(r -> !files.contains(r)).count(),
        files.stream().filter(f -> !receipts.contains(f)).count(),
        sent.size(),
        sent.stream().filter(k -> !emails.containsKey(k)).count(),
        emails.values().stream().filter(n -> n > 1).count(),
        doubt.size());

    assertThat(files).containsExactlyInAnyOrderElementsOf(receipts);
    assertThat(emails.keySet()).containsAll(sent);
    assertThat(emails.values()).containsOnly(1);
    assertThat(letters.size() + sent.size() + doubt.size()).isEqualTo(expected);
    String policy =
        Files.readString(Path.of(CrashTest.class.getResource("/crash-policy.yaml").toURI()));
    assertThat(Replay.differences(database.superuser(), policy)).isEmpty();
  }

  private List<String> keys(String channel, String state) {
    return jdbc.sql("SELECT key FROM dunning.delivery WHERE channel = ? AND state = ?")
        .params(channel, state)
        .query(String.class)
        .list();
  }
}
