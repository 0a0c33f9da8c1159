package io.dunning.cli;

import io.dunning.check.InvariantAnswer;
import io.dunning.check.PolicyCheck;
import io.dunning.check.PolicyExamples;
import io.dunning.check.PolicyFinding;
import io.dunning.check.PolicyReport;
import io.dunning.check.World;
import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for mistakes in a policy. */
@CommandLine.Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for mistakes in a policy, by reading it and by playing it against debtors at the edges",
      "of what it names. Ends with 1 if it finds faults, and with 3 if it cannot tell."
    })
final class CheckCommand extends PrintingCommand {
  private static final List<String> COLUMNS =
      List.of("severity", "kind", "place", "finding", "story");
  private static final int FAULTS = 1;
  private static final int INCONCLUSIVE = 3;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy; see dunning policy list")
  String policy;

  @Option(
      names = "--events",
      paramLabel = "NUMBER",
      description = "how many events happen to a debtor at most (default: 2)")
  int events = 2;

  @Option(
      names = "--worlds",
      paramLabel = "NUMBER",
      description = "how many worlds are explored at most (default: 250000)")
  long worlds = 250_000;

  @Option(names = "--notes", description = "print notes, too, not only errors and warnings")
  boolean notes;

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description =
          "write the shortest story that reaches each step, answer and hold into this folder")
  Path write;

  @Mixin Holidays holidays = new Holidays();

  @Override
  public Integer call() {
    if (events < 0 || events > 5) {
      throw new BadInputException("--events: not a number from 0 to 5: " + events);
    }
    if (worlds < 1) {
      throw new BadInputException("--worlds: not above 0: " + worlds);
    }
    DunningPolicy checked = Policies.one("--policy", policy);
    PolicyCheck check = PolicyCheck.of(checked).events(events).atMost(worlds);
    PolicyReport report = (holidays.areGiven() ? check.on(holidays.calendar()) : check).run();
    if (write != null) {
      writeStories(checked);
    }
    print(report);
    boolean violated =
        report.invariants().stream().anyMatch(a -> a.verdict() == InvariantAnswer.Verdict.VIOLATED);
    if (!report.faults().isEmpty() || violated) {
      return FAULTS;
    }
    return report.isInconclusive() ? INCONCLUSIVE : 0;
  }

  private void print(PolicyReport report) {
    List<PolicyFinding> shown = notes ? report.findings() : report.faults();
    if (format == Format.table) {
      PolicyReport printed =
          new PolicyReport(
              report.policy(), shown, report.invariants(), report.undecided(), report.explored());
      out().println(Visible.lines(printed.toString()));
      return;
    }
    Format.Printer printer = printer(COLUMNS);
    for (PolicyFinding each : shown) {
      List<String> row = new ArrayList<>();
      row.add(each.severity().toString());
      row.add(each.kind().id());
      row.add(each.place());
      row.add(each.sentence());
      row.add(each.example().map(World::toString).orElse(""));
      printer.row(row);
    }
    printer.end();
  }

  private void writeStories(DunningPolicy checked) {
    PolicyExamples examples = PolicyExamples.of(checked, holidays.calendar());
    try {
      Files.createDirectories(write);
      int number = 0;
      for (Map.Entry<String, World> each : examples.stories().entrySet()) {
        number++;
        String file = String.format(Locale.ROOT, "%03d.txt", number);
        Files.writeString(write.resolve(file), each.getKey() + "\n" + each.getValue() + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("--write: cannot write to " + write, e);
    }
  }
}
