package io.dunning.portfolio;

import io.dunning.compiled.Answer;
import io.dunning.compiled.CompiledDecider;
import io.dunning.compiled.CompiledPolicy;
import io.dunning.compiled.Decided;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Decides about some rows: a policy, a day, and what is known from before. */
final class TableDeciding {
  /** How many accounts one task decides about. */
  private static final int PART = 4096;

  private final AccountTable table;
  private final TableRows rows;
  private final DunningEvaluator evaluator;
  private final DunningPolicy policy;
  private final LocalDate asOf;
  private final CompiledPolicy compiled;
  private final Decisions last;

  /** Each part holds the lock for reading, so that whoever gets it for writing is alone. */
  private final ReadWriteLock reading = new ReentrantReadWriteLock();

  private volatile boolean stopped;

  TableDeciding(
      AccountTable table,
      TableRows rows,
      DunningEvaluator evaluator,
      DunningPolicy policy,
      LocalDate asOf,
      Decisions last) {
    this.table = table;
    this.rows = rows;
    this.evaluator = evaluator;
    this.policy = Objects.requireNonNull(policy, "policy");
    this.asOf = Objects.requireNonNull(asOf, "asOf");
    this.last = last;
    if (policy.ladder().steps().size() > Decisions.MOST_STEPS) {
      throw new IllegalArgumentException(
          "ladder has more than " + Decisions.MOST_STEPS + " steps: " + policy.name());
    }
    compiled = CompiledPolicy.of(policy, evaluator.calendar());
  }

  DecisionColumns part(int from, int to) {
    CompiledDecider decider = compiled == null ? null : new CompiledDecider(compiled);
    boolean perInvoice = policy.account().unit() == AccountRules.Unit.INVOICE;
    DecisionColumns into = new DecisionColumns(from, perInvoice ? invoices(from, to) : to - from);
    long day = asOf.toEpochDay();
    long[] answers = new long[0];
    for (int i = from; i < to; i++) {
      if (last != null && isStillGood(i)) {
        takeOver(i, into);
        continue;
      }
      into.countDecided();
      if (decider == null || !rows.isPacked(i)) {
        readably(i, into);
      } else if (perInvoice) {
        answers = eachInvoice(decider, i, day, answers, into);
      } else if (isWithoutCurrency(i)) {
        into.endRow(); // as the evaluator: nothing to decide about in any currency
      } else {
        long answer = decider.decide(rows.block(i), rows.at(i), day);
        if (!Answer.isCovered(answer)) {
          readably(i, into);
        } else {
          into.add(DecisionWord.of(answer));
        }
      }
    }
    return into;
  }

