package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.ledger.Account;
import io.dunning.portfolio.CollectedAfterSteps;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Prints what was collected after each step and through each channel. */
@CommandLine.Command(
    name = "collected",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what was collected after each step and through each channel.",
      "It is a count and not a cause: the customer may have paid anyway."
    })
final class CollectedCommand extends SpanCommand {
  @Option(
      names = "--window",
      paramLabel = "DAYS",
      description = "how many days after a step a payment still counts for it (default: 14)")
  int window = 14;

  @Override
  List<String> columns() {
    return List.of("currency", "kind", "step", "channel", "taken", "payments", "amount");
  }

  @Override
  void print(Rows rows, Iterable<Account> accounts, LocalDate from, LocalDate through) {
    if (window < 1) {
      throw new BadInputException("--window: must be 1 day or more: " + window);
    }
    CollectedAfterSteps.of(accounts, from, through, window)
        .lines()
        .forEach(
            line ->
                rows.with("currency", line.amount().currency().code())
                    .with("kind", line.kind())
                    .with("step", line.step())
                    .with("channel", line.channel().map(Channel::toString).orElse(""))
                    .with("taken", line.taken())
                    .with("payments", line.payments())
                    .with("amount", line.amount())
                    .print());
  }
}
