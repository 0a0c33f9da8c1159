package io.dunning.cli;

import io.dunning.ledger.Account;
import io.dunning.scenario.Backtest;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what policies would have done to the customers of a ledger. */
@CommandLine.Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what policies would have done, while the customers did what they really did. Steps,",
      "contacts, offers and charges of the ledger are left out."
    })
final class BacktestCommand extends Command {
  @Option(
      names = "--policy",
      required = true,
      split = ",",
      paramLabel = "FILE|NAME[,FILE|NAME]",
      description = "policy files or names of shipped policies, set beside each other")
  List<String> policies;

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
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInputException("--to: is before --from " + first + ": " + last);
    }
    if (soon < 0) {
      throw new BadInputException("--soon: is negative: " + soon);
    }
    List<Account> accounts = ledger().accounts();
    Backtest[] all =
        policies.stream()
            .map(p -> Policies.one("--policy", p))
            .map(p -> Backtest.of(p, holidays.calendar(), accounts, first, last, soon))
            .toArray(Backtest[]::new);
    out().println(Visible.lines(Backtest.sideBySide(all)));
    return 0;
  }
}
