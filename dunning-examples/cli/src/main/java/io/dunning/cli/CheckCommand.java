package io.dunning.cli;

import io.dunning.check.PolicyCheck;
import io.dunning.check.PolicyExamples;
import io.dunning.check.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks for mistakes in a policy. */
@CommandLine.Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for mistakes in a policy.",
      "Reads it, and plays it against debtors at the edges of what it names. Prints each finding",
      "as FILE:LINE:COLUMN, with the shortest story that shows it. Ends with 1 if it finds faults,",
      "and with 3 if it cannot tell."
    })
final class CheckCommand extends PrintingCommand {
  private static final List<String> COLUMNS =
      List.of("file", "line", "column", "severity", "kind", "path", "finding", "story");
  private static final int FAULTS = 1;
  private static final int INCONCLUSIVE = 3;

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
          "write the shortest story that reaches each step, answer and hold into this folder; dunning"
              + " coverage reads them")
  Path write;

  @Mixin Holidays holidays = new Holidays();

  @Override
  public Integer call() {
    requireFormat();
    if (events < 0 || events > 5) {
      throw new BadInputException("--events: not a number from 0 to 5: " + events);
    }
    if (worlds < 1) {
      throw new BadInputException("--worlds: not above 0: " + worlds);
    }
    List<Chosen> all = Policies.all("--policy", Policies.given(policy, option));
    List<CheckedPolicy> checked = all.stream().map(this::check).toList();
    if (write != null) {
      StoryFolder stories = new StoryFolder(write, all.size() > 1);
      all.forEach(c -> stories.write(PolicyExamples.of(c.policy(), holidays.calendar()), c));
    }
    print(checked);
    if (checked.stream().anyMatch(CheckedPolicy::isFaulty)) {
      return FAULTS;
    }
    return checked.stream().anyMatch(c -> c.report().isInconclusive()) ? INCONCLUSIVE : 0;
  }

  private CheckedPolicy check(Chosen chosen) {
    PolicyCheck check = PolicyCheck.of(chosen.policy()).events(events).atMost(worlds);
    return new CheckedPolicy(
        chosen, (holidays.areGiven() ? check.on(holidays.calendar()) : check).run());
  }

  private void print(List<CheckedPolicy> all) {
    if (format == Format.json) {
      ObjectNode json = JsonText.object();
      ArrayNode policies = json.putArray("policies");
      all.forEach(c -> policies.add(c.json(notes)));
      JsonText.print(json, out());
      return;
    }
    List<CheckedPolicy.Line> lines =
        all.stream().flatMap(c -> c.lines(notes).stream()).sorted(CheckedPolicy.BY_PLACE).toList();
    if (format == Format.table) {
      lines.forEach(l -> out().println(Visible.lines(l.toString())));
      all.forEach(c -> out().println(Visible.lines(c.summary())));
      return;
    }
    Format.Printer printer = printer(COLUMNS);
    for (CheckedPolicy.Line each : lines) {
      List<String> row = new ArrayList<>();
      row.add(each.place().file());
      row.add(String.valueOf(each.place().line()));
      row.add(String.valueOf(each.place().column()));
      row.add(each.severity().toString());
      row.add(each.kind());
      row.add(each.path());
      row.add(each.sentence());
      row.add(each.story().map(World::toString).orElse(""));
      printer.row(row);
    }
    printer.end();
  }
}
