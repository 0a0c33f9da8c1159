package io.dunning.cli;

import io.dunning.ledger.Account;
import io.dunning.money.Percentage;
import io.dunning.portfolio.MonthlyChange;
import io.dunning.portfolio.MonthlyChange.Limits;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what changed with each customer since the month before. */
@CommandLine.Command(
    name = "changes",
    mixinStandardHelpOptions = true,
    description = "Prints which customers got worse since the month before, and in what.")
final class ChangesCommand extends Command {
  private static final List<String> COLUMNS =
      List.of(
          "customer",
          "currency",
          "signals",
          "open_before",
          "open",
          "overdue_before",
          "overdue",
          "oldest_before",
          "oldest",
          "invoiced",
          "received",
          "days_late_before",
          "days_late",
          "promises_broken",
          "returned",
          "disputes");

  @Mixin Reading reading = new Reading();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "the last day of the month that is looked at")
  String asOf;

  @Option(names = "--all", description = "print customers without a signal, too")
  boolean all;

  @Option(
      names = "--days-later",
      paramLabel = "DAYS",
      description = "how many days later a customer has to pay on average (default: 5)")
  int daysLater = Limits.STANDARD.daysLater();

  @Option(
      names = "--overdue-growth",
      paramLabel = "PERCENT",
      description = "by how much what is overdue has to grow (default: 50)")
  String growth = "50";

  @Override
  public Integer call() {
    LocalDate day = date("--as-of", asOf);
    Limits limits = limits();
    Rows rows = rows(COLUMNS);
    for (Account account : reading.accounts(folder, "changes")) {
      MonthlyChange.of(List.of(account), day, limits).stream()
          .filter(c -> all || !c.signals().isEmpty())
          .forEach(c -> print(rows, c));
    }
    rows.end();
    return 0;
  }

  private Limits limits() {
    try {
      return new Limits(daysLater, Percentage.parse(growth));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "--days-later, --overdue-growth: not 1 day or more and a percentage of 0 or more: "
              + daysLater
              + ", "
              + Found.shortened(growth));
    }
  }

  private static void print(Rows rows, MonthlyChange c) {
    String signals =
        c.signals().stream().map(MonthlyChange.Signal::toString).collect(Collectors.joining("; "));
    rows.with("customer", c.customer())
        .with("currency", c.currency().code())
        .with("signals", signals)
        .with("open_before", c.openBefore())
        .with("open", c.open())
        .with("overdue_before", c.overdueBefore())
        .with("overdue", c.overdue())
        .with("oldest_before", c.oldestBefore())
        .with("oldest", c.oldest())
        .with("invoiced", c.invoiced())
        .with("received", c.received())
        .with("days_late_before", Rows.text(c.daysLateBefore()))
        .with("days_late", Rows.text(c.daysLate()))
        .with("promises_broken", c.promisesBroken())
        .with("returned", c.returned())
        .with("disputes", c.disputes())
        .print();
  }
}
