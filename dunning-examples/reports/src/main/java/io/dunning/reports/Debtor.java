package io.dunning.reports;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An account with what was decided about it.
 *
 * @param account the account as it is at the end of the day
 * @param now what to do
 * @param ahead what comes if nothing else happens; without entries if that was not asked for
 */
record Debtor(Account account, AccountRecommendation now, List<Timeline.Entry> ahead) {

  /** This account with what comes, as far as the settings look ahead. */
  Debtor ahead(ReportSettings settings, PolicySet policies, LocalDate asOf) {
    if (now.recommendations().stream().allMatch(r -> r.open().isEmpty())) {
      return this;
    }
    LocalDate last = asOf.plusMonths(settings.monthsAhead());
    Timeline course = Timeline.of(settings.evaluator(), policies, account, asOf, last);
    return new Debtor(account, now, course.entries());
  }

  /** What was decided about each invoice, by its number. */
  Map<String, Recommendation> byInvoice() {
    Map<String, Recommendation> all = new HashMap<>();
    now.recommendations().forEach(r -> r.subject().invoices().forEach(n -> all.put(n, r)));
    return all;
  }

  /** The steps that come, by the number of each invoice that they are about. */
  Map<String, List<Timeline.Entry>> aheadByInvoice() {
    Map<String, List<Timeline.Entry>> all = new HashMap<>();
    for (Timeline.Entry each : ahead) {
      each.recommendation()
          .invoices()
          .forEach(n -> all.computeIfAbsent(n, i -> new ArrayList<>()).add(each));
    }
    return all;
  }
}