  /** How many decisions there are about single invoices, at the least. */
  private int invoices(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += rows.isPacked(i) ? CompiledDecider.invoices(rows.block(i), rows.at(i)) : 1;
    }
    return count;
  }

  private boolean isWithoutCurrency(int i) {
    return policy.account().unit() == AccountRules.Unit.ACCOUNT_AND_CURRENCY
        && CompiledDecider.isWithoutInvoices(rows.block(i), rows.at(i));
  }

  private boolean isStillGood(int i) {
    DecisionColumns before = last.columns();
    if (i >= before.rows() || rows.changed(i) > last.version() || before.isEarly(i)) {
      return false;
    }
    boolean good = true;
    for (int d = before.first(i); d < before.size() && before.row(d) == i; d++) {
      long word = before.word(d);
      good &= word != DecisionWord.UNDECIDED && DecisionWord.reviewDay(word) > asOf.toEpochDay();
    }
    return good;
  }

  private void takeOver(int i, DecisionColumns into) {
    DecisionColumns before = last.columns();
    if (before.isOneEach()) {
      into.add(before.word(i));
      return;
    }
    for (int d = before.first(i); d < before.size() && before.row(d) == i; d++) {
      into.add(before.word(d), before.invoice(d));
    }
    into.endRow();
  }

  /** Uses an array for the answers, and returns it, or a longer one, for the next row. */
  private long[] eachInvoice(
      CompiledDecider decider, int i, long day, long[] space, DecisionColumns into) {
    long[] block = rows.block(i);
    int count = CompiledDecider.invoices(block, rows.at(i));
    long[] answers = space.length >= count ? space : new long[2 * count];
    decider.decideEach(block, rows.at(i), day, answers);
    for (int k = 0; k < count; k++) {
      if (!Answer.isCovered(answers[k])) {
        readably(i, into);
        return answers;
      }
    }
    for (int k = 0; k < count; k++) {
      into.add(DecisionWord.of(answers[k]), k);
    }
    into.endRow();
    return answers;
  }

  private void readably(int i, DecisionColumns into) {
    if (stopped) {
      into.add(DecisionWord.UNDECIDED); // nobody gets this part
      return;
    }
    Optional<Account> account;
    try {
      account = table.account(i);
    } catch (RuntimeException e) {
      into.failed(new PortfolioRun.Failed(table.missing(i), e));
      into.add(DecisionWord.UNDECIDED);
      return;
    }
    if (account.isEmpty()) {
      into.add(DecisionWord.UNDECIDED);
      return;
    }
    if (asOf.toEpochDay() < account.get().lastDay()) {
      into.early();
    }
    try {
      if (policy.account().unit() != AccountRules.Unit.INVOICE) {
        for (Decided each : ReadableDecider.decide(evaluator, policy, account.get(), asOf)) {
          into.add(DecisionWord.of(each), DecisionColumns.ALL);
        }
      } else {
        openOnes(i, account.get(), into);
      }
      into.endRow();
    } catch (RuntimeException e) {
      into.failed(new PortfolioRun.Failed(account.get(), e));
      into.add(DecisionWord.UNDECIDED);
    }
  }

  /**
   * One decision for each invoice that is open after the last event, also if the table decides
   * about an earlier day. If a payment paid charges first, or charges are chased on their own, an
   * invoice without open principal is not closed.
   */
  private void openOnes(int i, Account account, DecisionColumns into) {
    AccountRecommendation all = evaluator.evaluate(policy, account, asOf);
    boolean past = asOf.toEpochDay() < account.lastDay();
    AccountRecommendation last =
        past ? evaluator.evaluate(policy, account, LocalDate.ofEpochDay(account.lastDay())) : all;
    int place = 0;
    for (int k = 0; k < account.invoices().size(); k++) {
      long word = DecisionWord.of(policy, all.recommendations().get(k));
      long open = account.invoices().get(k).standingOn(account.lastDay()).balance().openMinor();
      boolean isOpen = open > 0 || last.recommendations().get(k).verdict() != Verdict.CLOSED;
      if (isOpen && table.isKeptWhole(i)) {
        into.add(word, k);
      } else if (open > 0) {
        into.add(word, place++);
      } else if (isOpen) {
        into.add(word, DecisionColumns.settled(k));
      }
    }
  }

  /** Decides part after part, on the calling thread. */
  List<DecisionColumns> decided(int size) {
    List<DecisionColumns> parts = new ArrayList<>();
    for (int from = 0; from < size; from += PART) {
      parts.add(part(from, Math.min(size, from + PART)));
    }
    return parts;
  }

  /** A part on a thread of a pool; nothing once the calling thread waits for no more parts. */
  private DecisionColumns pooled(int from, int to) {
    reading.readLock().lock();
    try {
      return stopped ? new DecisionColumns(from, 0) : part(from, to);
    } finally {
      reading.readLock().unlock();
    }
  }

  /** Waits until no thread reads the table any more. */
  private void stop() {
    stopped = true;
    reading.writeLock().lock();
    reading.writeLock().unlock();
  }

  /**
   * Decides on the threads of a pool. Whatever ends it, the calling thread first waits until none
   * of them reads the table.
   *
   * @throws IllegalStateException if the calling thread is interrupted, an error stops a part, or
   *     the pool refuses one
   */
  List<DecisionColumns> decided(int size, ExecutorService pool) {
    List<Callable<DecisionColumns>> tasks = new ArrayList<>();
    for (int from = 0; from < size; from += PART) {
      int begin = from;
      tasks.add(() -> pooled(begin, Math.min(size, begin + PART)));
    }
    boolean complete = false;
    try {
      List<DecisionColumns> parts = new ArrayList<>(tasks.size());
      for (Future<DecisionColumns> each : pool.invokeAll(tasks)) {
        parts.add(each.get());
      }
      complete = true;
      return parts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("deciding was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an error stopped deciding", e.getCause());
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException(
          "the pool refused a part of the table\n"
              + "Maybe it was shut down, or its queue is too short for "
              + tasks.size()
              + " parts: choose an unbounded queue",
          e);
    } finally {
      if (!complete) {
        stop();
      }
    }
  }
}
