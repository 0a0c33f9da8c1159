package io.dunning.benchmarks;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

/** W3 by the library and by other engines; milliseconds a pass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class RivalsBenchmark {
  private static final DunningPolicy POLICY = Accounts.policy();
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  /** How many accounts. */
  @Param("100000")
  public int accounts;

  private List<Accounts.PlainAccount> plain;
  private List<Account> histories;
  private final KillBillOverdue killBill = new KillBillOverdue();
  private final DroolsRules drools = new DroolsRules();
  private final EasyRulesPolicy easyRules = new EasyRulesPolicy();
  private static final UUID ID = new UUID(1, 2);

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
   * By hand.
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
   * Kill Bill, which answers less.
   *
   * @param sink takes the states
   */
  @Benchmark
  public void killBill(Blackhole sink) {
    for (Accounts.PlainAccount account : plain) {
      sink.consume(killBill.state(account, ID));
    }
  }

  /**
   * Easy Rules, with sums by hand.
   *
   * @param sink takes the answers
   */
  @Benchmark
  public void easyRules(Blackhole sink) {
    for (Accounts.PlainAccount account : plain) {
      sink.consume(easyRules.answer(account));
    }
  }

  /**
   * Drools.
   *
   * @param sink takes the answers
   */
  @Benchmark
  public void drools(Blackhole sink) {
    for (Accounts.PlainAccount account : plain) {
      sink.consume(drools.answer(account));
    }
  }
}
