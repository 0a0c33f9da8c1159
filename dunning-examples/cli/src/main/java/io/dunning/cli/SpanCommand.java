package io.dunning.cli;

import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands share that look back at a span of days. */
abstract class SpanCommand extends Command {
  @Mixin Reading reading = new Reading();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "the first day, included")
  private String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "the last day, included; later events are ignored")
  private String to;

  @Override
  public Integer call() {
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInputException("--to: is before --from " + first + ": " + last);
    }
    Rows rows = rows(columns());
    print(rows, reading.accounts(folder, spec.name()), first, last);
    rows.end();
    return 0;
  }

  abstract List<String> columns();

  abstract void print(Rows rows, Iterable<Account> accounts, LocalDate from, LocalDate through);
}
