package io.dunning.cli;

import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.evaluation.Wording;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.PortfolioRun;
import java.time.LocalDate;
import java.util.List;
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
final class NextCommand extends PolicyCommand {
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
    DunningPolicy rules = policy();
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
    String actions =
        each.actions().stream().map(Object::toString).collect(Collectors.joining(" and "));
    if (each.open().isEmpty()) {
      printer.row(cells(each, "", "", actions));
    }
    for (Money open : each.open()) {
      printer.row(cells(each, open.currency().code(), open.amount().toPlainString(), actions));
    }
  }

  private static List<String> cells(
      Recommendation each, String currency, String open, String actions) {
    return List.of(
        each.subject().customer(),
        String.join(" ", each.invoices().isEmpty() ? each.subject().invoices() : each.invoices()),
        currency,
        open,
        each.verdict().toString(),
        each.step().or(each::waitsFor).orElse(""),
        actions,
        each.channel().map(Object::toString).orElse(""),
        each.reviewOn().map(Object::toString).orElse(""),
        each.reason().toString(),
        each.addressee().map(Wording.ENGLISH::addressee).orElse(""),
        each.performer().map(Object::toString).orElse(""));
  }
}
