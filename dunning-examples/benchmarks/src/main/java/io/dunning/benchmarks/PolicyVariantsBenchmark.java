package io.dunning.benchmarks;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.AccountTable;
import io.dunning.portfolio.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** W3 with one thing more to ask for; milliseconds a pass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class PolicyVariantsBenchmark {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  /** How many accounts. */
  @Param("100000")
  public int accounts;

  /** What is asked for. */
  @Param({"plain", "conduct", "amount", "business", "invoice", "charges"})
  public String variant;

  private DunningPolicy policy;
  private List<Account> histories;
  private AccountTable table;

  /** Makes the accounts, and a table of them that knows where they are. */
  @Setup
  public void make() {
    policy = Accounts.variant(variant);
    histories = new ArrayList<>(accounts);
    for (int a = 0; a < accounts; a++) {
      histories.add(Accounts.account(a, Accounts.plain(a)));
    }
    table = AccountTable.of(histories).accountsFrom(c -> histories.get(Integer.parseInt(c)));
    System.gc(); // the data is old and settled, as in a running system
  }

  /**
   * Evaluates one account after the other.
   *
   * @param sink takes the recommendations
   */
  @Benchmark
  public void evaluate(Blackhole sink) {
    for (Account account : histories) {
      sink.consume(EVALUATOR.evaluate(policy, account, Draws.AS_OF_DATE));
    }
  }

  /**
   * Decides about all accounts of a table.
   *
   * @return the decisions
   */
  @Benchmark
  public Decisions decide() {
    return table.decide(EVALUATOR, policy, Draws.AS_OF_DATE);
  }
}
