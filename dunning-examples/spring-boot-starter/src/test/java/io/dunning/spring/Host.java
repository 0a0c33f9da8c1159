package io.dunning.spring;

import static io.dunning.money.Money.eur;

import io.dunning.evaluation.Posting;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** An application with the starter, a database, a clock and a sender. */
final class Host {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final String[] QUICK = {
    "dunning.policies.location=classpath:test-policy.yaml",
    "dunning.run.enabled=false",
    "dunning.outbox.polling=20ms",
    "dunning.outbox.heartbeat=100ms",
    "dunning.outbox.back-off=50ms",
    "dunning.outbox.longest-back-off=200ms"
  };

  private Host() {}

  static ApplicationContextRunner with(TestDatabase database, String... properties) {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class,
                TransactionAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                DunningAutoConfiguration.class,
                DunningLettersAutoConfiguration.class,
                DunningMailAutoConfiguration.class,
                DunningStoreAutoConfiguration.class))
        .withPropertyValues(database.properties())
        .withPropertyValues(QUICK)
        .withPropertyValues(properties);
  }

  static ApplicationContextRunner with(
      TestDatabase database, SetClock clock, RecordingSender sender, String... properties) {
    return with(database, properties)
        .withBean("clock", Clock.class, () -> clock)
        .withBean("sender", ActionSender.class, () -> sender);
  }

  /** A customer with one invoice, due some days before {@link #DAY}. */
  static void owes(Books books, String tenant, String customer, int daysPastDue) {
    owesSince(books, tenant, customer, DAY.minusDays(daysPastDue));
  }

  /** A customer with one invoice. */
  static void owesSince(Books books, String tenant, String customer, LocalDate due) {
    books.put(tenant, Customer.of(customer).named("Acme " + customer).inCountry("GB"));
    books.add(
        tenant,
        customer,
        Invoice.of("INV-" + customer, eur("120.00"), due.minusDays(30), due),
        "test");
  }

  static Posting paid(String customer) {
    return new Posting(
        customer, Optional.of("INV-" + customer), LedgerEvent.payment(DAY, eur("120.00")));
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within 20 seconds");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
