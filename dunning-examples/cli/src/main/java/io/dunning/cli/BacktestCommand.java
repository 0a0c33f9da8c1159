package io.dunning.cli;

import io.dunning.ledger.Account;
import io.dunning.scenario.Backtest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what policies would have done to the customers of a ledger. */
@CommandLine.Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what policies would have done in the past.",
      "The customers do what they really did. Steps, contacts, offers and charges of the ledger"
          + " are",
      "left out."
    })
final class BacktestCommand extends Command {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FILE#NAME|NAME",
      description =
          "policy files or names of shipped policies, set beside each other; each policy of a file"
              + " is played on all customers, whatever segments the file gives it")
  List<String> policies = List.of();

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "FILE|FILE#NAME|NAME[,...]",
      description = "the same as without the option, with commas between")
  List<String> option = List.of();

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "the first day")
  String from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "the last day")
  String to;

  @Option(
      names = "--soon",
      paramLabel = "DAYS",
      description =
          "a customer who pays within so many days of a contact would have paid anyway"
              + " (default: 3)")
  int soon = 3;

  @Mixin Holidays holidays = new Holidays();

  @Override
  public Integer call() {
    requireFormat();
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInputException("--to: is before --from " + first + ": " + last);
    }
    if (soon < 0) {
      throw new BadInputException("--soon: is negative: " + soon);
    }
    if (format == Format.csv) {
      throw new BadInputException("--format: a backtest prints as table or json, not as csv");
    }
    List<Chosen> chosen = chosen();
    List<Account> accounts = ledger().accounts();
    Backtest[] all =
        chosen.stream()
            .map(c -> Backtest.of(c.policy(), holidays.calendar(), accounts, first, last, soon))
            .toArray(Backtest[]::new);
    if (format == Format.json) {
      ObjectNode json = JsonText.object();
      ArrayNode backtests = json.putArray("backtests");
      for (int i = 0; i < all.length; i++) {
        backtests.add(json(all[i]).put("file", chosen.get(i).source()));
      }
      json.set("cannotKnow", JsonText.texts(Backtest.CANNOT_KNOW));
      JsonText.print(json, out());
    } else {
      for (int i = 0; i < all.length; i++) {
        all[i] = called(all[i], chosen.get(i).titleAmong(chosen));
      }
      out().println(Visible.lines(Backtest.sideBySide(all)));
      if (chosen.size() > policies.size() + option.size()) {
        out()
            .println("each policy is played on all customers, whatever segments its file gives it");
      }
    }
    return 0;
  }

  private List<Chosen> chosen() {
    if (policies.isEmpty() && option.isEmpty()) {
      throw new BadInputException(
          "give one policy or more: files, or names of shipped policies; dunning policy list prints"
              + " their names");
    }
    List<Chosen> chosen = new ArrayList<>();
    policies.forEach(p -> chosen.addAll(Policies.all("policy", p)));
    option.forEach(p -> chosen.addAll(Policies.all("--policy", p)));
    return chosen;
  }

  private static Backtest called(Backtest found, String title) {
    return new Backtest(
        title,
        found.first(),
        found.last(),
        found.accounts(),
        found.customersContacted(),
        found.contacts(),
        found.charged(),
        found.waivedThen(),
        found.soonDays(),
        found.contactsToSoonPayers(),
        found.daysToFirstContact(),
        found.overdueAt(),
        found.customersAt());
  }

  private static ObjectNode json(Backtest found) {
    ObjectNode json = JsonText.object().put("policy", found.policy());
    json.put("first", found.first().toString()).put("last", found.last().toString());
    json.put("accounts", found.accounts());
    json.put("customersContacted", found.customersContacted());
    json.put("contacts", found.contactsInAll());
    ObjectNode contacts = json.putObject("contactsByStep");
    found.contacts().forEach(contacts::put);
    json.put("soonDays", found.soonDays());
    json.put("contactsToSoonPayers", found.contactsToSoonPayers());
    json.put("medianDaysToFirstContact", found.medianDaysToFirstContact());
    json.set("charged", JsonText.amounts(found.charged().values()));
    json.set("waivedThen", JsonText.amounts(found.waivedThen().values()));
    ObjectNode overdue = json.putObject("overdueAtStep");
    found.overdueAt().forEach((step, sums) -> overdue.set(step, JsonText.amounts(sums.values())));
    ObjectNode customers = json.putObject("customersAtStep");
    found.customersAt().forEach((step, by) -> by.forEach(customers.putObject(step)::put));
    return json;
  }
}
