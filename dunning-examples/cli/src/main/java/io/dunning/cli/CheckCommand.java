package io.dunning.cli;

import io.dunning.check.FindingKind;
import io.dunning.check.PolicyCheck;
import io.dunning.check.PolicyExamples;
import io.dunning.check.PolicyReport;
import io.dunning.check.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;
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
      "Reads it, and plays it against debtors at the edges of what it names. "
          + "Prints each finding as FILE:LINE:COLUMN, with the shortest story that "
          + "shows it. Ends with 1 if it finds faults, and with 3 if it found none but "
          + "could not explore or decide everything. If you interrupt it (Ctrl-C), it "
          + "prints what it found until then."
    })
final class CheckCommand extends PrintingCommand {
  private static final List<String> COLUMNS =
      List.of(
          "file",
          "line",
          "column",
          "severity",
          "kind",
          "path",
          "finding",
          "story",
          "advice",
          "policy");
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
      description = "how many events happen to a debtor at most, from 0 to 5 (default: 2)")
  int events = 2;

  @Option(
      names = "--worlds",
      paramLabel = "NUMBER",
      description = "how many worlds are explored at most (default: 250000)")
  long worlds = 250_000;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description =
          "how long each policy is explored at most (default: no limit); what is found then depends"
              + " on the machine")
  Integer within;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "KIND",
      description = "leave out findings of this kind; several with commas between")
  List<String> without = List.of();

  @Option(names = "--notes", description = "print notes, too, not only errors and warnings")
  boolean notes;

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description =
          "write the shortest story that reaches each step, answer and hold into this folder;"
              + " dunning coverage reads them")
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
    if (within != null && within < 1) {
      throw new BadInputException("--within: not above 0: " + within);
    }
    FindingKind[] left = without.stream().map(CheckCommand::kind).toArray(FindingKind[]::new);
    String given = Policies.given(policy, option);
    try {
      return check(Policies.all(option == null ? "policy" : "--policy", given), left);
    } catch (BadInputException e) {
      print(RefusedFile.of(Policies.source(given), e).orElseThrow(() -> e));
      return FAULTS;
    }
  }

  private int check(List<Chosen> all, FindingKind... left) {
    if (write != null) {
      all.forEach(c -> StoryFolder.requireNamesInOneLine(c.policy()));
    }
    boolean several = all.size() > 1;
    List<CheckedPolicy> checked =
        all.stream().map(c -> new CheckedPolicy(c, check(c, left), several)).toList();
    if (write != null && !Interruption.isAsked()) {
      StoryFolder stories = new StoryFolder(write, all.size() > 1);
      all.forEach(c -> stories.write(PolicyExamples.of(c.policy(), holidays.calendar()), c));
    }
    print(checked);
    if (checked.stream().anyMatch(CheckedPolicy::isFaulty)) {
      return FAULTS;
    }
    return checked.stream().anyMatch(CheckedPolicy::isInconclusive) ? INCONCLUSIVE : 0;
  }

  /** A kind of finding that can be left out: not one that keeps a policy from being read. */
  private static FindingKind kind(String id) {
    Map<String, FindingKind> known = new TreeMap<>();
    for (FindingKind each : FindingKind.values()) {
      if (each != FindingKind.UNKNOWN_STEP && each != FindingKind.CONTRADICTION) {
        known.put(each.id(), each);
      }
    }
    FindingKind kind = known.get(id.strip());
    if (kind == null) {
      List<String> near = Nearest.to(id.strip(), known.keySet());
      throw new BadInputException(
          "--without: not a kind of finding that can be left out: "
              + Found.shortened(id)
              + "\nMaybe "
              + (near.isEmpty() ? "one of " : "")
              + String.join(
                  near.isEmpty() ? ", " : " or ", near.isEmpty() ? known.keySet() : near));
    }
    return kind;
  }

  private PolicyReport check(Chosen chosen, FindingKind... left) {
    Interruption.heed();
    PolicyCheck check =
        PolicyCheck.of(chosen.policy()).events(events).atMost(worlds).until(Interruption::isAsked);
    if (within != null) {
      check = check.within(Duration.ofSeconds(within));
    }
    if (holidays.areGiven()) {
      check = check.on(holidays.calendar());
    }
    return run(check, chosen.policy().name()).without(left);
  }

  /** Shows how far the check has come; how many worlds there are is not known. */
  private PolicyReport run(PolicyCheck check, String name) {
    if (!Terminal.isError()) {
      SoFar soFar = soFar("check " + name);
      return check.telling(p -> soFar.worlds(p.worlds())).run();
    }
    try (ProgressBar bar =
        Command.bar("check " + Visible.line(name)).setUnit(" worlds", 1).build()) {
      return check.telling(p -> bar.stepTo(p.worlds())).run();
    }
  }

  private void print(RefusedFile refused) {
    if (format == Format.json) {
      ObjectNode json = JsonText.object();
      json.putArray("policies").add(refused.json());
      JsonText.print(json, out());
    } else {
      print(refused.lines(), List.of(refused.summary()));
    }
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
    print(lines, all.stream().map(CheckedPolicy::summary).toList());
  }

  private void print(List<CheckedPolicy.Line> lines, List<String> summaries) {
    if (format == Format.table) {
      lines.forEach(l -> out().println(Visible.lines(l.toString())));
      summaries.forEach(s -> out().println(Visible.lines(s)));
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
      row.add(each.advice());
      row.add(each.policy());
      printer.row(row);
    }
    printer.end();
  }
}
