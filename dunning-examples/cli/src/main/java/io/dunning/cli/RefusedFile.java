package io.dunning.cli;

import io.dunning.check.FindingKind;
import io.dunning.check.PolicyFinding.Severity;
import io.dunning.json.policy.Place;
import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFileProblem;
import io.dunning.json.policy.PolicyFileProblem.Kind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that can be read but whose rules contradict each other, so that there is no policy to
 * explore. What is wrong is printed like the findings of a check.
 *
 * @param source the file
 * @param problems contradictions and unknown steps, in the order of the file
 */
record RefusedFile(String source, List<PolicyFileProblem> problems) {
  /** The file, if it was refused for nothing but contradictions. */
  static Optional<RefusedFile> of(String source, BadInputException refused) {
    return Optional.ofNullable(refused.getCause())
        .filter(PolicyFileException.class::isInstance)
        .map(e -> ((PolicyFileException) e).problems())
        .filter(all -> all.stream().noneMatch(p -> p.kind() == Kind.UNREADABLE))
        .map(all -> new RefusedFile(source, all));
  }

  List<CheckedPolicy.Line> lines() {
    return problems.stream().map(this::line).sorted(CheckedPolicy.BY_PLACE).toList();
  }

  private CheckedPolicy.Line line(PolicyFileProblem each) {
    FindingKind kind =
        each.kind() == Kind.UNKNOWN_STEP ? FindingKind.UNKNOWN_STEP : FindingKind.CONTRADICTION;
    String file = each.file().isEmpty() ? source : each.file();
    String path = each.path().isEmpty() ? "" : each.path() + ": ";
    String advice = each.advice().isEmpty() ? "" : "Maybe " + each.advice();
    return new CheckedPolicy.Line(
        new Place(file, each.line(), each.column()),
        Severity.ERROR,
        kind.id(),
        each.path(),
        "",
        path + each.message(),
        advice,
        Optional.empty());
  }

  String summary() {
    int faults = problems.size();
    return source
        + ": "
        + (faults == 1 ? "1 fault" : faults + " faults")
        + "; nothing was explored, because the policy cannot be built";
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object().put("file", source);
    json.set("findings", CheckedPolicy.findings(lines()));
    return json;
  }
}
