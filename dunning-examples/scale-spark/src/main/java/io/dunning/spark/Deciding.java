package io.dunning.spark;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.policy.AccountRules;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.AccountTable;
import io.dunning.portfolio.Decisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Decides about batches of accounts, in one task. */
final class Deciding {
  private final DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
  private final PolicySet policies;
  private final LocalDate day;
  private final Reasons reasons;
  private final boolean hasOnePolicy;
  private final boolean isByInvoice;

  Deciding(PolicySet policies, LocalDate day, Reasons reasons) {
    this.policies = policies;
    this.day = day;
    this.reasons = reasons;
    // a rule can tell a condition of the only policy another segment than the customer has
    hasOnePolicy = policies.policies().size() == 1 && policies.segmentRules().isEmpty();
    isByInvoice =
        policies.policies().stream().anyMatch(p -> p.account().unit() == AccountRules.Unit.INVOICE);
  }

  /** At least one row for each account, in the order of the accounts. */
  List<Row> decide(List<AccountRows> batch) {
    List<Row> rows = new ArrayList<>(batch.size());
    if (!hasOnePolicy || reasons == Reasons.ALL) {
      batch.forEach(each -> whole(each, rows));
    } else {
      byTable(batch, rows);
    }
    return rows;
  }

  private void byTable(List<AccountRows> batch, List<Row> rows) {
    Map<String, AccountRows> byCustomer = new HashMap<>(2 * batch.size());
    AccountTable table = new AccountTable();
    for (AccountRows each : batch) {
      each.putInto(table);
      byCustomer.put(each.customer(), each);
    }
    table.accountsFrom(customer -> byCustomer.get(customer).account());
    Decisions all = table.decide(evaluator, policies.defaultPolicy(), day);
    int to = 0;
    for (int i = 0; i < batch.size(); i++) {
      int from = to;
      while (to < all.size() && all.account(to) == i) {
        to++;
      }
      if (isWholeWanted(batch.get(i), all, from, to)) {
        whole(batch.get(i), rows);
      } else if (from == to) {
        rows.add(DecisionRow.closed(batch.get(i).customer()));
      } else {
        for (int d = from; d < to; d++) {
          rows.add(DecisionRow.of(all, d));
        }
      }
    }
  }

  /** Whether the decisions of the table do not tell all that is to be told about an account. */
  private boolean isWholeWanted(AccountRows of, Decisions all, int from, int to) {
    // a table knows only what is open after the last event
    if (of.lastDay() > day.toEpochDay() || from == to && !of.isPlain()) {
      return true;
    }
    for (int d = from; d < to; d++) {
      if (!all.isDecided(d) || isReasonWanted(all.verdict(d))) {
        return true;
      }
    }
    return false;
  }

  private boolean isReasonWanted(Verdict verdict) {
    return reasons == Reasons.ALL
        || reasons == Reasons.DUE && (verdict == Verdict.ACT || verdict == Verdict.AWAIT_APPROVAL);
  }

  /** Makes the account and asks the evaluator. A reason finds its facts when its row is made. */
  private void whole(AccountRows of, List<Row> rows) {
    Account account = of.account();
    rows.addAll(of.checked(() -> answered(account)));
  }

  private List<Row> answered(Account account) {
    List<Row> rows = new ArrayList<>();
    for (Recommendation each : evaluator.evaluate(policies, account, day).recommendations()) {
      boolean isOfInvoice = isByInvoice && isOfInvoice(each);
      if (!isOfInvoice || each.verdict() != Verdict.CLOSED) {
        rows.add(DecisionRow.of(each, isOfInvoice, isReasonWanted(each.verdict())));
      }
    }
    return rows.isEmpty() ? List.of(DecisionRow.closed(account.customer().id())) : rows;
  }

  private static boolean isOfInvoice(Recommendation each) {
    return !each.subject().wholeAccount()
        && each.subject().invoices().size() == 1
        && each.subject().unit().equals(each.subject().invoices().get(0));
  }
}
