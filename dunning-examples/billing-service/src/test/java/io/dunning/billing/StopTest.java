package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service is stopped while it does what somebody asked for. */
class StopTest {
  private static final String CLERK = Service.token("acme", Role.CLERK);
  private static final int ACCOUNTS = 3;

  private static void owes(Service service, String customer) {
    String path = "/customers/" + customer;
    service.send(
        CLERK,
        "PUT",
        path,
        "{\"id\":\"%s\",\"name\":\"Moss\",\"country\":\"GB\"}".formatted(customer));
    String invoice =
        """
        {"number":"INV-%s","amount":{"amount":"600.00","currency":"EUR"},
         "issued":"2026-01-10","due":"2026-02-09"}
        """;
    assertThat(
            service
                .send(CLERK, "POST", path + "/invoices", invoice.formatted(customer))
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void aRunEndsWithItsBatchAndSaysWhatItHasDone() throws Exception {
    Service service = new Service("dunning.run.batch=1", "dunning.outbox.enabled=false");
    for (int i = 0; i < ACCOUNTS; i++) {
      owes(service, "C-" + i);
    }
    CompletableFuture<HttpResponse<String>> run;
    CompletableFuture<Void> stop;
    try (Connection other = service.database.superuser().getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("LOCK TABLE dunning.document IN EXCLUSIVE MODE");
      run = CompletableFuture.supplyAsync(() -> service.send(CLERK, "POST", "/runs", ""));
      service.untilALockIsWaitedFor();
      Lifecycle scheduler = service.bean("dunningScheduler", Lifecycle.class);
      stop = CompletableFuture.runAsync(service::close);
      while (scheduler.isRunning()) {
        Thread.onSpinWait();
      }
      other.rollback();
    }
    HttpResponse<String> answer = run.get();
    stop.get();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body())
        .contains(
            "run of tenant acme stopped, because the application stops; "
                + "accounts looked at: 1, documents: 1");
    JdbcClient jdbc = JdbcClient.create(service.database.superuser());
    assertThat(jdbc.sql("SELECT count(*) FROM dunning.document").query(Integer.class).single())
        .isOne();
    assertThat(
            jdbc.sql("SELECT outcome FROM billing.audit WHERE what = 'run' ORDER BY id")
                .query(String.class)
                .list())
        .containsExactly("asked for", "stopped");
  }
}
