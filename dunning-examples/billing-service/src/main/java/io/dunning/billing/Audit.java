package io.dunning.billing;

import io.dunning.spring.RunStoppedException;
import io.dunning.spring.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes who did what, in the transaction in which it is done. A run, which is many transactions, is
 * noted before it begins and when it has ended.
 */
@Component
class Audit {
  private final Tenants tenants;
  private final JdbcClient jdbc;
  private final Turns turns;

  Audit(Tenants tenants, JdbcClient jdbc, Turns turns, BillingMigration migrated) {
    this.tenants = tenants;
    this.turns = turns;
    this.jdbc = jdbc;
  }

  /** Who did what, and when; later entries have higher numbers. */
  @Schema(name = "AuditEntry")
  record Entry(long id, Instant at, String who, Role role, String what, String outcome) {}

  <T> T change(Caller caller, String what, Supplier<T> change) {
    return change(caller, what, change, made -> "done");
  }

  /** Does an entry that counts once, and says in the audit whether it was there already. */
  boolean add(Caller caller, String what, BooleanSupplier entry) {
    return change(caller, what, entry::getAsBoolean, added -> added ? "done" : "was there already");
  }

  private <T> T change(
      Caller caller, String what, Supplier<T> change, Function<T, String> outcome) {
    return turns.take(
        caller.tenant(),
        () ->
            tenants.call(
                caller.tenant(),
                () -> {
                  waitNoLongerThan(turns.patience());
                  T made = change.get();
                  note(caller, what, outcome.apply(made));
                  return made;
                }));
  }

  /**
   * Does work of many transactions, and notes that it was asked for and how it ended. It waits for
   * no turn: nothing that was done may be refused because others are changing something.
   *
   * @throws Unavailable.BrokenOffException if the database failed after the work had begun
   */
  <T> T work(Caller caller, String what, Supplier<T> work) {
    tenants.run(caller.tenant(), () -> note(caller, what, "asked for"));
    T made = ended(caller, what, work);
    try {
      tenants.run(caller.tenant(), () -> note(caller, what, "done"));
    } catch (RuntimeException e) {
      throw new Unavailable.BrokenOffException(what + " is done, but the audit cannot say so", e);
    }
    return made;
  }

  private <T> T ended(Caller caller, String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      String outcome = e instanceof RunStoppedException ? "stopped" : "failed";
      try {
        tenants.run(caller.tenant(), () -> note(caller, what, outcome));
      } catch (RuntimeException unnoted) {
        e.addSuppressed(unnoted);
      }
      if (Unavailable.is(e) && !(e instanceof RunStoppedException)) {
        throw new Unavailable.BrokenOffException(
            what + " was broken off by the database; what it had done is kept, ask again later", e);
      }
      throw e;
    }
  }

  /** Bounds how long this transaction waits for a lock. */
  private void waitNoLongerThan(Duration time) {
    jdbc.sql("SELECT set_config('lock_timeout', ?, true)")
        .param(Math.max(time.toMillis(), 1) + "ms")
        .query(String.class)
        .single();
  }

  void refused(Caller caller, String what) {
    tenants.run(caller.tenant(), () -> note(caller, what, "refused"));
  }

  private void note(Caller caller, String what, String outcome) {
    jdbc.sql("INSERT INTO billing.audit (tenant, who, role, what, outcome) VALUES (?, ?, ?, ?, ?)")
        .params(caller.tenant(), caller.name(), caller.role().name(), shortened(what), outcome)
        .update();
  }

  private static String shortened(String what) {
    String line = what.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > 500 ? line.substring(0, 500) : line;
  }

  /** What was done before an entry, the latest first. */
  List<Entry> latest(String tenant, long before, int limit) {
    return tenants.call(
        tenant,
        () ->
            jdbc.sql(
                    "SELECT at, who, role, what, outcome, id FROM billing.audit "
                        + "WHERE tenant = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(tenant, before, Pages.checked(limit))
                .query(
                    (row, number) ->
                        new Entry(
                            row.getLong(6),
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            row.getString(2),
                            Role.valueOf(row.getString(3)),
                            row.getString(4),
                            row.getString(5)))
                .list());
  }
}
