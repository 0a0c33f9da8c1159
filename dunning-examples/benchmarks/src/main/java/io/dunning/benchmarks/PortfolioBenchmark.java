package io.dunning.benchmarks;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.PortfolioRun;
import io.dunning.portfolio.ReviewDates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** A run over the accounts of W3, of all of them and of those that are due; milliseconds a run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class PortfolioBenchmark {
  private static final DunningPolicy POLICY = Accounts.policy();
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  /** How many accounts. */
  @Param("100000")
  public int accounts;

  private final List<Account> histories = new ArrayList<>();
  private final Map<String, Account> byCustomer = new HashMap<>();

  /** How many threads evaluate. */
  @State(Scope.Benchmark)
  public static class Threads {
    /** Beside the calling one. */
    @Param({"1", "2"})
    public int threads;
  }

  /** What changed since yesterday. */
  @State(Scope.Benchmark)
  public static class Due {
    /** The share of accounts with new events. */
    @Param({"1", "10", "100"})
    public int percent;

    private final ReviewDates dates = new ReviewDates();
    private final List<String> changed = new ArrayList<>();

    /**
     * Looks at all accounts, then says that some changed.
     *
     * @param of the accounts
     */
    @Setup
    public void make(PortfolioBenchmark of) {
      for (int i = 0; i < of.accounts; i++) {
        Account account = of.histories.get(i);
        dates.put(EVALUATOR.evaluate(POLICY, account, Draws.AS_OF_DATE));
        if (i * 37L % 100 < percent) {
          changed.add(account.customer().id());
        }
      }
    }
  }

  /** Makes the accounts. */
  @Setup
  public void make() {
    for (int a = 0; a < accounts; a++) {
      Account account = Accounts.account(a, Accounts.plain(a));
      histories.add(account);
      byCustomer.put(account.customer().id(), account);
    }
    System.gc();
  }

  /**
   * All accounts.
   *
   * @param on the threads
   * @param sink takes the results
   * @return what was done
   */
  @Benchmark
  public Object all(Threads on, Blackhole sink) {
    return PortfolioRun.of(EVALUATOR, POLICY, Draws.AS_OF_DATE)
        .onThreads(on.threads)
        .run(histories.iterator(), sink::consume);
  }

  /**
   * Those whose review date has come, and those that changed.
   *
   * @param due what is due
   * @param sink takes the results
   * @return what was done
   */
  @Benchmark
  public Object due(Due due, Blackhole sink) {
    due.changed.forEach(due.dates::changed);
    List<Account> some = new ArrayList<>();
    due.dates.dueOn(Draws.AS_OF_DATE).forEach(id -> some.add(byCustomer.get(id)));
    due.changed.forEach(id -> some.add(byCustomer.get(id)));
    return PortfolioRun.of(EVALUATOR, POLICY, Draws.AS_OF_DATE)
        .onThreads(1)
        .run(
            some.iterator(),
            result -> {
              due.dates.put(((PortfolioRun.Evaluated) result).recommendation());
              sink.consume(result);
            });
  }
}
