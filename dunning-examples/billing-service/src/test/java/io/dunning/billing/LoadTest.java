package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clients that ask and enter at once, over loopback: every request is answered, and no payment is
 * lost or counted twice. {@code -Dload.seconds=30 -Dload.customers=10000 -Ddatabase.fsync=on}
 * prints how many requests a second there were, and how long they took.
 */
class LoadTest {
  private static final int CUSTOMERS = Integer.getInteger("load.customers", 50);
  private static final int CLIENTS = Integer.getInteger("load.clients", 8);
  private static final int SECONDS = Integer.getInteger("load.seconds", 0);
  private static final int FEW = 40;
  private static final int INVOICES = 10;
  private static final String CLERK = Service.token("acme", Role.CLERK);

  private final Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
  private final AtomicLong payments = new AtomicLong();

  @Test
  void everyRequestIsAnsweredAndEveryPaymentCountsOnce() throws Exception {
    try (Service service = new Service("logging.level.root=warn")) {
      fill(service);
      if (SECONDS > 0) {
        load(service, SECONDS / 3); // to get warm
        nanos.clear();
      }
      long start = System.nanoTime();
      load(service, SECONDS);
      print((System.nanoTime() - start) / 1e9);
      assertThat(recorded(service)).isEqualTo(payments.get());
    }
  }

  private static void fill(Service service) {
    String numbers = "generate_series(1, " + CUSTOMERS + ") i";
    service.database.execute(
        "INSERT INTO dunning.account (tenant, customer, body) SELECT 'acme', 'C-' || i, "
            + "json_build_object('id', 'C-' || i) FROM "
            + numbers,
        "INSERT INTO dunning.invoice (tenant, number, customer, body, actor) SELECT 'acme', "
            + "'INV-' || i || '-' || j, 'C-' || i, json_build_object('number', "
            + "'INV-' || i || '-' || j, 'amount', json_build_object('amount', '120.00', "
            + "'currency', 'EUR'), 'issued', '2026-01-26', 'due', '2026-02-25'), 'test' FROM "
            + numbers
            + ", generate_series(1, "
            + INVOICES
            + ") j",
        "VACUUM ANALYZE");
  }

  private void load(Service service, int seconds) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Callable<Void>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(i);
      clients.add(
          () -> {
            for (int n = 0; seconds > 0 ? System.nanoTime() < end : n < FEW; n++) {
              request(service, random);
            }
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (Future<Void> each : threads.invokeAll(clients)) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Of ten requests, seven ask what to do next, one asks why, and two enter a payment. */
  private void request(Service service, Random random) {
    int customer = 1 + random.nextInt(CUSTOMERS);
    int kind = random.nextInt(10);
    String path = "/customers/C-" + customer + (kind < 7 ? "/next" : "/explanation");
    long start = System.nanoTime();
    if (kind < 8) {
      assertThat(service.get(CLERK, path).statusCode()).isEqualTo(200);
    } else {
      String body =
          """
          {"customer":"C-%d","invoice":"INV-%d-%d","event":
           {"type":"payment","date":"2026-03-01","amount":{"amount":"0.01","currency":"EUR"}}}
          """
              .formatted(customer, customer, 1 + random.nextInt(INVOICES));
      String key = "load-" + payments.incrementAndGet();
      assertThat(service.send(CLERK, "POST", "/events", body, "Idempotency-Key", key).statusCode())
          .isEqualTo(201);
    }
    String name = kind < 7 ? "GET next" : kind < 8 ? "GET explanation" : "POST event";
    nanos
        .computeIfAbsent(name, k -> Collections.synchronizedList(new ArrayList<>()))
        .add(System.nanoTime() - start);
  }

  private static long recorded(Service service) {
    return JdbcClient.create(service.database.superuser())
        .sql("SELECT count(*) FROM dunning.event WHERE actor = 'clerk of acme'")
        .query(Long.class)
        .single();
  }

  private void print(double seconds) {
    new TreeMap<>(nanos)
        .forEach(
            (name, times) -> {
              long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
              Arrays.sort(sorted);
              System.out.printf(
                  Locale.ROOT,
                  "%s: %d clients, %d customers: %.0f requests/s, p50 %.1f ms, p99 %.1f ms%n",
                  name,
                  CLIENTS,
                  CUSTOMERS,
                  sorted.length / seconds,
                  sorted[sorted.length / 2] / 1e6,
                  sorted[sorted.length * 99 / 100] / 1e6);
            });
  }
}
