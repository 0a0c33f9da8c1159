package io.dunning.portfolio;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates a stream of accounts on several threads. The calling thread reads the accounts and
 * hands out the results in the same order, so your source and your sink need not be thread-safe. At
 * most 256 accounts for each thread are in memory at a time. If an account cannot be evaluated, its
 * result is a failure, and the run goes on. The results do not depend on the number of threads.
 * Immutable and thread-safe.
 */
public final class PortfolioRun {
  private static final Logger LOG = LoggerFactory.getLogger(PortfolioRun.class);

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

  /** The result for one account. */
  public sealed interface Result {

    /** {@return the account} */
    Account account();
  }

  /**
   * The result for an account that was evaluated.
   *
   * @param account the account
   * @param recommendation what to do
   */
  public record Evaluated(Account account, AccountRecommendation recommendation) implements Result {
    /**
     * An account that was evaluated.
     *
     * @param account the account
     * @param recommendation what to do
     */
    public Evaluated {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(recommendation, "recommendation");
    }
  }

  /**
   * The result for an account that could not be evaluated.
   *
   * @param account the account
   * @param cause the exception that the evaluation threw
   */
  public record Failed(Account account, RuntimeException cause) implements Result {
    /**
     * An account that could not be evaluated.
     *
     * @param account the account
     * @param cause the exception that the evaluation threw
     */
    public Failed {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(cause, "cause");
    }
  }

  /**
   * The outcome of a run.
   *
   * @param evaluated how many accounts were evaluated
   * @param failed how many accounts could not be evaluated
   * @param complete true if all accounts were evaluated or failed; false if the run was cancelled
   */
  public record Summary(long evaluated, long failed, boolean complete) {}

  /**
   * {@return a run with a set of policies, on all cores}
   *
   * @param evaluator the evaluator
   * @param policies the policies
   * @param asOf the day at whose end accounts are evaluated
   */
  public static PortfolioRun of(DunningEvaluator evaluator, PolicySet policies, LocalDate asOf) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new PortfolioRun(evaluator, policies, asOf, cores, n -> {}, () -> false);
  }

  /**
   * {@return a run with one policy for all accounts, on all cores}
   *
   * @param evaluator the evaluator
   * @param policy the policy
   * @param asOf the day at whose end accounts are evaluated
   */
  public static PortfolioRun of(DunningEvaluator evaluator, DunningPolicy policy, LocalDate asOf) {
    return of(evaluator, PolicySet.byDefault(policy), asOf);
  }

  /**
   * {@return this run on another number of threads, not counting the calling one}
   *
   * @param count the number of threads, 1 or more
   * @throws IllegalArgumentException if the number is below 1
   */
  public PortfolioRun onThreads(int count) {
    return new PortfolioRun(evaluator, policies, asOf, Batches.checked(count), progress, cancelled);
  }

  /**
   * {@return this run with reports of its progress}
   *
   * @param done receives the number of accounts handed out so far, from time to time and at the end
   */
  public PortfolioRun reportingProgress(LongConsumer done) {
    return new PortfolioRun(evaluator, policies, asOf, threads, done, cancelled);
  }

  /**
   * {@return this run with a way to cancel it}
   *
   * @param stop asked from time to time; once it answers true, no more accounts are read
   */
  public PortfolioRun cancelledBy(BooleanSupplier stop) {
    return new PortfolioRun(evaluator, policies, asOf, threads, progress, stop);
  }

  /**
   * Evaluates accounts.
   *
   * @param accounts the accounts, read by the calling thread as they are needed
   * @param sink receives the result of each account, on the calling thread, in the order of the
   *     accounts
   * @return how many accounts were evaluated and how many failed
   * @throws IllegalStateException if the calling thread is interrupted or an error other than a
   *     failed evaluation occurs
   */
  public Summary run(Iterator<? extends Account> accounts, Consumer<? super Result> sink) {
    Objects.requireNonNull(accounts, "accounts");
    Counter counter = new Counter(sink);
    Batches batches = new Batches(threads, cancelled);
    boolean complete =
        batches.withPool(pool -> batches.run(pool, accounts, this::evaluate, counter::take));
    LOG.debug("{}: {} evaluated, {} failed", asOf, counter.evaluated, counter.failed);
    return new Summary(counter.evaluated, counter.failed, complete);
  }

  /** Counts results and hands them out. */
  private final class Counter {
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
      progress.accept(evaluated + failed);
    }
  }

  private List<Result> evaluate(List<Account> batch) {
    List<Result> results = new ArrayList<>(batch.size());
    try {
      List<AccountRecommendation> made = evaluator.evaluateAll(policies, batch, asOf);
      for (int i = 0; i < batch.size(); i++) {
        results.add(new Evaluated(batch.get(i), made.get(i)));
      }
    } catch (RuntimeException e) {
      LOG.debug("one of {} accounts failed: evaluating them one by one", batch.size(), e);
      batch.forEach(each -> results.add(answer(each, a -> evaluator.evaluate(policies, a, asOf))));
    }
    return results;
  }

  /** The result for an account: a failure if the evaluation throws. */
  static Result answer(Account account, Function<Account, AccountRecommendation> evaluation) {
    try {
      return new Evaluated(account, evaluation.apply(account));
    } catch (RuntimeException e) {
      return new Failed(account, e);
    }
  }
}
