package io.dunning.cli;

import io.dunning.ledger.Account;
import io.dunning.portfolio.DisputeCauses;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;

/** Prints why customers dispute invoices, and what becomes of it. */
@CommandLine.Command(
    name = "disputes",
    mixinStandardHelpOptions = true,
    description = "Prints for each reason how many disputes were opened, and what became of them.")
final class DisputesCommand extends SpanCommand {
  @Override
  List<String> columns() {
    return List.of(
        "currency",
        "reason",
        "opened",
        "amount",
        "open",
        "amount_open",
        "customer_won",
        "amount_won",
        "creditor_won",
        "outcome_unknown",
        "days_to_resolve",
        "median_days");
  }

  @Override
  void print(Rows rows, Iterable<Account> accounts, LocalDate from, LocalDate through) {
    DisputeCauses.of(accounts, from, through)
        .lines()
        .forEach(
            line ->
                rows.with("currency", line.amount().currency().code())
                    .with("reason", line.reason())
                    .with("opened", line.opened())
                    .with("amount", line.amount())
                    .with("open", line.open())
                    .with("amount_open", line.amountOpen())
                    .with("customer_won", line.customerWon())
                    .with("amount_won", line.amountWon())
                    .with("creditor_won", line.creditorWon())
                    .with("outcome_unknown", line.outcomeUnknown())
                    .with("days_to_resolve", Rows.text(line.daysToResolve()))
                    .with("median_days", Rows.text(line.medianDays()))
                    .print());
  }
}
