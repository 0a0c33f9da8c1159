package io.dunning.benchmarks;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
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

/** W3: the next action for many accounts; milliseconds a pass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class NextActionBenchmark {
  private static final DunningPolicy POLICY = Accounts.policy();
  private static final DunningPolicy FULL = Accounts.fullPolicy();
  private static final DunningPolicy CONDUCT = Accounts.conductPolicy();
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  /** How many accounts. */
  @Param("100000")
  public int accounts;

  private List<Accounts.PlainAccount> plain;
  private List<Account> histories;

  /** Makes the accounts, the two kinds one after the other in memory. */
  @Setup
  public void make() {
    plain = new ArrayList<>(accounts);
    histories = new ArrayList<>(accounts);
    for (int a = 0; a < accounts; a++) {
      plain.add(Accounts.plain(a));
    }
    for (int a = 0; a < accounts; a++) {
      histories.add(Accounts.account(a, plain.get(a)));
    }
    System.gc(); // both kinds of data are old and settled, as in a running system
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
   * The library.
   *
   * @param sink takes the recommendations
   */
  @Benchmark
  public void library(Blackhole sink) {
    for (Account account : histories) {
      sink.consume(EVALUATOR.evaluate(POLICY, account, Draws.AS_OF_DATE));
    }
  }

  /**
   * The library with every further rule switched on.
   *
   * @param sink takes the recommendations
   */
  @Benchmark
  public void libraryWithAllRules(Blackhole sink) {
    for (Account account : histories) {
      sink.consume(EVALUATOR.evaluate(FULL, account, Draws.AS_OF_DATE));
    }
  }

  /**
   * The library under rules of contact, with the payment profile of each customer to be written to.
   *
   * @param sink takes the recommendations
   */
  @Benchmark
  public void libraryWithConduct(Blackhole sink) {
    for (Account account : histories) {
      sink.consume(EVALUATOR.evaluate(CONDUCT, account, Draws.AS_OF_DATE));
    }
  }
}
