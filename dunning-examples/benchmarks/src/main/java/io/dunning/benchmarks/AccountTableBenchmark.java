package io.dunning.benchmarks;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.AccountTable;
import io.dunning.portfolio.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** W3 over a table of standings; milliseconds a pass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class AccountTableBenchmark {
  private static final DunningPolicy POLICY = Accounts.policy();
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  /** How many accounts. */
  @Param({"100000", "1000000"})
  public int accounts;

  private List<Accounts.PlainAccount> plain;
  private List<String> names;
  private AccountTable table;
  private ExecutorService pool;

  /** Makes the accounts and fills the table. */
  @Setup
  public void make() {
    plain = new ArrayList<>(accounts);
    names = new ArrayList<>(accounts);
    for (int a = 0; a < accounts; a++) {
      plain.add(Accounts.plain(a));
      names.add(String.valueOf(a));
    }
    table = filled();
    pool = Executors.newFixedThreadPool(2);
    System.gc(); // the data is old and settled, as in a running system
  }

  /** Ends the threads. */
  @TearDown
  public void end() {
    pool.shutdown();
  }

  private AccountTable filled() {
    AccountTable filling = new AccountTable();
    for (int a = 0; a < accounts; a++) {
      Accounts.tell(filling.row(names.get(a)), plain.get(a)).put();
    }
    return filling;
  }

  /**
   * The rival.
   *
   * @param sink takes the answers
   */
  @Benchmark
  public void handWritten(Blackhole sink) {
    for (Accounts.PlainAccount account : plain) {
      sink.consume(Accounts.byHand(account));
    }
  }

  /**
   * Decides about all accounts of the table.
   *
   * @return the decisions
   */
  @Benchmark
  public Decisions decide() {
    return table.decide(EVALUATOR, POLICY, Draws.AS_OF_DATE);
  }

  /**
   * Decides on two threads.
   *
   * @return the decisions
   */
  @Benchmark
  public Decisions decideOnTwoThreads() {
    return table.decide(EVALUATOR, POLICY, Draws.AS_OF_DATE, pool);
  }

  /**
   * Fills a table from raw values and decides.
   *
   * @return the decisions
   */
  @Benchmark
  public Decisions fillAndDecide() {
    return filled().decide(EVALUATOR, POLICY, Draws.AS_OF_DATE);
  }
}
