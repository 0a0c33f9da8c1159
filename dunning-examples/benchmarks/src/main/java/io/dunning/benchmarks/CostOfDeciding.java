package io.dunning.benchmarks;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.AccountTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What deciding costs: beside a loop by hand, with one thing more to ask for, and by size. */
final class CostOfDeciding {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final DunningEvaluator ON_WEEKDAYS =
      DunningEvaluator.on(BusinessCalendar.weekends());

  /** What policies ask for, by the name of the variant. */
  private static final Map<String, String> VARIANTS =
      Map.of(
          "plain", "the policy as it is",
          "amount", "each step asks for an amount",
          "business", "grace in business days",
          "invoice", "a decision for each invoice, per account",
          "conduct", "rules of contact",
          "charges", "each step asks for charges");

  private CostOfDeciding() {}

  /** Tables of how the cost grows with what there is. */
  static String growth() {
    return Growth.tables().entrySet().stream()
        .map(each -> each.getKey() + "\n\n" + each.getValue())
        .collect(Collectors.joining("\n\n"));
  }

  /** The next action by hand, by the evaluator, and by the table. */
  static String besideByHand(int accounts) {
    List<Accounts.PlainAccount> plain = new ArrayList<>(accounts);
    List<Account> histories = new ArrayList<>(accounts);
    List<String> names = new ArrayList<>(accounts);
    for (int a = 0; a < accounts; a++) {
      plain.add(Accounts.plain(a));
    }
    for (int a = 0; a < accounts; a++) {
      histories.add(Accounts.account(a, plain.get(a)));
      names.add(String.valueOf(a));
    }
    DunningPolicy policy = Accounts.policy();
    AccountTable table = filled(names, plain);
    return new CpuTimes()
        .add("by hand, without a reason", accounts, () -> byHand(plain))
        .add("`AccountTable.decide`", accounts, () -> decided(table, policy))
        .add(
            "`AccountTable`, filled from raw values and decided",
            accounts,
            () -> decided(filled(names, plain), policy))
        .add("`DunningEvaluator.evaluate`", accounts, () -> evaluated(EVALUATOR, policy, histories))
        .add(
            "`DunningEvaluator.evaluateAll`, 128 at a time",
            accounts,
            () -> evaluatedAll(policy, histories))
        .add(
            "`DunningEvaluator.evaluate`, and the facts of each answer read",
            accounts,
            () -> factsOf(policy, histories))
        .add("`DunningEvaluator.explain`", accounts, () -> explained(policy, histories))
        .add(
            "accounts made of raw values and evaluated",
            accounts,
            () -> madeAndEvaluated(policy, plain))
        .table();
  }

  private static long explained(DunningPolicy policy, List<Account> histories) {
    long sum = 0;
    for (Account each : histories) {
      sum += EVALUATOR.explain(policy, each, Draws.AS_OF_DATE).size();
    }
    return sum;
  }

  private static long madeAndEvaluated(DunningPolicy policy, List<Accounts.PlainAccount> plain) {
    long sum = 0;
    for (int a = 0; a < plain.size(); a++) {
      Account made = Accounts.account(a, plain.get(a));
      sum += EVALUATOR.evaluate(policy, made, Draws.AS_OF_DATE).recommendations().size();
    }
    return sum;
  }

  /** The evaluator and the table by policies that ask for one thing more. */
  static String withOneThingMore(int accounts) {
    List<Account> histories = new ArrayList<>(accounts);
    for (int a = 0; a < accounts; a++) {
      histories.add(Accounts.account(a, Accounts.plain(a)));
    }
    AccountTable table =
        AccountTable.of(histories).accountsFrom(c -> histories.get(Integer.parseInt(c)));
    CpuTimes times = new CpuTimes();
    for (String name : List.of("plain", "amount", "business", "invoice", "conduct", "charges")) {
      DunningPolicy policy = Accounts.variant(name);
      times.add("table: " + VARIANTS.get(name), accounts, () -> decided(table, policy));
    }
    for (String name : List.of("plain", "amount", "business", "invoice", "conduct", "charges")) {
      DunningPolicy policy = Accounts.variant(name);
      times.add(
          "evaluator: " + VARIANTS.get(name),
          accounts,
          () -> evaluated(ON_WEEKDAYS, policy, histories));
    }
    return times.table();
  }

  private static Object decided(AccountTable table, DunningPolicy policy) {
    return table.decide(ON_WEEKDAYS, policy, Draws.AS_OF_DATE);
  }

  private static AccountTable filled(List<String> names, List<Accounts.PlainAccount> plain) {
    AccountTable filling = new AccountTable();
    for (int a = 0; a < plain.size(); a++) {
      Accounts.tell(filling.row(names.get(a)), plain.get(a)).put();
    }
    return filling;
  }

  private static Object byHand(List<Accounts.PlainAccount> plain) {
    long sum = 0;
    for (Accounts.PlainAccount each : plain) {
      sum += Accounts.byHand(each).kind();
    }
    return sum;
  }

  private static Object evaluatedAll(DunningPolicy policy, List<Account> all) {
    PolicySet policies = PolicySet.byDefault(policy);
    long sum = 0;
    for (int from = 0; from < all.size(); from += 128) {
      List<Account> some = all.subList(from, Math.min(all.size(), from + 128));
      for (AccountRecommendation each : EVALUATOR.evaluateAll(policies, some, Draws.AS_OF_DATE)) {
        sum += each.recommendations().size();
      }
    }
    return sum;
  }

  /** Reads the decision of each answer and one fact, so that the answer makes all of them. */
  private static Object factsOf(DunningPolicy policy, List<Account> all) {
    long sum = 0;
    for (Account each : all) {
      for (Recommendation made :
          EVALUATOR.evaluate(policy, each, Draws.AS_OF_DATE).recommendations()) {
        sum += made.verdict().ordinal() + made.reason().rule().ordinal();
      }
    }
    return sum;
  }

  static Object evaluated(DunningEvaluator evaluator, DunningPolicy policy, List<Account> all) {
    long sum = 0;
    for (Account each : all) {
      sum += evaluator.evaluate(policy, each, Draws.AS_OF_DATE).recommendations().size();
    }
    return sum;
  }
}
