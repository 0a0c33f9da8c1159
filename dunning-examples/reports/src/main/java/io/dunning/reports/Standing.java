package io.dunning.reports;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.PolicySet;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a customer has overdue, and which of the steps that are due have to wait for each other.
 *
 * <p>Each decision is made as if it were the only one. Once the first step of the day is taken, the
 * days between two contacts may keep back the others. This is found out by taking one step after
 * the other, as timelines do.
 *
 * @param overdue the items that are overdue
 * @param waiting when steps that wait for today's contact can be due again, by the invoices that
 *     were looked at
 */
record Standing(List<OpenItem> overdue, Map<List<String>, Optional<LocalDate>> waiting) {

  static Standing of(Debtor debtor, ReportSettings settings, PolicySet policies, LocalDate asOf) {
    List<OpenItem> overdue =
        debtor.account().openItems(asOf).stream()
            .filter(i -> i.minorUnits() > 0 && i.dueDay() < asOf.toEpochDay())
            .toList();
    return new Standing(overdue, waiting(debtor, settings, policies, asOf));
  }

  private static Map<List<String>, Optional<LocalDate>> waiting(
      Debtor debtor, ReportSettings settings, PolicySet policies, LocalDate asOf) {
    Map<List<String>, Recommendation> left = new HashMap<>();
    debtor.now().due().forEach(r -> left.put(r.subject().invoices(), r));
    if (left.size() < 2) {
      return Map.of();
    }
    Account account = debtor.account();
    AccountRecommendation next = debtor.now();
    // each round takes a document, so that there are no more rounds than decisions
    for (int rounds = left.size(); rounds > 0 && !next.due().isEmpty(); rounds--) {
      var document = next.documents().get(0);
      document.lines().forEach(l -> left.remove(l.subject().invoices()));
      account = Timeline.take(account, document);
      next = settings.evaluator().evaluate(policies, account, asOf);
    }
    Map<List<String>, Optional<LocalDate>> waiting = new HashMap<>();
    for (Recommendation each : next.recommendations()) {
      if (left.containsKey(each.subject().invoices()) && each.step().isEmpty()) {
        waiting.put(each.subject().invoices(), each.reviewOn());
      }
    }
    return waiting;
  }

  boolean waits(Recommendation due) {
    return waiting.containsKey(due.subject().invoices());
  }

  Optional<LocalDate> from(Recommendation due) {
    return waiting.getOrDefault(due.subject().invoices(), Optional.empty());
  }

  List<Money> overdue(Collection<CurrencyUnit> currencies) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    overdue.stream()
        .filter(i -> currencies.contains(i.currency()))
        .forEach(i -> sums.merge(i.currency(), i.amount(), Money::plus));
    return List.copyOf(sums.values());
  }

  Optional<LocalDate> overdueSince(Collection<CurrencyUnit> currencies) {
    return overdue.stream()
        .filter(i -> currencies.contains(i.currency()))
        .map(i -> LocalDate.ofEpochDay(i.dueDay()))
        .min(Comparator.naturalOrder());
  }
}
