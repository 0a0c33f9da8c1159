package io.dunning.cli;

import io.dunning.check.PolicyCoverage;
import io.dunning.ledger.Account;
import io.dunning.scenario.Timeline;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what of a policy its stories, or the accounts of a ledger, exercise. */
@CommandLine.Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what stories or a ledger exercise of a policy.",
      "Counts each step, condition and verdict. Of a ledger, every step is taken "
          + "on its day. Ends with 1 if a story fails, or if something is never "
          + "exercised."
    })
final class CoverageCommand extends PrintingCommand {
  private static final List<String> COLUMNS =
      List.of("policy", "subject", "path", "of", "times", "otherwise");

  @Option(
      names = "--policy",
      paramLabel = "FILE|NAME",
      description = "the same as without the option")
  String option;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|FILE#NAME|NAME",
      description =
          "a policy file with one policy or several, one of its policies, or the name of a shipped"
              + " policy; see dunning policy list")
  String policy;

  @ArgGroup(exclusive = true, multiplicity = "1")
  By by;

  @Mixin Holidays holidays = new Holidays();

  /** What exercises the policy. */
  static final class By {
    @ArgGroup(exclusive = false)
    Stories stories;

    @ArgGroup(exclusive = false)
    Accounts accounts;
  }

  /** The stories of a folder. */
  static final class Stories {
    @Option(
        names = "--stories",
        required = true,
        paramLabel = "DIR",
        description = "folder with stories, such as dunning check --write DIR writes")
    Path folder;

    @Option(
        names = "--mutants",
        description =
            "also change the policy in small ways, and say which changes no story notices")
    boolean mutants;
  }

  /** The accounts of a ledger, and the days on which they are looked at. */
  static final class Accounts {
    @Option(
        names = "--ledger",
        required = true,
        paramLabel = "DIR",
        description = "folder with invoices.csv and events.csv")
    Path folder;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "the first day")
    String from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "the last day")
    String to;
  }

  @Override
  public Integer call() {
    requireFormat();
    List<Chosen> chosen =
        Policies.all(option == null ? "policy" : "--policy", Policies.given(policy, option));
    List<CoveredPolicy> covered = by.stories == null ? byLedger(chosen) : byStories(chosen);
    print(covered);
    return covered.stream().allMatch(CoveredPolicy::isWhole) ? 0 : 1;
  }

  private List<CoveredPolicy> byLedger(List<Chosen> chosen) {
    LocalDate first = Command.date("--from", by.accounts.from);
    LocalDate last = Command.date("--to", by.accounts.to);
    List<Account> accounts = LedgerReader.read(by.accounts.folder).accounts();
    List<CoveredPolicy> all = new ArrayList<>();
    for (Chosen each : chosen) {
      PolicyCoverage coverage = PolicyCoverage.of(each.policy());
      accounts.forEach(
          a -> Timeline.of(holidays.evaluator(), each.policy(), a, first, last, coverage));
      all.add(CoveredPolicy.byLedger(each.policy(), coverage));
    }
    return all;
  }

  private List<CoveredPolicy> byStories(List<Chosen> chosen) {
    List<StoryFile> stories = StoryFile.readAll(by.stories.folder);
    return chosen.stream()
        .map(
            c ->
                CoveredPolicy.byStories(
                    c.policy(), stories, holidays.calendar(), by.stories.mutants))
        .toList();
  }

  private void print(List<CoveredPolicy> all) {
    if (format == Format.json) {
      ObjectNode json = JsonText.object();
      ArrayNode policies = json.putArray("policies");
      all.forEach(c -> policies.add(c.json()));
      JsonText.print(json, out());
    } else if (format == Format.table) {
      all.forEach(c -> out().println(Visible.lines(c.toString())));
    } else {
      Format.Printer printer = printer(COLUMNS);
      all.forEach(c -> c.rows().forEach(printer::row));
      printer.end();
    }
  }
}
