package io.dunning.benchmarks;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.AccountTable;
import io.dunning.portfolio.Decisions;
import io.dunning.portfolio.PortfolioRun;
import io.dunning.portfolio.ReviewDates;
import io.dunning.portfolio.TableRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What runs over a portfolio cost, by the processor time of all threads. */
final class CostOfRuns {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  private CostOfRuns() {}

  /** Times of runs over so many accounts, each on one thread beside the calling one. */
  static String table(int count) {
    List<Account> accounts = new ArrayList<>(count);
    for (int a = 0; a < count; a++) {
      accounts.add(Accounts.account(a, Accounts.plain(a)));
    }
    DunningPolicy policy = Accounts.policy();
    PortfolioRun run = PortfolioRun.of(EVALUATOR, policy, Draws.AS_OF_DATE).onThreads(1);
    TableRun ofTable = TableRun.of(EVALUATOR, policy, Draws.AS_OF_DATE).onThreads(1);
    AccountTable table =
        AccountTable.of(accounts).accountsFrom(c -> accounts.get(Integer.parseInt(c)));
    Decisions before = ofTable.answering(Set.of()).run(table, r -> {});
    ReviewDates dates = new ReviewDates();
    return CpuTimes.ofAllThreads()
        .add("`PortfolioRun`, what is due counted", count, () -> due(run, accounts))
        .add("`PortfolioRun`, review dates remembered", count, () -> remembered(run, accounts))
        .add("`TableRun`, whole answers about what is due", count, () -> answers(ofTable, table))
        .add(
            "`TableRun`, decisions only",
            count,
            () -> ofTable.answering(Set.of()).run(table, r -> {}).size())
        .add(
            "`TableRun.runDue`, when nothing is due or changed",
            count,
            () -> ofTable.answering(Set.of()).runDue(before, r -> {}).accountsDecided())
        .add(
            "`ReviewDates.put(Decisions)`",
            count,
            () -> {
              dates.put(before);
              return dates.dueOn(Draws.AS_OF_DATE).size();
            })
        .table();
  }

  private static Object due(PortfolioRun run, List<Account> accounts) {
    long[] due = new long[1];
    run.run(accounts.iterator(), result -> due[0] += due(result));
    return due;
  }

  private static int due(PortfolioRun.Result result) {
    int due = 0;
    for (Recommendation each :
        ((PortfolioRun.Evaluated) result).recommendation().recommendations()) {
      due += each.verdict() == Verdict.ACT ? 1 : 0;
    }
    return due;
  }

  private static Object remembered(PortfolioRun run, List<Account> accounts) {
    ReviewDates dates = new ReviewDates();
    run.run(
        accounts.iterator(),
        result -> dates.put(((PortfolioRun.Evaluated) result).recommendation()));
    return dates;
  }

  private static Object answers(TableRun run, AccountTable table) {
    long[] due = new long[1];
    run.run(table, result -> due[0] += due(result));
    return due;
  }
}
