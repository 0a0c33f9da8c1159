package io.dunning.cli;

import io.dunning.check.PolicyCoverage;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what of a policy the accounts of a ledger exercise. */
@CommandLine.Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = {
      "Prints how often the accounts of a ledger exercise each step, condition and verdict of a",
      "policy, if every step is taken on its day. Ends with 1 if something is never exercised."
    })
final class CoverageCommand extends Command {
  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy; see dunning policy list")
  String policy;

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "the first day")
  String from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "the last day")
  String to;

  @Mixin Holidays holidays = new Holidays();

  @Override
  public Integer call() {
    DunningPolicy covered = Policies.one("--policy", policy);
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    PolicyCoverage coverage = PolicyCoverage.of(covered);
    ledger()
        .accounts()
        .forEach(a -> Timeline.of(holidays.evaluator(), covered, a, first, last, coverage));
    out().println(Visible.lines(coverage.toString()));
    return coverage.missing().isEmpty() ? 0 : 1;
  }
}
