package io.dunning.cli;

import io.dunning.check.FindingKind;
import io.dunning.check.PolicyFinding;
import io.dunning.check.PolicyReport;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.World;
import io.dunning.json.policy.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A policy and what its check found, each finding with its place in the file.
 *
 * @param oneOfSeveral whether other policies are printed beside it, so that each line names its own
 */
record CheckedPolicy(Chosen chosen, PolicyReport report, boolean oneOfSeveral) {
  private static final String INVARIANTS = "invariants";

  /** In the order of the files. */
  static final Comparator<Line> BY_PLACE =
      Comparator.comparing((Line l) -> l.place().file())
          .thenComparing(l -> l.place().line())
          .thenComparing(l -> l.place().column())
          .thenComparing(Line::severity)
          .thenComparing(Line::kind)
          .thenComparing(Line::sentence);

  /**
   * Something that was found.
   *
   * @param kind which kind of finding; an identifier
   * @param path the keys that lead to the place
   * @param policy the name of the policy; empty if there is only one, or none could be built
   * @param advice what may mend it, beginning with {@code Maybe}; empty if nothing is known
   */
  record Line(
      Place place,
      PolicyFinding.Severity severity,
      String kind,
      String path,
      String policy,
      String sentence,
      String advice,
      Optional<World> story) {

    /** Such as {@code mine.yaml:12:7: error: step-unreachable: ...}; advice and story below. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(place).append(": ").append(severity).append(": ").append(kind).append(": ");
      text.append(policy.isEmpty() ? "" : "policy " + policy + ": ").append(sentence);
      text.append(advice.isEmpty() ? "" : "\n    " + advice);
      story.ifPresent(w -> text.append("\n").append(w.toString().indent(4).stripTrailing()));
      return text.toString();
    }
  }

  /** The name of the policy, where it has to be said. */
  private String named() {
    return oneOfSeveral ? report.policy() : "";
  }

  /** What was found, in the order of the file. */
  List<Line> lines(boolean notes) {
    List<Line> all = new ArrayList<>();
    for (PolicyFinding each : notes ? report.findings() : report.faults()) {
      all.add(
          new Line(
              chosen.place(each.place()),
              each.severity(),
              each.kind().id(),
              each.place(),
              named(),
              each.sentence(),
              each.advice(),
              each.example()));
    }
    for (int i = 0; i < report.invariants().size(); i++) {
      InvariantAnswer answer = report.invariants().get(i);
      String path = invariant(i);
      if (answer.verdict() != InvariantAnswer.Verdict.HOLDS && !namesUnknownStep(path)) {
        all.add(line(path, answer));
      }
    }
    all.sort(BY_PLACE);
    return all;
  }

  /** Whether it was told already that the invariant at a path names a step that does not exist. */
  private boolean namesUnknownStep(String path) {
    return report.findings().stream()
        .anyMatch(f -> f.kind() == FindingKind.UNKNOWN_STEP && f.place().equals(path));
  }

  private Line line(String path, InvariantAnswer answer) {
    boolean violated = answer.verdict() == InvariantAnswer.Verdict.VIOLATED;
    return new Line(
        chosen.place(path),
        violated ? PolicyFinding.Severity.ERROR : PolicyFinding.Severity.WARNING,
        "invariant-" + answer.verdict(),
        path,
        named(),
        answer.invariant() + ": " + answer.why(),
        "",
        answer.example());
  }

  /** How many invariants have an answer; one that names an unknown step is a fault of its own. */
  private long answered(InvariantAnswer.Verdict verdict) {
    return IntStream.range(0, report.invariants().size())
        .filter(i -> report.invariants().get(i).verdict() == verdict)
        .filter(i -> !namesUnknownStep(invariant(i)))
        .count();
  }

  /** The keys that lead to an invariant. */
  private static String invariant(int index) {
    return INVARIANTS + "[" + (index + 1) + "]";
  }

  /** Whether nothing may be concluded from a check that found no fault. */
  boolean isInconclusive() {
    return report.isInconclusive()
        || report.explored().isCutShort()
        || !report.undecided().isEmpty();
  }

  boolean isFaulty() {
    return !report.faults().isEmpty() || answered(InvariantAnswer.Verdict.VIOLATED) > 0;
  }

  /** A line about the policy as a whole, what is undecided, and what was explored. */
  String summary() {
    int faults = report.faults().size();
    StringBuilder text = new StringBuilder("policy ").append(report.policy()).append(": ");
    text.append(faults == 0 ? "no fault found" : faults == 1 ? "1 fault" : faults + " faults");
    for (InvariantAnswer.Verdict each : InvariantAnswer.Verdict.values()) {
      long count = answered(each);
      if (count > 0) {
        text.append(", ").append(invariants(count, each));
      }
    }
    report.undecided().forEach(u -> text.append("\nundecided: ").append(u));
    return text.append("\n").append(report.explored()).toString();
  }

  private static String invariants(long count, InvariantAnswer.Verdict verdict) {
    String what =
        switch (verdict) {
          case HOLDS -> count == 1 ? "holds" : "hold";
          case VIOLATED -> count == 1 ? "is violated" : "are violated";
          case INCONCLUSIVE -> count == 1 ? "is inconclusive" : "are inconclusive";
        };
    return String.format(Locale.ROOT, "%d invariant%s %s", count, count == 1 ? "" : "s", what);
  }

  /** An array of findings, as programs read it. */
  static ArrayNode findings(List<Line> lines) {
    ArrayNode findings = JsonText.object().putArray("findings");
    for (Line each : lines) {
      ObjectNode finding = findings.addObject();
      finding.put("severity", each.severity.toString());
      finding.put("kind", each.kind);
      finding.put("file", each.place.file());
      finding.put("line", each.place.line());
      finding.put("column", each.place.column());
      finding.put("path", each.path);
      finding.put("sentence", each.sentence);
      if (!each.advice.isEmpty()) {
        finding.put("advice", each.advice);
      }
      each.story.ifPresent(
          w -> finding.set("story", JsonText.texts(StoryWriter.lines(w, "", Optional.empty()))));
    }
    return findings;
  }

  ObjectNode json(boolean notes) {
    ObjectNode json = JsonText.object().put("policy", report.policy());
    json.put("file", chosen.source());
    json.set("findings", findings(lines(notes)));
    ArrayNode invariants = json.putArray(INVARIANTS);
    for (InvariantAnswer each : report.invariants()) {
      invariants
          .addObject()
          .put("invariant", each.invariant().toString())
          .put("verdict", each.verdict().toString());
    }
    json.set("undecided", JsonText.texts(report.undecided()));
    PolicyReport.Explored explored = report.explored();
    json.putObject("explored")
        .put("debtors", explored.debtors())
        .put("worlds", explored.worlds())
        .put("merged", explored.merged())
        .put("decisions", explored.decisions())
        .put("events", explored.events())
        .put("complete", explored.complete());
    return json;
  }
}
