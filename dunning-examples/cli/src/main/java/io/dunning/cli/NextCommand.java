package io.dunning.cli;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.evaluation.Wording;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.PortfolioRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what to do next about everything. */
@CommandLine.Command(
    name = "next",
    mixinStandardHelpOptions = true,
    description = "Prints what to do next, and why.")
final class NextCommand extends DecidingCommand {
  static final List<String> COLUMNS =
      List.of(
          "customer",
          "invoice",
          "currency",
          "open",
          "verdict",
          "step",
          "action",
          "channel",
          "review_on",
          "reason",
          "addressee",
          "performer");

  @Mixin Reading reading = new Reading();

  @Option(names = "--all", description = "print closed invoices, too")
  boolean all;

  @Override
  public Integer call() {
    PolicySet rules = policies();
    List<LocalDate> days = days();
    UnaryOperator<Account> known = knowledge();
    Format.Printer printer = printer(COLUMNS);
    for (LocalDate day : days) {
      reading.evaluate(
          folder,
          PortfolioRun.of(holidays.evaluator(), rules, day),
          known,
          now -> now.recommendations().forEach(each -> print(printer, each)));
    }
    printer.end();
    return 0;
  }

  private void print(Format.Printer printer, Recommendation each) {
    if (each.verdict() == Verdict.CLOSED && !all) {
      return;
    }
    String actions = actions(each.actions());
    List<Money> all = each.open();
    if (all.isEmpty()) {
      printer.row(cells(each, "", "", actions));
    }
    for (Money open : all) {
      printer.row(cells(each, open.currency().code(), Rows.text(open), actions));
    }
  }

  /** Most recommendations have one action or none. */
  private static String actions(List<DunningAction> actions) {
    return actions.size() == 1
        ? actions.get(0).toString()
        : actions.stream().map(Object::toString).collect(Collectors.joining(" and "));
  }

  private static List<String> cells(
      Recommendation each, String currency, String open, String actions) {
    List<String> concerned = each.invoices();
    List<String> invoices = concerned.isEmpty() ? each.subject().invoices() : concerned;
    return List.of(
        each.subject().customer(),
        invoices.size() == 1 ? invoices.get(0) : String.join(" ", invoices),
        currency,
        open,
        each.verdict().toString(),
        text(each.step().isPresent() ? each.step() : each.waitsFor()),
        actions,
        text(each.channel()),
        text(each.reviewOn()),
        each.reason().toString(),
        each.addressee().map(Wording.ENGLISH::addressee).orElse(""),
        text(each.performer()));
  }

  private static String text(Optional<?> cell) {
    return cell.isPresent() ? cell.get().toString() : "";
  }
}
