package io.dunning.cli;

import io.dunning.check.CutOver;
import io.dunning.check.PolicyComparison;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
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

/** Prints how two policies differ. */
@CommandLine.Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Prints how two policies differ: rule by rule, and by what they do with the same debtors.",
      "With a ledger and a day it prints what a change of policy does on that day."
    })
final class CompareCommand extends PrintingCommand {
  @Parameters(
      arity = "2",
      paramLabel = "FILE|FILE#NAME|NAME",
      description = {
        "the policy before and the policy after: files, policies of files, or names of shipped",
        "policies; of two files with several policies, those of one name are compared"
      })
  List<String> policies;

  @Option(names = "--stories", description = "print the extreme cases as stories")
  boolean stories;

  @Mixin Holidays holidays = new Holidays();

  @ArgGroup(exclusive = false)
  Live live;

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
    requireFormat();
    if (format == Format.csv) {
      throw new BadInputException("--format: a comparison prints as table or json, not as csv");
    }
    List<Pair> pairs = pairs();
    if (live != null) {
      cutOver(pairs);
      return 0;
    }
    ObjectNode json = JsonText.object();
    ArrayNode all = json.putArray("comparisons");
    for (Pair each : pairs) {
      DunningPolicy before = each.before.policy();
      DunningPolicy after = each.after.policy();
      PolicyComparison found = PolicyComparison.of(before, after, holidays.calendar());
      ComparedPolicies compared =
          new ComparedPolicies(
              before,
              after,
              each.before.titleBeside(each.after),
              each.after.titleBeside(each.before),
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
    if (format == Format.json) {
      JsonText.print(json, out());
    }
    return 0;
  }

  private void cutOver(List<Pair> pairs) {
    LocalDate day = Command.date("--on", live.day);
    List<Account> accounts = LedgerReader.read(live.folder).accounts();
    ObjectNode json = JsonText.object();
    ArrayNode all = json.putArray("changes");
    for (Pair each : pairs) {
      CutOver report =
          CutOver.of(each.before.policy(), each.after.policy(), holidays.calendar(), accounts, day);
      if (format == Format.json) {
        all.add(json(report));
      } else {
        print(report.toString());
      }
    }
    if (format == Format.json) {
      JsonText.print(json, out());
    }
  }

  private static ObjectNode json(CutOver report) {
    ObjectNode json = JsonText.object();
    json.put("before", report.before()).put("after", report.after());
    json.put("day", report.day().toString()).put("accounts", report.accounts());
    json.put("contactsBefore", report.contactsBefore());
    json.put("contactsAfter", report.contactsAfter());
    json.set("atStake", JsonText.amounts(report.atStake().values()));
    ArrayNode lines = json.putArray("debts");
    for (CutOver.Line each : report.lines()) {
      ObjectNode line = lines.addObject().put("kind", each.kind().toString());
      line.put("customer", each.customer());
      line.set("invoices", JsonText.texts(each.invoices()));
      line.put("what", each.what());
    }
    return json;
  }

  /** The policies to compare: the only ones of two files, or those of one name. */
  private List<Pair> pairs() {
    List<Chosen> before = Policies.all("policy before", policies.get(0));
    List<Chosen> after = Policies.all("policy after", policies.get(1));
    if (before.size() == 1 && after.size() == 1) {
      return List.of(new Pair(before.get(0), after.get(0)));
    }
    List<Pair> pairs = new ArrayList<>();
    for (Chosen old : before) {
      after.stream()
          .filter(a -> a.policy().name().equals(old.policy().name()))
          .forEach(a -> pairs.add(new Pair(old, a)));
    }
    if (pairs.isEmpty()) {
      throw new BadInputException(
          "no policy has one name in both files\nMaybe FILE#NAME for one policy of a file");
    }
    return pairs;
  }

  /** A policy before, and the one after. */
  private record Pair(Chosen before, Chosen after) {}

  private void print(String text) {
    out().println(Visible.lines(text));
  }
}
