package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.PolicySet;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Accounts whose steps cannot be recorded: they hold up nobody, and cost little. */
class FaultyAccountsTest {
  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  private int count(String sql) {
    return JdbcClient.create(database.superuser()).sql(sql).query(Integer.class).single();
  }

  private int problems() {
    return count("SELECT count(*) FROM dunning.account WHERE problem LIKE 'step cannot%'");
  }

  /** As if the next step of a customer had been taken already. */
  private void breakAccount(String customer) {
    database.execute(
        "INSERT INTO dunning.document (tenant, key, customer, step, taken_on, position, body) "
            + "VALUES ('default', 'test/%1$s/INV-%1$s/reminder/1', '%1$s', 'x', '2026-01-01', 0, '{}')"
                .formatted(customer));
  }

  @Test
  void aStepThatIsThereAlreadyIsNotTakenAgainAndHoldsUpNobodyElse() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              Host.owes(books, "default", "C-2", 5);
              breakAccount("C-1");
              RunFinished done = context.getBean(DunningRun.class).run("default");
              assertThat(done.documents()).isEqualTo(1);
              assertThat(done.failed()).isEqualTo(1);
              Host.until(() -> sender.sent.size() == 1);
              assertThat(sender.sent).containsExactly("test/C-2/INV-C-2/reminder/1#1");
              assertThat(problems()).isEqualTo(1);
            });
  }

  @Test
  void aKeyTooLongForAnIndexHoldsUpNoOtherAccountAndNoOtherTenant() {
    String random =
        new Random(1)
            .ints(6_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String customer = random.substring(0, 2_400);
    String number = random.substring(2_400, 4_800);
    Host.with(database, clock, sender)
        .run(
            context -> {
              context.getBean(Tenants.class).add("zeta");
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              Host.owes(books, "default", "C-2", 5);
              Host.owes(books, "zeta", "Z-1", 5);
              // as books that other software filled may have it
              database.execute(
                  "INSERT INTO dunning.account (tenant, customer, body, review_on) SELECT tenant, '"
                      + customer
                      + "', replace(body::text, '\"C-1\"', '\""
                      + customer
                      + "\"')::json, review_on FROM dunning.account WHERE customer = 'C-1'",
                  "INSERT INTO dunning.invoice (tenant, number, customer, body, actor) "
                      + "SELECT tenant, '"
                      + number
                      + "', '"
                      + customer
                      + "', replace(body::text, 'INV-C-1', '"
                      + number
                      + "')::json, actor FROM dunning.invoice WHERE customer = 'C-1'");
              context.getBean(DunningRun.class).runAll();
              assertThat(count("SELECT count(*) FROM dunning.document")).isEqualTo(3);
              assertThat(problems()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @CsvSource({"1, 128", "128, 128", "64, 128", "128, 7", "0, 200"})
  void oneFaultyAccountCostsAFewTimesItsBatchAndNotItsSquare(int faulty, int batch) {
    int accounts = 128;
    Host.with(database, clock, sender, "dunning.run.batch=" + batch, "dunning.outbox.enabled=false")
        .run(
            context -> {
              for (int i = 1; i <= accounts; i++) {
                Host.owes(context.getBean(Books.class), "default", "C-%03d".formatted(i), 5);
              }
              if (faulty > 0) {
                breakAccount("C-%03d".formatted(faulty));
              }
              database.execute(
                  "CREATE SEQUENCE dunning.tries",
                  "CREATE FUNCTION dunning.try() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
                      + "AS $$ BEGIN PERFORM nextval('dunning.tries'); RETURN NEW; END $$",
                  "CREATE TRIGGER try BEFORE INSERT ON dunning.document "
                      + "FOR EACH ROW EXECUTE FUNCTION dunning.try()");
              RunFinished done = context.getBean(DunningRun.class).run("default");
              assertThat(done.documents()).isEqualTo(faulty > 0 ? accounts - 1 : accounts);
              assertThat(done.failed()).isEqualTo(problems()).isEqualTo(faulty > 0 ? 1 : 0);
              assertThat(count("SELECT last_value FROM dunning.tries"))
                  .isLessThanOrEqualTo(4 * accounts);
            });
  }

  /** Runs something else before the first work that follows on a fault. */
  private static final class AfterAFault extends Tenants {
    private final Runnable then;
    private boolean failed;
    private boolean over;

    AfterAFault(ApplicationContext context, Runnable then) {
      super(
          JdbcClient.create(context.getBean(DataSource.class)),
          context.getBean(PlatformTransactionManager.class));
      this.then = then;
    }

    @Override
    public <T> T call(String tenant, Supplier<T> work) {
      if (failed && !over) {
        over = true;
        then.run();
      }
      try {
        return super.call(tenant, work);
      } catch (RuntimeException e) {
        failed = true;
        throw e;
      }
    }
  }

  @Test
  void anAccountToWhichSomethingHappenedSinceItsFaultIsLookedAtAgain() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              breakAccount("C-1");
              Runnable pays = () -> books.add("default", Host.paid("C-1"), Host.DAY, "bank", "k-1");
              Tenants tenants =
                  new AfterAFault(context, () -> CompletableFuture.runAsync(pays).join());
              DunningRun.Parts parts =
                  new DunningRun.Parts(
                      tenants,
                      books,
                      context.getBean(PolicySet.class),
                      context.getBean(DunningEvaluator.class),
                      context.getBean(Approvals.class),
                      clock);
              RunFinished done =
                  new DunningRun(parts, context.getBean(Outbox.class), context, 1).run("default");
              assertThat(done.failed()).isZero();
              assertThat(problems()).isZero();
              assertThat(count("SELECT count(*) FROM dunning.account WHERE review_on IS NULL"))
                  .isEqualTo(1);
            });
  }
}
