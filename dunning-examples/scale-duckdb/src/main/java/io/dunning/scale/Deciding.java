package io.dunning.scale;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.AccountTable;
import io.dunning.portfolio.Decisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Decides about batches. Any number of threads may ask. */
final class Deciding {
  private final DunningEvaluator evaluator;
  private final PolicySet policies;
  private final LocalDate day;
  private final Reasons reasons;
  private final boolean onePolicy;
  private final boolean anyPerInvoice;
  private final LongAdder buildNanos = new LongAdder();
  private final LongAdder decideNanos = new LongAdder();

  Deciding(DunningEvaluator evaluator, PolicySet policies, LocalDate day, Reasons reasons) {
    this.evaluator = evaluator;
    this.policies = policies;
    this.day = day;
    this.reasons = reasons;
    // a rule can tell a condition of the only policy another segment than the customer has
    onePolicy = policies.policies().size() == 1 && policies.segmentRules().isEmpty();
    anyPerInvoice =
        policies.policies().stream().anyMatch(p -> p.account().unit() == AccountRules.Unit.INVOICE);
  }

  /** {@return the time that all threads took to fill tables of accounts} */
  long buildNanos() {
    return buildNanos.sum();
  }

  /** {@return the time that all threads took to decide, objects of single accounts included} */
  long decideNanos() {
    return decideNanos.sum();
  }

  /** At least one row for each account, in the order of the batch. */
  List<DecisionRow> decide(Batch batch) {
    List<DecisionRow> rows = new ArrayList<>(batch.accounts());
    if (!onePolicy || reasons == Reasons.ALL) {
      long start = System.nanoTime();
      for (int i = 0; i < batch.accounts(); i++) {
        whole(batch, i, rows);
      }
      decideNanos.add(System.nanoTime() - start);
    } else {
      byTable(batch, rows);
    }
    return rows;
  }

  private void byTable(Batch batch, List<DecisionRow> rows) {
    DunningPolicy policy = policies.defaultPolicy();
    long start = System.nanoTime();
    AccountTable table = new AccountTable();
    for (int i = 0; i < batch.accounts(); i++) {
      int each = i;
      batch.naming(i, () -> batch.put(each, table));
    }
    long built = System.nanoTime();
    buildNanos.add(built - start);
    // what the table alone does not know stays undecided, and is asked about below, once
    Decisions all = table.decide(evaluator, policy, day);
    int to = 0;
    for (int i = 0; i < batch.accounts(); i++) {
      int from = to;
      while (to < all.size() && all.account(to) == i) {
        to++;
      }
      if (isWholeWanted(batch, i, all, from, to)) {
        whole(batch, i, rows);
      } else if (from == to) {
        rows.add(closed(batch.customer(i)));
      } else {
        for (int d = from; d < to; d++) {
          rows.add(row(all, d));
        }
      }
    }
    decideNanos.add(System.nanoTime() - built);
  }

  /** Whether the decisions of the table do not tell all that is to be told about an account. */
  private boolean isWholeWanted(Batch batch, int i, Decisions all, int from, int to) {
    // a table knows only invoices that are open at the end
    if (batch.lastDay(i) > day.toEpochDay() || from == to && !batch.isPlain(i)) {
      return true;
    }
    for (int d = from; d < to; d++) {
      if (!all.isDecided(d) || reasons == Reasons.DUE && isDue(all.verdict(d))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDue(Verdict verdict) {
    return verdict == Verdict.ACT || verdict == Verdict.AWAIT_APPROVAL;
  }

  private static DecisionRow row(Decisions all, int d) {
    long review = all.reviewDay(d);
    return new DecisionRow(
        all.customer(d),
        all.invoice(d).orElse(null),
        all.verdict(d).toString(),
        all.rule(d).toString(),
        all.step(d).orElse(null),
        review,
        null,
        null,
        null,
        null);
  }

  /** Makes the account and asks the evaluator. */
  private void whole(Batch batch, int i, List<DecisionRow> rows) {
    batch.naming(i, () -> addWhole(batch, i, rows));
  }

  private void addWhole(Batch batch, int i, List<DecisionRow> rows) {
    AccountRecommendation answer = evaluator.evaluate(policies, batch.account(i), day);
    int before = rows.size();
    for (Recommendation each : answer.recommendations()) {
      boolean perInvoice = isPerInvoice(each);
      if (!perInvoice || each.verdict() != Verdict.CLOSED) {
        rows.add(row(each, perInvoice));
      }
    }
    if (rows.size() == before) {
      rows.add(closed(batch.customer(i)));
    }
  }

  private boolean isPerInvoice(Recommendation each) {
    return anyPerInvoice
        && !each.subject().wholeAccount()
        && each.subject().invoices().size() == 1
        && each.subject().unit().equals(each.subject().invoices().get(0));
  }

  private DecisionRow row(Recommendation each, boolean perInvoice) {
    boolean withReason = reasons == Reasons.ALL || reasons == Reasons.DUE && isDue(each.verdict());
    return new DecisionRow(
        each.subject().customer(),
        perInvoice ? each.subject().unit() : null,
        each.verdict().toString(),
        each.rule().toString(),
        each.step().or(each::waitsFor).orElse(null),
        each.reviewOn().map(LocalDate::toEpochDay).orElse(DecisionRow.NEVER),
        withReason ? String.join(" ", invoices(each)) : null,
        withReason ? actions(each) : null,
        withReason ? each.channel().map(Object::toString).orElse(null) : null,
        withReason ? each.reason().toString() : null);
  }

  private static List<String> invoices(Recommendation each) {
    return each.invoices().isEmpty() ? each.subject().invoices() : each.invoices();
  }

  private static String actions(Recommendation each) {
    return each.actions().stream()
        .map(DunningAction::toString)
        .collect(Collectors.joining(" and "));
  }

  private static DecisionRow closed(String customer) {
    return new DecisionRow(
        customer,
        null,
        Verdict.CLOSED.toString(),
        Rule.CLOSED.toString(),
        null,
        DecisionRow.NEVER,
        null,
        null,
        null,
        null);
  }
}
