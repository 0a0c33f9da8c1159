package io.dunning.studio;

import io.dunning.check.PolicyCoverage;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a policy is exercised by the accounts of the ledger, if each step is taken on its day.
 */
final class CoverageView {
  private static final int MONTHS_AHEAD = 6;
  private static final int MOST_ACCOUNTS = 5_000;

  private final StudioSettings settings;

  CoverageView(StudioSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> run(DunningPolicy policy, Jobs.Job job) {
    PolicyCoverage coverage = PolicyCoverage.of(policy);
    List<Account> accounts =
        settings.accounts().subList(0, Math.min(MOST_ACCOUNTS, settings.accounts().size()));
    int done = 0;
    for (Account each : accounts) {
      job.at(done++ + " of " + accounts.size() + " accounts");
      Optional<LocalDate> first =
          each.invoices().stream().map(h -> h.invoice().issued()).min(LocalDate::compareTo);
      if (first.isPresent()) {
        LocalDate last = settings.asOf().plusMonths(MONTHS_AHEAD);
        Timeline.of(settings.evaluator(), policy, each, first.get(), last, coverage);
      }
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("looks", coverage.looks());
    all.put("missing", coverage.missing());
    all.put("table", coverage.toString());
    return all;
  }
}
