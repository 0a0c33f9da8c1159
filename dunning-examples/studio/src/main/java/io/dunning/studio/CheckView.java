package io.dunning.studio;

import io.dunning.check.PolicyCheck;
import io.dunning.check.PolicyFinding;
import io.dunning.check.PolicyReport;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.World;
import io.dunning.policy.DunningPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a check finds in the policy of the editor. It shows first what it finds with one event,
 * which is soon done, and then looks again with two; both within a budget.
 */
final class CheckView {
  private static final int EVENTS = 2;
  private static final int MOST = 100;
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final StudioSettings settings;

  CheckView(StudioSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> run(Draft draft, DunningPolicy policy, Jobs.Job job) {
    Map<String, Object> told = Map.of();
    for (int events = 1; events <= EVENTS; events++) {
      int now = events;
      PolicyCheck check =
          PolicyCheck.of(policy)
              .events(events)
              .within(BUDGET)
              .telling(
                  p ->
                      job.at(
                          p.worlds() == 0
                              ? "looking for debtors at the edges of the policy"
                              : String.format(
                                  Locale.ROOT,
                                  "%,d worlds with up to %d %s",
                                  p.worlds(),
                                  now,
                                  now == 1 ? "event" : "events")));
      told = told(draft, policy, check.on(settings.evaluator().calendar()).run());
      job.show(told);
      job.at("");
    }
    return told;
  }

  private Map<String, Object> told(Draft draft, DunningPolicy policy, PolicyReport report) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("faults", report.faults().size());
    List<Map<String, Object>> findings = new ArrayList<>();
    report.findings().stream().limit(MOST).forEach(f -> findings.add(told(draft, policy, f)));
    all.put("findings", findings);
    List<Map<String, Object>> invariants = new ArrayList<>();
    for (InvariantAnswer each : report.invariants()) {
      Map<String, Object> answer = told(each);
      answer.put("line", Lines.of(draft, policy, "invariants[" + (invariants.size() + 1) + "]"));
      invariants.add(answer);
    }
    all.put("invariants", invariants);
    all.put("undecided", report.undecided());
    all.put("explored", report.explored().toString());
    return all;
  }

  private Map<String, Object> told(Draft draft, DunningPolicy policy, PolicyFinding finding) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("severity", finding.severity().toString());
    all.put("kind", finding.kind().id());
    all.put("place", finding.place());
    all.put("line", Lines.of(draft, policy, finding.place()));
    all.put("sentence", finding.sentence());
    all.put("advice", finding.advice());
    story(all, finding.example(), finding.kind().id());
    return all;
  }

  private Map<String, Object> told(InvariantAnswer answer) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("verdict", answer.verdict().toString());
    all.put("invariant", answer.invariant().toString());
    all.put("why", answer.why());
    story(all, answer.example(), answer.invariant().toString());
    return all;
  }

  /** The story as a timeline, and as a file if there is a folder for such files. */
  private void story(Map<String, Object> all, Optional<World> example, String title) {
    all.put("story", example.map(w -> Stories.of(w).toString()).orElse(""));
    all.put(
        "file", example.flatMap(w -> settings.timelines().map(t -> t.write(w, title))).orElse(""));
  }
}
