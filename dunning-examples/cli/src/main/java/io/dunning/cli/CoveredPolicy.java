package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyCoverage;
import io.dunning.check.PolicyMutation;
import io.dunning.policy.DunningPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a policy was exercised.
 *
 * @param policy the policy
 * @param coverage what was exercised, and how often
 * @param passed how many stories pass
 * @param failed what is otherwise than the stories tell, in the order of their files
 * @param asked whether somebody asked which small changes the stories notice
 * @param mutation which they notice; empty if nobody asked, or if a story fails
 */
record CoveredPolicy(
    DunningPolicy policy,
    PolicyCoverage coverage,
    int passed,
    List<StoryFile.Failure> failed,
    boolean asked,
    Optional<PolicyMutation> mutation) {

  static CoveredPolicy byLedger(DunningPolicy policy, PolicyCoverage coverage) {
    return new CoveredPolicy(policy, coverage, 0, List.of(), false, Optional.empty());
  }

  /** Tells those of some stories that are about the policy. */
  static CoveredPolicy byStories(
      DunningPolicy policy, List<StoryFile> all, BusinessCalendar calendar, boolean mutants) {
    List<StoryFile> stories =
        all.stream().filter(s -> s.policy().orElse(policy.name()).equals(policy.name())).toList();
    if (stories.isEmpty()) {
      throw new BadInputException("--stories: none is about the policy " + policy.name());
    }
    PolicyCoverage coverage = PolicyCoverage.of(policy);
    List<StoryFile.Failure> failed = new ArrayList<>();
    for (StoryFile each : stories) {
      failed.addAll(each.tell(policy, calendar, coverage));
    }
    Optional<PolicyMutation> mutation =
        mutants && failed.isEmpty()
            ? Optional.of(PolicyMutation.of(policy, p -> tellAll(stories, p, calendar)))
            : Optional.empty();
    int passed = stories.size() - files(failed);
    return new CoveredPolicy(policy, coverage, passed, failed, mutants, mutation);
  }

  private static void tellAll(
      List<StoryFile> stories, DunningPolicy policy, BusinessCalendar calendar) {
    for (StoryFile each : stories) {
      List<StoryFile.Failure> failed = each.tell(policy, calendar, (p, c, a, d) -> {});
      if (!failed.isEmpty()) {
        throw new AssertionError(failed.get(0));
      }
    }
  }

  private static int files(List<StoryFile.Failure> failed) {
    return (int) failed.stream().map(StoryFile.Failure::file).distinct().count();
  }

  /** Whether every story passes, and nothing was left out. */
  boolean isWhole() {
    return failed.isEmpty() && coverage.missing().isEmpty();
  }

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (PolicyCoverage.Row each : coverage.rows()) {
      rows.add(
          List.of(
              policy.name(),
              each.subject().toString(),
              each.place(),
              each.of(),
              String.valueOf(each.times()),
              each.subject() == PolicyCoverage.Subject.CONDITION
                  ? String.valueOf(each.otherwise())
                  : ""));
    }
    return rows;
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object().put("policy", policy.name());
    json.put("passed", passed);
    ArrayNode failures = json.putArray("failed");
    failed.forEach(f -> put(failures.addObject(), f));
    json.put("looks", coverage.looks());
    ArrayNode rows = json.putArray("exercised");
    for (PolicyCoverage.Row each : coverage.rows()) {
      ObjectNode row = rows.addObject().put("subject", each.subject().toString());
      if (each.subject() == PolicyCoverage.Subject.CONDITION) {
        row.put("path", each.place()).put("of", each.of());
        row.put("true", each.times()).put("false", each.otherwise());
      } else {
        row.put("of", each.of()).put("times", each.times());
      }
    }
    json.set("missing", JsonText.texts(coverage.missing()));
    mutation.ifPresent(
        m -> {
          ObjectNode mutants = json.putObject("mutants");
          mutants.put("changes", m.changes());
          mutants.put("noticed", m.changes() - m.unnoticed().size());
          mutants.put("score", m.score());
          mutants.set("unnoticed", JsonText.texts(m.unnoticed()));
        });
    return json;
  }

  private static void put(ObjectNode json, StoryFile.Failure failure) {
    json.put("file", failure.file());
    if (failure.line() > 0) {
      json.put("line", failure.line()).put("column", failure.column());
    }
    json.put("what", failure.what());
  }

  /** Which stories fail, the table of coverage, and what no story notices. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (passed > 0 || !failed.isEmpty()) {
      text.append("stories of ").append(policy.name()).append(": ");
      text.append(passed).append(" passed, ").append(files(failed)).append(" failed\n");
    }
    failed.forEach(f -> text.append(f).append("\n"));
    text.append(coverage);
    mutation.ifPresent(m -> text.append("\n").append(m));
    if (asked && mutation.isEmpty()) {
      text.append("\ntests of ").append(policy.name());
      text.append(": no changes were tried, because a story fails");
    }
    return text.toString();
  }
}
