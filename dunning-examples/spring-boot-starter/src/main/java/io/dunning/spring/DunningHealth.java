package io.dunning.spring;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up as long as the books can be read. Its details count what needs a person: dead letters, actions
 * in doubt, accounts without an answer; and accounts whose review date is more than a day old. They
 * are at most five seconds old.
 */
final class DunningHealth extends AbstractHealthIndicator {
  private static final String COUNTS =
      """
      SELECT 'deadLetters', count(*) FROM dunning.delivery WHERE tenant = :t AND state = 'dead'
      UNION ALL
      SELECT 'inDoubt', count(*) FROM dunning.delivery WHERE tenant = :t AND state = 'in doubt'
      UNION ALL
      SELECT 'withoutAnswer', count(*) FROM dunning.account
      WHERE tenant = :t AND problem IS NOT NULL
      UNION ALL
      SELECT 'overdueReviews', count(*) FROM dunning.account
      WHERE tenant = :t AND review_on < :yesterday
      """;
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Tenants tenants;
  private final JdbcClient jdbc;
  private final Clock clock;
  private Map<String, Long> counted = Map.of();
  private long countedAt;

  DunningHealth(Tenants tenants, JdbcClient jdbc, Clock clock) {
    super("the books of dunning cannot be read");
    this.tenants = tenants;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up().withDetails(counts(tenants.names()));
  }

  /** Who asks often, perhaps without a token, does not have the rows counted each time. */
  private synchronized Map<String, Long> counts(List<String> names) {
    if (counted.isEmpty() || System.nanoTime() - countedAt > FRESH.toNanos()) {
      Map<String, Long> sums = new TreeMap<>();
      for (String tenant : names) {
        tenants.run(tenant, () -> add(tenant, sums));
      }
      counted = sums;
      countedAt = System.nanoTime();
    }
    return counted;
  }

  private void add(String tenant, Map<String, Long> sums) {
    jdbc.sql(COUNTS)
        .param("t", tenant)
        .param("yesterday", LocalDate.now(clock).minusDays(1))
        .query(
            row -> {
              sums.merge(row.getString(1), row.getLong(2), Long::sum);
            });
  }
}
