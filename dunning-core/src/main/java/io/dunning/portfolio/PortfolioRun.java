package io.dunning.portfolio;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates a stream of accounts on several threads. Accounts are read, and results are handed out,
 * by the calling thread and in the order of the accounts, so that neither has to be thread-safe;
 * only a few hundred accounts are held at a time. An account that cannot be evaluated is a failure
 * among the results and stops nothing. The same accounts give the same results on any number of
 * threads. Immutable and thread-safe.
 */
public final class PortfolioRun {
  private static final Logger LOG = LoggerFactory.getLogger(PortfolioRun.class);
  private static final int BATCH = 128;

  private final DunningEvaluator evaluator;
  private final PolicySet policies;
  private final LocalDate asOf;
  private final int threads;
  private final LongConsumer progress;
  private final BooleanSupplier cancelled;

  private PortfolioRun(
      DunningEvaluator evaluator,
      PolicySet policies,
      LocalDate asOf,
      int threads,
      LongConsumer progress,
      BooleanSupplier cancelled) {
    this.evaluator = Objects.requireNonNull(evaluator, "evaluator");
    this.policies = Objects.requireNonNull(policies, "policies");
    this.asOf = Objects.requireNonNull(asOf, "asOf");
    this.threads = threads;
    this.progress = Objects.requireNonNull(progress, "progress");
    this.cancelled = Objects.requireNonNull(cancelled, "cancelled");
  }

  /** What became of an account. */
  public sealed interface Result {

    /**
     * The account.
     *
     * @return the account
     */
    Account account();
  }

  /**
   * An account was evaluated.
   *
   * @param account the account
   * @param recommendation what to do
   */
  public record Evaluated(Account account, AccountRecommendation recommendation)
      implements Result {}

  /**
   * An account could not be evaluated.
   *
   * @param account the account
   * @param cause why
   */
  public record Failed(Account account, RuntimeException cause) implements Result {}

  /**
   * What a run did.
   *
   * @param evaluated how many accounts were evaluated
   * @param failed how many could not be
   * @param complete whether all accounts were looked at; false if the run was cancelled
   */
  public record Summary(long evaluated, long failed, boolean complete) {}

  /**
   * A run on all cores.
   *
   * @param evaluator evaluates
   * @param policies which policy is for whom
   * @param asOf the day at whose end accounts are looked at
   * @return the run
   */
  public static PortfolioRun of(DunningEvaluator evaluator, PolicySet policies, LocalDate asOf) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new PortfolioRun(evaluator, policies, asOf, cores, n -> {}, () -> false);
  }

  /**
   * A run of one policy on all cores.
   *
   * @param evaluator evaluates
   * @param policy the policy of all accounts
   * @param asOf the day at whose end accounts are looked at
   * @return the run
   */
  public static PortfolioRun of(DunningEvaluator evaluator, DunningPolicy policy, LocalDate asOf) {
    return of(evaluator, PolicySet.byDefault(policy), asOf);
  }

  /**
   * On a number of threads beside the calling one.
   *
   * @param count how many; at least 1
   * @return the run
   * @throws IllegalArgumentException if there are none
   */
  public PortfolioRun onThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a run needs a thread: " + count);
    }
    return new PortfolioRun(evaluator, policies, asOf, count, progress, cancelled);
  }

  /**
   * Tells how far it is.
   *
   * @param done takes the number of accounts handed out so far, now and then and at the end
   * @return the run
   */
  public PortfolioRun tellingProgress(LongConsumer done) {
    return new PortfolioRun(evaluator, policies, asOf, threads, done, cancelled);
  }

  /**
   * Stops early.
   *
   * @param stop asked now and then; once it answers yes no more accounts are read
   * @return the run
   */
  public PortfolioRun cancelledBy(BooleanSupplier stop) {
    return new PortfolioRun(evaluator, policies, asOf, threads, progress, stop);
  }

  /**
   * Evaluates accounts.
   *
   * @param accounts where they come from; read by the calling thread as they are needed
   * @param sink takes what became of each, on the calling thread, in the order of the accounts
   * @return what was done
   */
  public Summary run(Iterator<? extends Account> accounts, Consumer<? super Result> sink) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "dunning-portfolio");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Counter counter = new Counter(sink);
      Deque<Future<List<Result>>> running = new ArrayDeque<>();
      boolean stopped = false;
      while (!stopped && accounts.hasNext() || !running.isEmpty()) {
        while (!stopped && accounts.hasNext() && running.size() < 2 * threads) {
          stopped = cancelled.getAsBoolean();
          if (!stopped) {
            List<Account> batch = batch(accounts);
            running.addLast(pool.submit(() -> evaluate(batch)));
          }
        }
        if (!running.isEmpty()) {
          counter.take(result(running.removeFirst()));
          progress.accept(counter.evaluated + counter.failed);
        }
      }
      LOG.debug("{}: {} evaluated, {} failed", asOf, counter.evaluated, counter.failed);
      return new Summary(counter.evaluated, counter.failed, !stopped);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Hands results out and counts them. */
  private static final class Counter {
    private final Consumer<? super Result> sink;
    private long evaluated;
    private long failed;

    Counter(Consumer<? super Result> sink) {
      this.sink = Objects.requireNonNull(sink, "sink");
    }

    void take(List<Result> results) {
      for (Result each : results) {
        evaluated += each instanceof Evaluated ? 1 : 0;
        failed += each instanceof Failed ? 1 : 0;
        sink.accept(each);
      }
    }
  }

  private static List<Account> batch(Iterator<? extends Account> accounts) {
    List<Account> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && accounts.hasNext()) {
      batch.add(accounts.next());
    }
    return batch;
  }

  private List<Result> evaluate(List<Account> batch) {
    List<Result> results = new ArrayList<>(batch.size());
    for (Account account : batch) {
      try {
        results.add(new Evaluated(account, evaluator.evaluate(policies, account, asOf)));
      } catch (RuntimeException e) {
        results.add(new Failed(account, e));
      }
    }
    return results;
  }

  private static List<Result> result(Future<List<Result>> batch) {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run broke off", e.getCause());
    }
  }
}
