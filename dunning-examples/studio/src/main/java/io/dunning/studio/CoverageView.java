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
import java.util.TreeMap;

/**
 * What of a policy is exercised by golden timelines, or, without them, by the accounts of the
 * ledger if each step is taken on its day.
 */
final class CoverageView {
  private static final int MONTHS_AHEAD = 6;
  private static final int MOST_ACCOUNTS = 5_000;

  private final StudioSettings settings;

  CoverageView(StudioSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> run(DunningPolicy policy, Jobs.Job job) {
    Optional<Timelines> timelines = settings.timelines();
    try {
      return timelines.isPresent()
          ? told("golden timelines", timelines.get().tell(policy, settings.evaluator().calendar()))
          : told("the ledger", byLedger(policy, job));
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, e.getMessage());
    }
  }

  private Timelines.Told byLedger(DunningPolicy policy, Jobs.Job job) {
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
    return new Timelines.Told(coverage, 0, new TreeMap<>());
  }

  private static Map<String, Object> told(String by, Timelines.Told told) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("by", by);
    all.put("passed", told.passed());
    all.put("failed", told.failed());
    all.put("looks", told.coverage().looks());
    all.put("missing", told.coverage().missing());
    all.put("rows", told.coverage().rows().stream().map(CoverageView::told).toList());
    return all;
  }

  private static Map<String, Object> told(PolicyCoverage.Row row) {
    boolean condition = row.subject() == PolicyCoverage.Subject.CONDITION;
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("subject", row.subject().toString());
    all.put("of", (row.place().isEmpty() ? "" : row.place() + ": ") + row.of());
    all.put("times", row.times());
    all.put("otherwise", condition ? row.otherwise() : "");
    return all;
  }
}
