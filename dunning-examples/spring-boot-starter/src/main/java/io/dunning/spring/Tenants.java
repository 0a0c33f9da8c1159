package io.dunning.spring;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does work for a tenant, in a transaction that sees the rows of this tenant only. PostgreSQL
 * itself hides all other rows (row-level security); the name of the tenant ends with the
 * transaction, so that a pooled connection never keeps it.
 */
public class Tenants {
  /** The name of the only tenant, where there is one. */
  public static final String DEFAULT = "default";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /**
   * Tenants of a database.
   *
   * @param jdbc the database
   * @param manager its transactions
   */
  public Tenants(JdbcClient jdbc, PlatformTransactionManager manager) {
    this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    this.transaction = new TransactionTemplate(Objects.requireNonNull(manager, "manager"));
  }

  /**
   * Does something for a tenant. Within work for the same tenant it joins its transaction.
   *
   * @param tenant the tenant's name
   * @param work what to do
   * @param <T> what comes of it
   * @return what came of the work, once its transaction is committed
   * @throws IllegalStateException within work for another tenant
   * @throws IllegalArgumentException if the name is empty
   */
  public <T> T call(String tenant, Supplier<T> work) {
    if (Objects.requireNonNull(tenant, "tenant").isEmpty()) {
      throw new IllegalArgumentException("tenant has no name");
    }
    Objects.requireNonNull(work, "work");
    return transaction.execute(
        status -> {
          String now =
              jdbc.sql("SELECT coalesce(dunning.current_tenant(), '')")
                  .query(String.class)
                  .single();
          if (!now.isEmpty() && !now.equals(tenant)) {
            throw new IllegalStateException(
                "transaction belongs to tenant " + now + ", not to " + tenant);
          }
          if (now.isEmpty()) {
            jdbc.sql("SELECT set_config('dunning.tenant', ?, true)")
                .param(tenant)
                .query(String.class)
                .single();
          }
          return work.get();
        });
  }

  /**
   * Does something for a tenant, as {@link #call} does.
   *
   * @param tenant the tenant's name
   * @param work what to do
   */
  public void run(String tenant, Runnable work) {
    Objects.requireNonNull(work, "work");
    call(
        tenant,
        () -> {
          work.run();
          return tenant;
        });
  }

  /**
   * Does something once the transaction around it is committed, or at once if there is none. If the
   * transaction is rolled back, it is not done.
   */
  static void onceCommitted(Runnable what) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      what.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            what.run();
          }
        });
  }

  /** {@return the names of all tenants, in alphabetical order} */
  public List<String> names() {
    return jdbc.sql("SELECT name FROM dunning.tenant ORDER BY name").query(String.class).list();
  }

  /** Refuses the name of a tenant that does not exist, and says which ones do. */
  void requireKnown(String tenant) {
    List<String> known = names();
    if (!known.contains(Objects.requireNonNull(tenant, "tenant"))) {
      throw new IllegalArgumentException(
          "no such tenant: " + tenant + "; there are " + String.join(", ", known));
    }
  }

  /**
   * Adds a tenant, unless there is one of that name.
   *
   * @param tenant the name
   */
  public void add(String tenant) {
    jdbc.sql("INSERT INTO dunning.tenant (name) VALUES (?) ON CONFLICT DO NOTHING")
        .param(Objects.requireNonNull(tenant, "tenant"))
        .update();
  }
}
