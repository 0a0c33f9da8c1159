package io.dunning.cli;

import io.dunning.check.CutOver;
import io.dunning.check.LedgerComparison;
import io.dunning.check.PolicyCheck;
import io.dunning.check.PolicyComparison;
import io.dunning.ledger.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints how two policies differ. */
@CommandLine.Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Prints how two policies differ: rule by rule, and by what they do with the "
          + "same debtors.",
      "With a ledger and a day it prints what a change of policy does on that "
          + "day; with two days, how both would have treated the customers of the "
          + "ledger. Ends with 3 if a budget ended it."
    })
final class CompareCommand extends PrintingCommand {
  private static final int INCONCLUSIVE = 3;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FILE#NAME|NAME",
      description =
          "the policy before and the policy after: files, policies of files, or "
              + "names of shipped policies; of two files with several policies, those of "
              + "one name are compared, or with a ledger those that each customer has")
  List<String> policies = List.of();

  @Option(
      names = "--stories",
      description = "print the extreme cases as stories; not with --on, which names each debt")
  boolean stories;

  @Option(
      names = "--worlds",
      paramLabel = "NUMBER",
      description = "how many worlds are played at most (default: all)")
  long worlds = Long.MAX_VALUE;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description =
          "how long two policies are compared at most (default: no limit); what is found then"
              + " depends on the machine")
  Integer within;

  @Mixin Holidays holidays = new Holidays();

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description = "folder with invoices.csv and events.csv; with --on, or with --from and --to")
  Path folder;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "the first day of the policy after: what it does to the ledger on that day")
  String day;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "the first day on which both policies are played against the ledger")
  String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "the last day on which both policies are played against the ledger")
  String to;

  @Override
  public Integer call() {
    requireFormat();
    if (format == Format.csv) {
      throw new BadInputException("--format: a comparison prints as table or json, not as csv");
    }
    requireOptions();
    ComparedFiles files = new ComparedFiles(policies.get(0), policies.get(1));
    if (day != null) {
      return cutOver(files);
    }
    return folder != null ? byLedger(files) : explored(files);
  }

  private void requireOptions() {
    if (policies.size() != 2) {
      throw new BadInputException(
          "compare needs two policies, the one before and the one after: found "
              + (policies.isEmpty() ? "none" : String.join(" ", policies))
              + "\nMaybe compare OLD.yaml NEW.yaml");
    }
    requireDays();
    if (worlds < 1) {
      throw new BadInputException("--worlds: not above 0: " + worlds);
    }
    if (within != null && within < 1) {
      throw new BadInputException("--within: not above 0: " + within);
    }
  }

  private void requireDays() {
    if ((from == null) != (to == null)) {
      throw new BadInputException(
          from == null ? "--to: needs --from, too" : "--from: needs --to, too");
    }
    if (day != null && from != null) {
      throw new BadInputException(
          "--on: cannot be given together with --from and --to\nMaybe one after the other");
    }
    String given = day != null ? "--on" : "--from";
    if (folder == null && (day != null || from != null)) {
      throw new BadInputException(given + ": needs the ledger\nMaybe --ledger DIR");
    }
    if (folder != null && day == null && from == null) {
      throw new BadInputException(
          "--ledger: needs the day of the change, or the first and the last day of a time past"
              + "\nMaybe --on DATE, or --from DATE --to DATE");
    }
    if (day != null && stories) {
      throw new BadInputException(
          "--stories: cannot be given together with --on, which names each debt anyway");
    }
  }

  private int explored(ComparedFiles files) {
    ObjectNode json = JsonText.object();
    ArrayNode all = json.putArray("comparisons");
    boolean complete = true;
    for (PolicyPair each : files.pairs()) {
      PolicyComparison found = compared(each);
      complete &= found.complete() && found.undecided().isEmpty();
      ComparedPolicies compared =
          new ComparedPolicies(
              each.before().policy(),
              each.after().policy(),
              each.titleBefore(),
              each.titleAfter(),
              found);
      if (format == Format.json) {
        all.add(compared.json());
      } else {
        print(String.join("\n", compared.lines()));
        if (stories) {
          print("\n" + found.stories().stripTrailing());
        }
      }
    }
    return end(files, files.leftOut(), json) && complete ? 0 : INCONCLUSIVE;
  }

  /** Shows how far the comparison has come. */
  private PolicyComparison compared(PolicyPair pair) {
    Duration time = within == null ? Duration.ZERO : Duration.ofSeconds(within);
    if (!Terminal.isError()) {
      SoFar soFar = soFar("compare " + pair.title());
      return compared(pair, time, p -> soFar.worlds(p.worlds()));
    }
    String title = Visible.line(pair.title());
    try (ProgressBar bar = Command.bar("compare " + title).setUnit(" worlds", 1).build()) {
      return compared(pair, time, p -> bar.stepTo(p.worlds()));
    }
  }

  private PolicyComparison compared(
      PolicyPair pair, Duration time, Consumer<PolicyCheck.Progress> listener) {
    return PolicyComparison.of(
        pair.before().policy(), pair.after().policy(), holidays.calendar(), worlds, time, listener);
  }

  private int byLedger(ComparedFiles files) {
    LocalDate first = Command.date("--from", from);
    LocalDate last = Command.date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInputException("--to: is before --from " + first + ": " + last);
    }
    List<Account> accounts = LedgerReader.read(folder).accounts();
    ObjectNode json = JsonText.object();
    ArrayNode all = json.putArray("ledgers");
    for (ComparedFiles.Played each : files.played()) {
      ComparedLedger compared =
          new ComparedLedger(
              each.titleBefore(),
              each.titleAfter(),
              LedgerComparison.of(
                  each.before(),
                  each.after(),
                  holidays.calendar(),
                  Command.progress("compare", accounts),
                  first,
                  last));
      if (format == Format.json) {
        all.add(compared.json());
      } else {
        print(String.join("\n", compared.lines(stories)));
      }
    }
    return end(files, leftOut(files), json) ? 0 : INCONCLUSIVE;
  }

  private int cutOver(ComparedFiles files) {
    LocalDate first = Command.date("--on", day);
    List<Account> accounts = LedgerReader.read(folder).accounts();
    ObjectNode json = JsonText.object();
    ArrayNode all = json.putArray("changes");
    for (ComparedFiles.Played each : files.played()) {
      ComparedCutOver compared =
          new ComparedCutOver(
              each.titleBefore(),
              each.titleAfter(),
              CutOver.of(each.before(), each.after(), holidays.calendar(), accounts, first));
      if (format == Format.json) {
        all.add(
            compared
                .json()
                .put("beforeFile", each.fileBefore())
                .put("afterFile", each.fileAfter()));
      } else {
        print(compared.text());
      }
    }
    return end(files, leftOut(files), json) ? 0 : INCONCLUSIVE;
  }

  /** Of files that say who has which policy, nothing is left out with a ledger. */
  private static ComparedFiles.LeftOut leftOut(ComparedFiles files) {
    return files.assigns()
        ? new ComparedFiles.LeftOut(List.of(), List.of(), List.of())
        : files.leftOut();
  }

  /** Says at last what was not compared; whether there is nothing of that. */
  private boolean end(ComparedFiles files, ComparedFiles.LeftOut left, ObjectNode json) {
    if (format == Format.json) {
      ComparedFiles.tell(left, json);
      JsonText.print(json, out());
    } else if (!left.isEmpty()) {
      print("\n" + String.join("\n", files.lines(left)));
    }
    return left.isEmpty();
  }

  private void print(String text) {
    out().println(Visible.lines(text));
  }
}
