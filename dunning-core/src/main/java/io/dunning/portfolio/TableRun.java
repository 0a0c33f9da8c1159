package io.dunning.portfolio;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.PortfolioRun.Failed;
import io.dunning.portfolio.PortfolioRun.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * A run over an {@link AccountTable} on several threads: it decides about all accounts in columns,
 * and makes whole answers about those for which you ask. By default these are the accounts about
 * which there is something to do, at once or once it is approved.
 *
 * <p>Whole answers need the accounts, which the table {@linkplain AccountTable#accountsFrom asks
 * for} on the threads of the run. It asks twice for an account that it needs both to decide and for
 * the whole answer; if the account changed in between, so may the answer, and the whole answer is
 * the later one. An account that cannot be had or evaluated is a failure among the results, and the
 * run goes on. What failed while deciding is not tried again: the results have the {@linkplain
 * Decisions#failures failures} of the decisions. The results do not depend on the number of
 * threads. Immutable and thread-safe, while the table does not change.
 */
public final class TableRun {
  private final DunningEvaluator evaluator;
  private final DunningPolicy policy;
  private final LocalDate asOf;
  private final int threads;
  private final Set<Verdict> wanted;

  private TableRun(
      DunningEvaluator evaluator,
      DunningPolicy policy,
      LocalDate asOf,
      int threads,
      Set<Verdict> wanted) {
    this.evaluator = Objects.requireNonNull(evaluator, "evaluator");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.asOf = Objects.requireNonNull(asOf, "asOf");
    this.threads = threads;
    this.wanted = wanted;
  }

  /**
   * {@return a run on all cores}
   *
   * @param evaluator the evaluator
   * @param policy the policy
   * @param asOf the day at whose end is decided
   */
  public static TableRun of(DunningEvaluator evaluator, DunningPolicy policy, LocalDate asOf) {
    int cores = Runtime.getRuntime().availableProcessors();
    Set<Verdict> due = EnumSet.of(Verdict.ACT, Verdict.AWAIT_APPROVAL);
    return new TableRun(evaluator, policy, asOf, cores, due);
  }

  /**
   * {@return this run on another number of threads, not counting the calling one}
   *
   * @param count the number of threads, 1 or more
   * @throws IllegalArgumentException if the number is below 1
   */
  public TableRun onThreads(int count) {
    return new TableRun(evaluator, policy, asOf, Batches.checked(count), wanted);
  }

  /**
   * {@return this run with whole answers about other accounts}
   *
   * @param verdicts the accounts with a decision of such a verdict get a whole answer; none if you
   *     only want the decisions
   */
  public TableRun answering(Collection<Verdict> verdicts) {
    Set<Verdict> others = EnumSet.noneOf(Verdict.class);
    others.addAll(Objects.requireNonNull(verdicts, "verdicts"));
    return new TableRun(evaluator, policy, asOf, threads, others);
  }

  /**
   * Decides about all accounts of a table.
   *
   * @param table the accounts
   * @param sink receives the whole answers on the calling thread, in the order of the table, and a
   *     failure for each account about which nothing could be decided; must not change the table,
   *     which other threads still read: record what was sent once the run is over
   * @return the decisions about all accounts
   * @throws IllegalArgumentException if the ladder of the policy has more than 16,000 steps
   * @throws IllegalStateException if the calling thread is interrupted, or an error stops the run
   */
  public Decisions run(AccountTable table, Consumer<? super Result> sink) {
    Objects.requireNonNull(table, "table");
    return run(pool -> table.decide(evaluator, policy, asOf, pool), sink);
  }

  /**
   * Decides about the accounts of a table {@linkplain AccountTable#decideDue(Decisions, LocalDate)
   * that need it}, and takes over the decisions about the others. Decisions and whole answers are
   * those of {@link #run} over the whole table.
   *
   * @param last what the evaluator of this run decided by its policy, on the same day or an earlier
   *     one
   * @param sink receives the whole answers on the calling thread, in the order of the table, and a
   *     failure for each account about which nothing could be decided; must not change the table,
   *     which other threads still read: record what was sent once the run is over
   * @return the decisions about all accounts
   * @throws IllegalArgumentException if the last decisions are of a later day, or by another
   *     evaluator or policy
   * @throws IllegalStateException if the calling thread is interrupted, or an error stops the run
   */
  public Decisions runDue(Decisions last, Consumer<? super Result> sink) {
    Objects.requireNonNull(last, "last");
    if (last.evaluator() != evaluator || !last.policy().equals(policy)) {
      throw new IllegalArgumentException(
          "decisions are by another evaluator or policy: "
              + last.policy().name()
              + "\nMaybe run over the whole table");
    }
    return run(pool -> last.table().decideDue(last, asOf, pool), sink);
  }

  /** Decides on threads. */
  private interface Deciding {
    Decisions on(ExecutorService pool);
  }

  private Decisions run(Deciding deciding, Consumer<? super Result> sink) {
    Objects.requireNonNull(sink, "sink");
    Batches batches = new Batches(threads, () -> false);
    return batches.withPool(
        pool -> {
          Decisions decisions = deciding.on(pool);
          batches.run(
              pool,
              asked(decisions).stream().iterator(),
              (List<Integer> rows) -> answers(decisions, rows),
              results -> results.forEach(sink));
          return decisions;
        });
  }

  /** The rows of the accounts that get a whole answer, or a failure. */
  private BitSet asked(Decisions decisions) {
    BitSet rows = new BitSet();
    for (int i = 0; i < decisions.size(); i++) {
      if (!decisions.isDecided(i) || wanted.contains(decisions.verdict(i))) {
        rows.set(decisions.account(i));
      }
    }
    return rows;
  }

  private List<Result> answers(Decisions decisions, List<Integer> rows) {
    List<Result> all = new ArrayList<>(rows.size());
    for (int row : rows) {
      all.add(
          decisions.columns().isUndecided(row)
              ? failure(decisions, row)
              : answer(decisions.table(), row));
    }
    return all;
  }

  /** Why an account is undecided; it may be found by now, but was not while deciding. */
  private static Failed failure(Decisions decisions, int row) {
    Failed failed = decisions.columns().failure(row);
    return failed == null ? notHad(decisions.table(), row) : failed;
  }

  private static Failed notHad(AccountTable table, int row) {
    String none = "account cannot be had: " + table.customer(row);
    return new Failed(
        table.missing(row), new IllegalStateException(none + "\nMaybe say where to find accounts"));
  }

  private Result answer(AccountTable table, int row) {
    Optional<Account> account;
    try {
      account = table.account(row);
    } catch (RuntimeException e) {
      return new Failed(table.missing(row), e);
    }
    return account.isEmpty()
        ? notHad(table, row)
        : PortfolioRun.answer(account.get(), a -> evaluator.evaluate(policy, a, asOf));
  }
}
