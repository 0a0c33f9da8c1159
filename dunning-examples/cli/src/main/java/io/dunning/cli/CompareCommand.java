package io.dunning.cli;

import io.dunning.check.CutOver;
import io.dunning.check.PolicyComparison;
import io.dunning.policy.DunningPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how two policies differ. */
@CommandLine.Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Prints how two policies differ: rule by rule, and by what they do with the same debtors.",
      "With a ledger and a day it prints what a change of policy does on that day."
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      arity = "2",
      paramLabel = "FILE|NAME",
      description = "the policy before and the policy after: files, or names of shipped policies")
  List<String> policies;

  @Option(names = "--stories", description = "print the extreme cases as stories")
  boolean stories;

  @Mixin Holidays holidays = new Holidays();

  @ArgGroup(exclusive = false)
  Live live;

  @Spec CommandSpec spec;

  /** The accounts on which the policy changes, and the day: both are given, or none. */
  static final class Live {
    @Option(
        names = "--ledger",
        required = true,
        paramLabel = "DIR",
        description = "folder with invoices.csv and events.csv")
    Path folder;

    @Option(
        names = "--on",
        required = true,
        paramLabel = "DATE",
        description = "the first day of the policy after")
    String day;
  }

  @Override
  public Integer call() {
    DunningPolicy before = Policies.one("policy before", policies.get(0));
    DunningPolicy after = Policies.one("policy after", policies.get(1));
    if (live != null) {
      CutOver report =
          CutOver.of(
              before,
              after,
              holidays.calendar(),
              LedgerReader.read(live.folder).accounts(),
              Command.date("--on", live.day));
      print(report.toString());
      return 0;
    }
    PolicyComparison found = PolicyComparison.of(before, after, holidays.calendar());
    print(found.toString());
    if (stories) {
      print(found.stories());
    }
    return 0;
  }

  private void print(String text) {
    spec.commandLine().getOut().println(Visible.lines(text));
  }
}
