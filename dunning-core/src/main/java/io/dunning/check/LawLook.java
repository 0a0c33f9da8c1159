package io.dunning.check;

import io.dunning.check.LawComparison.Line;
import io.dunning.check.LawComparison.Totals;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactRules;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.law.LawAssumption;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at accounts under two laws, one after the other. For one comparison. */
final class LawLook {
  private final DunningPolicy policy;
  private final DunningPolicy policyThen;
  private final LawAssumption assumption;
  private final DunningEvaluator evaluator;
  private final LocalDate day;
  final List<Line> lines = new ArrayList<>();
  final SortedMap<CurrencyUnit, Totals> totals = new TreeMap<>();
  int accounts;

  LawLook(
      DunningPolicy policy, LawAssumption assumption, DunningEvaluator evaluator, LocalDate day) {
    this.policy = policy;
    this.assumption = assumption;
    this.evaluator = evaluator;
    this.day = day;
    policyThen = assumption.contact().map(c -> with(policy, c)).orElse(policy);
  }

  private static DunningPolicy with(DunningPolicy policy, ContactRules more) {
    Conduct own = policy.outreach().conduct();
    List<ContactRules> rules = new ArrayList<>(own.rules());
    rules.add(more);
    return Redraft.of(policy)
        .conduct(new Conduct(rules, own.collector(), own.debt(), own.otherwise()))
        .build();
  }

  void at(Account account) {
    Account then = assumption.apply(account);
    accounts++;
    Map<String, String> before = decisions(policy, account);
    Map<String, String> after = decisions(policyThen, then);
    for (int i = 0; i < account.invoices().size(); i++) {
      InvoiceHistory history = account.invoices().get(i);
      if (!history.invoice().issued().isAfter(day)) {
        at(account, history, then.invoices().get(i), before, after);
      }
    }
  }

  private void at(
      Account account,
      InvoiceHistory now,
      InvoiceHistory then,
      Map<String, String> before,
      Map<String, String> after) {
    String number = now.invoice().number();
    Money charges = charges(account, now);
    Money chargesThen = charges(account, then);
    Line line =
        new Line(
            account.customer().id(),
            number,
            now.standingOn(day).balance().due(),
            then.standingOn(day).balance().due(),
            before.getOrDefault(number, ""),
            after.getOrDefault(number, ""),
            charges,
            chargesThen);
    if (line.differs()) {
      lines.add(line);
    }
    totals.merge(
        charges.currency(),
        new Totals(overdue(now), overdue(then), charges, chargesThen),
        Totals::plus);
  }

  private Money overdue(InvoiceHistory history) {
    long minor = history.standingOn(day).balance().openDueBefore(day.toEpochDay());
    return Money.ofMinor(minor, history.invoice().amount().currency());
  }

  private Money charges(Account account, InvoiceHistory history) {
    var charges =
        policy
            .charges()
            .agreedWith(account.customer())
            .accrue(account.withRestrictions(history), day, evaluator.calendar());
    return charges.accruedInterest().plus(charges.accruedFees());
  }

  private Map<String, String> decisions(DunningPolicy by, Account account) {
    Map<String, String> all = new TreeMap<>();
    for (Recommendation each : evaluator.evaluate(by, account, day).recommendations()) {
      String words =
          each.verdict()
              + each.step().map(s -> ": " + s).orElse("")
              + each.addressee().map(p -> " to " + p.name()).orElse("");
      each.subject().invoices().forEach(number -> all.put(number, words));
    }
    return all;
  }
}
